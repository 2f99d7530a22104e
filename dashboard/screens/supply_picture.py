"""The supply lines of the view as a picture ready for the press."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.language import ENGLISH, speaker, tr, using
from dashboard.own_store import OwnStore
from dashboard.screens.plain import plain
from dashboard.screens.share import FORMATS, PRESETS, THEMES, address
from dashboard.store import Store
from incidents import Filter

if TYPE_CHECKING:
    from dashboard.press.picture import Picture


def _drawn(store: Store, picture: Picture) -> bytes:
    # What is kept lives as long as the process: nothing of a session may be in it.
    return (_draw if isinstance(store, OwnStore) else _drawn_before)(store, picture)


@lru_cache(maxsize=12)
def _drawn_before(store: Store, picture: Picture) -> bytes:
    return _draw(store, picture)


def _draw(store: Store, picture: Picture) -> bytes:
    from dashboard.press.flow_image import flow_image

    with using(ENGLISH):
        return flow_image(store.package, picture)


@st.dialog("Picture of the supply lines", width="large")
def show(store: Store, shown: Filter) -> None:
    """Render the dialog; a picture is drawn when it is open, never before."""
    from dashboard.press.errors import PressError
    from dashboard.press.flow_picture import FlowPicture
    from dashboard.press.picture import Picture

    presets = {name: tr(words) for name, words in PRESETS.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        preset = st.selectbox(tr("Size"), list(PRESETS), format_func=presets.get, key="flow_preset")
        theme = st.selectbox(tr("Theme"), THEMES, format_func=speaker(), key="flow_theme", width=120)
        kind = st.selectbox(tr("Format"), list(FORMATS), format_func=str.upper, key="flow_format", width=120)
    title = st.text_input(tr("Title (empty: that of the screen)"), key="flow_title", max_chars=160)
    try:
        wanted = Picture(filter=Filter(period=shown.period), preset=preset, theme=theme, title=title, url=address())
        with using(ENGLISH):  # pictures speak English
            words = FlowPicture(store.package, wanted)
            caption, alt = words.caption, words.alt_text
        st.image(_drawn(store, wanted), width="stretch", alt=alt)
        data = _drawn(store, wanted.replace(format=kind))
    except PressError as error:
        st.warning(plain(str(error)))
        return
    name = f"supply-lines-{preset}.{kind}"
    st.download_button(
        tr("Download {kind}").format(kind=kind.upper()),
        data,
        name,
        FORMATS[kind],
        key="flow_save",
        type="primary",
        on_click="ignore",
    )
    st.text_area(tr("Caption"), caption, key=f"flow_caption_{hash(wanted)}", height=90)
    st.text_area(tr("Alternative text"), alt, key=f"flow_alt_{hash(wanted)}", height=120)
