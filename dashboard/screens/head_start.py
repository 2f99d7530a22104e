"""The map before the rest of the page, in a new session."""

from __future__ import annotations

import time

import streamlit as st

RUNS = "head_start_runs"
SENT_S, DRAWN_S, APART_S = 0.02, 0.55, 0.03
"""Seconds in which the first message has gone to the browser, in which the frame draws its events there, and after which Streamlit's page
has drawn what arrived: it collects for 10 ms and draws the beginning of the run for as long."""


def head_start(*, changed: bool) -> None:
    """Call after the map in a screen: its message goes ahead, and the first runs of a session let the browser have the map for itself.

    Streamlit's page collects what arrives together and draws it as one; the script of an element is loaded when the first of
    its kind comes, and React keeps such a latecomer back for 300 ms unless it is sent anew. So the map is sent, sent anew, and
    given time; controls and lists follow, at once where the map goes on to show the same. Without a browser (tests of the script alone) nothing waits.
    """
    runs = st.session_state.get(RUNS, 0)
    if not st.context.headers:
        return
    st.session_state[RUNS] = runs + 1
    if runs > 1 and not changed:
        return
    time.sleep((SENT_S, DRAWN_S, APART_S)[min(runs, 2)])
    if runs == 0:
        st.rerun()
