"""What belongs to one session and ends with it: data that a person has loaded, and the import that reads it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.language import tr, trn
from dashboard.own_store import OwnStore
from dashboard.screens import view
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter
from incidents.imports import Imported, to_package
from incidents.join_packages import join_packages

OWN = "own_store"
LONGEST_NAME = 60


@st.cache_resource(scope="session", on_release=lambda thing: thing.end(), show_spinner=False)
def _tied(_thing: Any, key: str) -> Any:  # noqa: ARG001 - the key is what Streamlit tells them apart by
    _thing.begin()
    return _thing


def tie(thing: Any, key: str) -> None:
    """Begin something, and end it when the session disconnects; begun again when a session that had lost its connection comes back."""
    _tied(thing, key)


def untie(thing: Any, key: str) -> None:
    """End something now."""
    _tied.clear(thing, key)
    thing.end()


def current() -> OwnStore | None:
    """Return the data that this session has loaded, None when it shows the served data."""
    own = st.session_state.get(OWN)
    if own is not None:
        tie(own, own.key)
    return own


def use(imported: Imported, served: Store | None) -> None:
    """Show imported rows in this session, beside the served ones when these are given."""
    package, report = to_package(imported), imported.report
    own, clashes, left_out = set(package.events["event_id"]), (), report.refused
    if served is not None:
        package, clashes = join_packages(served.package, package)
        renamed = {clash.given: clash.becomes for clash in clashes if clash.table == "events"}
        own, left_out = {renamed.get(name, name) for name in own}, left_out + served.left_out
    leave()
    st.session_state[OWN] = OwnStore(
        package,
        name=imported.name,
        report=report,
        beside=served is not None,
        own=frozenset(own),
        clashes=clashes,
        left_out=left_out,
    )
    current()
    view.change(Filter(), stack=[])


def leave() -> None:
    """Go back to the served data; what was loaded is forgotten."""
    own = st.session_state.pop(OWN, None)
    if own is not None:
        untie(own, own.key)
        view.change(Filter(), stack=[])


def banner() -> None:
    """Say on every screen that what it shows is the person's own. The place is always there, so that nothing below it moves."""
    with st.container(key="own_banner", horizontal=True, vertical_alignment="center", gap="small"):
        own = st.session_state.get(OWN)
        if own is None:
            return
        n, total = len(own.own), len(own.package.events)
        events = trn("{n} event of {name}", "{n} events of {name}", n).format(
            n=n, name=plain(own.name if len(own.name) <= LONGEST_NAME else own.name[:LONGEST_NAME] + "…")
        )
        what = (
            tr("**Your data**: {events} beside {rest} recorded, only in this session")
            if own.beside
            else tr("**Your data**: {events}, only in this session")
        )
        st.markdown(what.format(events=events, rest=total - n), width="content")
        st.button(tr("Back to the recorded data"), key="own_leave", type="tertiary", on_click=leave)
