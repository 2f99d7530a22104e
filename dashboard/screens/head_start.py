"""The map before the rest of the page, in a new session."""

from __future__ import annotations

import time

import streamlit as st

RUNS = "head_start_runs"
WAITS_S = (0.02, 0.55)
"""Seconds in which the first message has gone to the browser, and in which the frame draws its events there."""


def head_start() -> None:
    """Call after the map in a screen: the first runs of a session that begins there let the browser have the map for itself.

    Streamlit's page collects what arrives together and draws it as one; the script of an element is loaded when the first of
    its kind comes, and React keeps such a latecomer back for 300 ms unless it is sent anew. So the map is sent, sent anew, and
    given time; controls and lists follow. In later runs, and from another screen (`ahead` has loaded the scripts), all comes as one: kept
    apart, the map was there no sooner and the rest 20 ms later. Without a browser (tests of the script alone) nothing waits.
    """
    state = st.session_state
    if state.get("screen_before") not in (None, "map"):
        state[RUNS] = len(WAITS_S)
    runs = state.get(RUNS, 0)
    if runs == len(WAITS_S) or not st.context.headers:
        return
    state[RUNS] = runs + 1
    time.sleep(WAITS_S[runs])
    if runs == 0:
        st.rerun()
