"""The map before the rest of the page, in a new session."""

from __future__ import annotations

import time

import streamlit as st

RUNS = "head_start_runs"
SENT_S, DRAWN_S = 0.02, 0.55
"""Seconds in which the first message has gone to the browser, and in which the frame draws its events there."""


def head_start() -> None:
    """Call after the map in a screen: the first runs of a session let the browser have the map for itself.

    Streamlit's page collects what arrives together and draws it as one; the script of an element is loaded when the first of
    its kind comes, and React keeps such a latecomer back for 300 ms unless it is sent anew. So the map is sent, sent anew, and
    given time; controls and lists follow. In later runs all comes as one: kept apart, the map was there no sooner and the rest 20 ms
    later. Without a browser (tests of the script alone) nothing waits.
    """
    runs = st.session_state.get(RUNS, 0)
    if runs > 1 or not st.context.headers:
        return
    st.session_state[RUNS] = runs + 1
    time.sleep((SENT_S, DRAWN_S)[runs])
    if runs == 0:
        st.rerun()
