"""What is made of the view once for all who ask: pictures, pages, charts and tables."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from dashboard.kept import Kept
from dashboard.language import current, using
from dashboard.own_store import OwnStore
from dashboard.spare_time import spare_time
from dashboard.store import Store

FILES, CHARTS, TABLES = "files", "charts", "tables"
MOST, MOST_OWN = {FILES: 16, CHARTS: 32, TABLES: 8}, {FILES: 4, CHARTS: 8, TABLES: 1}
_served = {kind: Kept(most) for kind, most in MOST.items()}
READER = "reader"
AHEAD = 50_000
"""Events up to which anything is made in spare time: of more, single steps take so long that a reader would notice."""
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


def soon(store: Store, things: Callable[[], Iterable[tuple[Hashable, Callable[[], Any]]]]) -> None:
    """Have the files that may be asked for next made in spare time, for `made_once` to find; none of data of a session or of many events.

    Parameters
    ----------
    store : Store
        The data.
    things : callable
        Returns which things, as `what` of `made_once`, and what makes each: the likeliest first. Runs outside of the session.
    """
    if isinstance(store, OwnStore) or len(store.package.events) > AHEAD:
        return
    language = current()

    def made(what: Hashable, make: Callable[[], Any]) -> None:
        with using(language):
            _served[FILES].get((store.key, language, what), make)

    spare_time.wish(
        st.session_state.setdefault(READER, object()), lambda: (partial(made, *thing) for thing in things())
    )
