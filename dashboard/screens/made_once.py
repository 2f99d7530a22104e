"""What is made of the view once for all who ask: pictures, pages, charts and tables."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

import streamlit as st

from dashboard.kept import Kept
from dashboard.language import current
from dashboard.own_store import OwnStore
from dashboard.store import Store

FILES, CHARTS, TABLES = "files", "charts", "tables"
MOST, MOST_OWN = {FILES: 16, CHARTS: 32, TABLES: 8}, {FILES: 4, CHARTS: 8, TABLES: 1}
_served = {kind: Kept(most) for kind, most in MOST.items()}
Made = TypeVar("Made")


def made_once(store: Store, what: Hashable, make: Callable[[], Made], *, kind: str = FILES) -> Made:
    """Return something in the current language, made now or before; what is made of data of a session is kept in that session and nowhere else.

    Parameters
    ----------
    store : Store
        The data.
    what : hashable
        Which thing of these data.
    make : callable
        Makes it; nobody may change what it returns.
    kind : str
        Pictures and pages ("files") and "tables" are larger than "charts": fewer of them are kept.
    """
    if isinstance(store, OwnStore):
        kept = st.session_state.setdefault(f"made_{kind}_{store.key}", Kept(MOST_OWN[kind]))
    else:
        kept = _served[kind]
    return kept.get((store.key, current(), what), make)
