"""What the next screens need, loaded while the reader rests.

Streamlit's page loads the script of an element when the first of its kind comes, and React keeps such a latecomer back for 300 ms.
So one of each kind is shown ahead where nobody sees, reads or reaches it. Measured at a click, until the last change on the page:
the first table 0.6 s without and 0.25 s with it, the first chart 0.55 and 0.3 s, the supply lines 0.6 and 0.2 s, the first map of a
visit that began on a screen without one 0.8 and 0.3 s.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from dashboard import language
from dashboard.language import tr
from dashboard.layers.command import Command
from dashboard.layers.incident_map import IncidentMap
from dashboard.screens import frame, own_data, rows
from dashboard.screens.own_file import own_file
from dashboard.store import store
from incidents import Filter, PackageError

STEP, ASKED = "ahead_step", "ahead_asked"
MAPS = ("map", "chronicle", "supply-lines")
NOTHING = "…"
DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
"""A picture of one point that cannot be seen."""


def _small() -> None:
    st.page_link(st.Page(_small, url_path="ahead", title=NOTHING), label=NOTHING, disabled=True)
    st.selectbox(NOTHING, [NOTHING], key="ahead_choice", disabled=True)
    st.file_uploader(NOTHING, key="ahead_file", disabled=True)
    st.segmented_control(NOTHING, [NOTHING], key="ahead_segment", disabled=True)
    st.download_button(NOTHING, bytes, key="ahead_download", disabled=True)
    st.number_input(NOTHING, key="ahead_number", disabled=True)
    st.text_area(NOTHING, key="ahead_text", disabled=True)
    st.text_input(NOTHING, key="ahead_line", disabled=True)
    st.date_input(NOTHING, key="ahead_date", disabled=True)
    st.toggle(NOTHING, key="ahead_switch", disabled=True)
    st.link_button(NOTHING, "", disabled=True)
    rows.mount("ahead_rows", {"query": "", "selected": "", "nodes": [NOTHING]})
    st.image(DOT)


def _table() -> None:
    st.dataframe(pd.DataFrame({NOTHING: [NOTHING]}), hide_index=True, height=80, key="ahead_table")


def _chart() -> None:
    data = [{"a": NOTHING, "b": 1}]
    axes = {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}
    st.vega_lite_chart({"data": {"values": data}, "mark": "bar", "encoding": axes}, theme=None, key="ahead_chart")


def _map() -> None:
    if st.session_state.get("screen") in MAPS:
        return
    with suppress(PackageError):
        data = own_data.current() or store()
        st_folium(
            IncidentMap(language.current()),
            key="ahead_map",
            height=80,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=Command(frame.command(data, Filter())).in_group(),
        )


STEPS: tuple[Callable[[], None], ...] = (_small, _table, _chart, _map)


def _on() -> None:
    st.session_state[STEP] = st.session_state.get(STEP, 0) + 1
    st.session_state[ASKED] = True


@st.fragment
def show() -> None:
    """Render the button that the script beside it presses, and what a press has just asked for; nothing once all has been shown.

    What the reader asks for meanwhile has the browser for itself: with the part of the last press, a screen took 70 ms longer.
    """
    done, asked = st.session_state.get(STEP, 0), st.session_state.pop(ASKED, False)
    if done > len(STEPS):
        return
    with st.container(key="ahead"):
        st.html(f"<script>{own_file('ahead.js')}</script>", unsafe_allow_javascript=True)
        if asked:
            STEPS[done - 1]()
        st.button(tr("Load what the next screens need"), key="ahead_on", on_click=_on)
