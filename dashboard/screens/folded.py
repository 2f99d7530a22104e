"""What stands folded on a screen until somebody opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.elements.lib.mutable_expander_container import ExpanderContainer


def folded(heading: str, *, key: str, is_open: bool = False) -> ExpanderContainer | None:
    """Render a heading to open; return its place only while it is open: what nobody sees is neither made nor drawn."""
    place = st.expander(heading, is_open, key=key, on_change="rerun")
    return place if place.open else None


def keep(start: str, *, but: tuple[str, ...] = ()) -> None:
    """Keep what was chosen in a part that is folded now: Streamlit forgets the state of what is not shown.

    Parameters
    ----------
    start : str
        What the keys of its widgets begin with.
    but : tuple of str
        What the keys of those end with that have no state to keep.
    """
    for key in [key for key in st.session_state if str(key).startswith(start) and not str(key).endswith(but)]:
        st.session_state[key] = st.session_state[key]
