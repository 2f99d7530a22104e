"""The supply lines of the view as a picture ready for the press."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.screens.plain import plain
from dashboard.screens.share import FORMATS, PRESETS, address
from dashboard.store import Store
from incidents import Filter

if TYPE_CHECKING:
    from dashboard.press.picture import Picture


@lru_cache(maxsize=12)
def _drawn(store: Store, picture: Picture) -> bytes:
    from dashboard.press.flow_image import flow_image

    return flow_image(store.package, picture)


@st.dialog("Picture of the supply lines", width="large")
def show(store: Store, shown: Filter) -> None:
    """Render the dialog; a picture is drawn when it is open, never before."""
    from dashboard.press.errors import PressError
    from dashboard.press.flow_picture import FlowPicture
    from dashboard.press.picture import Picture

    with st.container(horizontal=True, vertical_alignment="bottom"):
        preset = st.selectbox("Size", list(PRESETS), format_func=PRESETS.get, key="flow_preset")
        theme = st.selectbox("Theme", ["light", "dark"], key="flow_theme", width=120)
        kind = st.selectbox("Format", list(FORMATS), format_func=str.upper, key="flow_format", width=120)
    title = st.text_input("Title (empty: that of the screen)", key="flow_title", max_chars=160)
    try:
        wanted = Picture(filter=Filter(period=shown.period), preset=preset, theme=theme, title=title, url=address())
        words = FlowPicture(store.package, wanted)
        st.image(_drawn(store, wanted), width="stretch")
        data = _drawn(store, wanted.replace(format=kind))
    except PressError as error:
        st.warning(plain(str(error)))
        return
    name = f"supply-lines-{preset}.{kind}"
    st.download_button(
        f"Download {kind.upper()}", data, name, FORMATS[kind], key="flow_save", type="primary", on_click="ignore"
    )
    st.text_area("Caption", words.caption, key=f"flow_caption_{hash(wanted)}", height=90)
    st.text_area("Alternative text", words.alt_text, key=f"flow_alt_{hash(wanted)}", height=120)
