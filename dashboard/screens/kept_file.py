"""Files that are made for the view and kept for the next who asks: pictures and pages."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

import streamlit as st

from dashboard.kept import Kept
from dashboard.language import current
from dashboard.own_store import OwnStore
from dashboard.store import Store

MOST, MOST_OWN = 16, 4
Made = TypeVar("Made", bytes, tuple[bytes, bytes])
_served = Kept(MOST)


def kept_file(store: Store, what: Hashable, make: Callable[[], Made]) -> Made:
    """Return a file, or a pair of them, in the current language, made now or before; what is made of data of a session is kept in that session and nowhere else.

    Parameters
    ----------
    store : Store
        The data.
    what : hashable
        Which file of these data.
    make : callable
        Makes it.
    """
    own = isinstance(store, OwnStore)
    kept = st.session_state.setdefault(f"kept_{store.key}", Kept(MOST_OWN)) if own else _served
    return kept.get((store.key, current(), what), make)
