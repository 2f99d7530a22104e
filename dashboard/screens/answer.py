"""What a map's frame answers, taken once."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.screens import tongue
from dashboard.store import Store


def answer(store: Store, key: str, answered: str) -> dict[str, Any] | None:
    """Return what the reader did in a map, None when it is old, taken before, or speaks of other data.

    Parameters
    ----------
    store : Store
        The data that the map shows.
    key, answered : str
        Where the session keeps the frame's answer, and the nonce of the last one taken.
    """
    state = st.session_state
    found = state.get(tongue.keyed(key))
    if not isinstance(found, dict) or found.get("version") != store.key or not isinstance(found.get("nonce"), int):
        return None
    if found["nonce"] <= state.get(answered, 0):
        return None
    state[answered] = found["nonce"]
    return found
