"""What the dialogs with pictures share: the choice of size, theme and format, the picture with its words, the download."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from dashboard.language import current, mark, said, speaker, tr
from dashboard.press.errors import PressError
from dashboard.press.picture import Picture
from dashboard.screens.made_once import made_once, soon
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter, Package

PRESETS = {
    "social": mark("Social media, 1200 × 675"),
    "square": mark("Square, 1080 × 1080"),
    "story": mark("Story, 1080 × 1920"),
    "print": mark("Print, 180 mm wide, 300 dpi"),
}
FORMATS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
THEMES = (mark("light"), mark("dark"))
Draw = Callable[[Package, Picture], bytes]


@dataclass(frozen=True)
class Words:
    """What stands beside a picture."""

    caption: str
    alt: str


def ask(key: str) -> tuple[dict[str, str], str]:
    """Render the choices; return size, theme and own title as a picture takes them, and the format of the download."""
    presets = {name: tr(words) for name, words in PRESETS.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        preset = st.selectbox(tr("Size"), list(PRESETS), format_func=presets.get, key=f"{key}_preset")
        theme = st.selectbox(tr("Theme"), THEMES, format_func=speaker(), key=f"{key}_theme", width=120)
        kind = st.selectbox(tr("Format"), list(FORMATS), format_func=str.upper, key=f"{key}_format", width=120)
    # With max_chars the browser would refuse a longer text without a word; `told` says how much has room.
    title = st.text_input(tr("Own title (may stay empty)"), key=f"{key}_title")
    return {"preset": preset, "theme": theme, "title": title}, kind


@contextmanager
def told() -> Iterator[None]:
    """Say what is wrong with a wish instead of what was to be rendered inside the block."""
    try:
        yield
    except PressError as error:
        st.warning(plain(said(error.args[0])))


@st.fragment
def button(
    store: Store,
    shown: Filter,
    *,
    label: str,
    heading: str,
    key: str,
    body: Callable[[Store, Filter], None],
    wanted: Callable[[Store, Filter], Picture],
    draw: Draw,
    name: str,
) -> None:
    """Render a button and the dialog that it opens, without running the screen around it; its picture is drawn then, or in spare time before.

    Parameters
    ----------
    store, shown : Store, Filter
        The data and the view.
    label, heading : str
        Words of the button and of the dialog.
    key : str
        Key of the button.
    body : callable
        Renders what the dialog holds.
    wanted : callable
        Returns the picture that the dialog begins with.
    draw, name : callable, str
        As `offer` takes them.
    """
    if st.button(label, key=key):
        st.dialog(heading, width="large")(body)(store, shown)
        return
    with suppress(PressError):  # who opens the dialog is told
        soon(store, partial(_things, store, [wanted(store, shown)], draw, name))


def _things(store: Store, pictures: Iterable[Picture], draw: Draw, name: str) -> list[tuple[Any, Callable[[], bytes]]]:
    """Return what pictures are called, and what makes each."""
    return [((name, picture), partial(draw, store.package, picture)) for picture in pictures]


def offer(
    store: Store,
    wanted: Picture,
    kind: str,
    words: Words,
    *,
    draw: Draw,
    name: str,
    key: str,
    others: Iterable[Picture] = (),
) -> None:
    """Render a picture, its download, its caption and its alternative text.

    Parameters
    ----------
    store : Store
        The data.
    wanted : Picture
        Which picture.
    kind : str
        Format of the download.
    words : Words
        Caption and alternative text.
    draw : callable
        Draws it.
    name : str
        Beginning of the file's name.
    key : str
        Beginning of the keys of the widgets.
    others : iterable of Picture
        What may be asked for next, beside the other theme.
    """

    def drawn(picture: Picture) -> bytes:
        return made_once(store, *_things(store, [picture], draw, name)[0])

    # As it is: Streamlit would make a JPEG of it.
    st.image(drawn(wanted), width="stretch", output_format="PNG", alt=words.alt)
    st.download_button(
        tr("Download {kind}").format(kind=kind.upper()),
        drawn(wanted.replace(format=kind)),
        f"{name}-{wanted.preset}.{kind}",
        FORMATS[kind],
        key=f"{key}_save",
        type="primary",
        on_click="ignore",
    )
    mine = hash((wanted, current()))
    st.text_area(tr("Caption"), words.caption, key=f"{key}_caption_{mine}", height=90)
    st.text_area(tr("Alternative text"), words.alt, key=f"{key}_alt_{mine}", height=120)
    soon(store, partial(_things, store, [*others, *(wanted.replace(theme=theme) for theme in THEMES)], draw, name))
