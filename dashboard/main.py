"""Navigation only: which screens there are."""

import sys
from pathlib import Path

# AppTest and other runners start here, without app.py.
ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

import streamlit as st  # noqa: E402

from dashboard.language import tr  # noqa: E402
from dashboard.screens import (  # noqa: E402
    about,
    analysis,
    cases,
    chronicle,
    claims,
    data,
    map,
    page,
    reaction,
    supply_lines,
    tongue,
    watch_list,
)

tongue.begin()
st.set_page_config(
    page_title=tr("Airspace incidents on NATO’s eastern flank"), layout="wide", initial_sidebar_state="collapsed"
)
screen = st.navigation(
    [
        st.Page(map.show, title=tr("Map"), url_path="map", default=True),
        st.Page(chronicle.show, title=tr("Chronicle"), url_path="chronicle"),
        # Reached from the chronicle: a second row of links stands on each of them.
        st.Page(claims.show, title=tr("Who denies what"), url_path="claims", visibility="hidden"),
        st.Page(cases.show, title=tr("What became of it"), url_path="cases", visibility="hidden"),
        st.Page(watch_list.show, title=tr("Watch list"), url_path="watch-list", visibility="hidden"),
        st.Page(reaction.show, title=tr("Reaction time"), url_path="reaction", visibility="hidden"),
        st.Page(supply_lines.show, title=tr("Supply lines"), url_path="supply-lines"),
        st.Page(analysis.show, title=tr("Analysis"), url_path="analysis"),
        st.Page(data.show, title=tr("Data"), url_path="data"),
        st.Page(about.show, title=tr("About"), url_path="about"),
    ],
    position="hidden" if st.context.is_embedded else "top",
)
page.begin()
screen.run()
page.end()
