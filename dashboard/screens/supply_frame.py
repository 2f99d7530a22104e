"""The map of supply lines in its frame: state goes in by one command, a click comes back."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st
from streamlit_folium import st_folium

from dashboard import language
from dashboard.layers.command import Command
from dashboard.layers.supply_map import SupplyMap
from dashboard.screens import tongue, view
from dashboard.screens.answer import answer
from dashboard.store import Store

KEY, ANSWERED = "supply_frame", "supply_answered"
HEIGHT = 640
"""Pixels before the style sheet of the page sizes the frame."""


def command(store: Store, mask: np.ndarray, selected: int) -> dict[str, Any]:
    """Return what the map shall show: address of the lines, rows shown, row selected (-1: none)."""
    return {
        "flows": f"../../blobs/{store.key}/{tongue.folder()}flows.json",
        "version": store.key,
        "shown": np.flatnonzero(mask).tolist(),
        "selected": selected,
        "answered": st.session_state.get(ANSWERED, 0),
        "theme": st.context.theme.type or "",
        "at": view.position(),
        "picture": st.context.is_embedded,
    }


def _read_answer(store: Store) -> None:
    """Take over which line the reader clicked."""
    if (did := answer(store, KEY, ANSWERED)) is None:
        return
    ids = store.package.flows["flow_id"].tolist()
    chosen = did.get("flow")
    view.select_flow(ids[chosen] if isinstance(chosen, int) and 0 <= chosen < len(ids) else "")


def show(store: Store, mask: np.ndarray, selected: int) -> None:
    """Render the map."""
    st_folium(
        SupplyMap(language.current()),
        key=tongue.keyed(KEY),
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Command(command(store, mask, selected)).in_group(),
        on_change=lambda: _read_answer(store),
    )
