"""What stands folded on a screen until somebody opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_expander_container import ExpanderContainer


def folded(heading: str, *, key: str) -> ExpanderContainer | None:
    """Render a heading to open; return its place only while it is open: what nobody sees is neither made nor drawn."""
    place = st.expander(heading, key=key, on_change="rerun")
    return place if place.open else None
