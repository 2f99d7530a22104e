"""What all screens share: the style sheet, the data of the session, and a plain page when there is no data."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

from dashboard.language import current, tr, trn, using
from dashboard.screens import ahead, own_data, regions, tongue, view
from dashboard.screens.own_file import own_file
from dashboard.store import Store, store
from incidents import PackageError

SERVED_KEY = "served_key"


def _style() -> str:
    return f"<style>{own_file('style.css')}{own_file('story.css')}</style>"


def begin() -> None:
    """Render what stands on every screen: as part of the app, not of a screen, the browser keeps it from one to the next."""
    st.html(_style())
    regions.show()
    if not st.context.is_embedded:
        tongue.switch()


def end() -> None:
    """Render below every screen what the next ones need: coming and going, it must not move what is read."""
    if not st.context.is_embedded:
        ahead.show()


def left_out(n: int) -> str:
    """Return how many records failed a check, in words."""
    return trn("{n} faulty record left out, see Data", "{n} faulty records left out, see Data", n).format(n=n)


def served() -> Store | None:
    """Return the data that this process serves, None when there is none."""
    try:
        return store()
    except PackageError:
        return None


def screen(name: str) -> Callable[[Callable[[Store], None]], Callable[[], None]]:
    """Decorate what renders a screen from the data of the session.

    The screen is a fragment: what a reader does in it runs it alone, and sends neither style sheet nor navigation again, which the
    browser would draw before the map.

    Parameters
    ----------
    name : str
        Which screen this is: the view is kept from one to the next.
    """

    def decorate(body: Callable[[Store], None]) -> Callable[[], None]:
        @wraps(body)
        def show() -> None:
            view.tidy(name)
            st.session_state["screen_before"], st.session_state["screen"] = st.session_state.get("screen"), name
            fragment()

        @st.fragment
        @wraps(body)
        def fragment() -> None:
            # Asked once, not for each of some hundred texts.
            with using(current()):
                body(_data())

        return show

    return decorate


def _data() -> Store:
    """Return the data of this session: its own, or the served; where there is none, say so and stop the run."""
    own_data.banner()
    data = own_data.current()
    if data is None:
        try:
            data = store()
        except PackageError as error:
            st.title(tr("No incident data"))
            st.text(error.told)
            st.text(
                tr(
                    "Set AIRSPACE_DATA to the folder of a package, or unset it to show the records that come with the app."
                )
            )
            st.stop()
        _follow(data)
    return data


def _follow(data: Store) -> None:
    """Read the view anew from the address when the served data have changed: events and words may be gone."""
    before, st.session_state[SERVED_KEY] = st.session_state.get(SERVED_KEY), data.key
    if before not in (None, data.key):
        st.session_state.pop(view.VIEW, None)
