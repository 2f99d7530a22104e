"""The one state of a session: a `Filter`, kept equal to the page's address."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from dashboard import language
from dashboard.map_position import AT, NOTE, map_position
from dashboard.screens import embed, table_state, tongue
from incidents import Filter, Package

VIEW, PARAMS, NOTES, STACK = "view", "view_params", "view_notes", "view_stack"
FLOW = "flow"
BESIDE = (
    AT,
    embed.ASPECT,
    FLOW,
    "chart",
    "step",
    "by",
    "clock",
    "versus",
    "against",
    "pair",
    "chapter",
    "entries",
    table_state.PARAM,
    language.LANG,
)
"""Parameters of the address beside the filter: the map's position, the shape of the clean view, the selected supply line, the settings of the Analysis screen,
what of the chronicle is read, the table under the map, the language."""
OF_SCREEN = dict.fromkeys(("chart", "step", "by", "clock", "versus", "against", "pair"), "analysis") | dict.fromkeys(
    ("chapter", "entries"), "chronicle"
)
"""Parameters that say something to one screen only."""


def _params(view: Filter) -> dict[str, list[str]]:
    params: dict[str, list[str]] = {}
    for name, value in view.to_params():
        params.setdefault(name, []).append(value)
    return params


def pairs(*without: str) -> list[tuple[str, str]]:
    """Return the address of this view as names and values, some names left out; a clean view stays one."""
    found = [
        (name, value) for name in st.query_params if name not in without for value in st.query_params.get_all(name)
    ]
    return [*found, ("embed", "true")] if st.context.is_embedded else found


def to_each(name: str, values: Iterable[str]) -> list[str]:
    """Return the addresses of this view with each of some values of a parameter, as of ``event``, without the question mark."""
    kept = pairs(name)
    return [urlencode([*kept, (name, value)]) for value in values]


def current(package: Package) -> Filter:
    """Return the view; read anew from the address in a new session and after the browser's back and forward.

    A change of screen leaves the address without filters: the view is kept and the address follows.
    """
    state = st.session_state
    address = {name: st.query_params.get_all(name) for name in st.query_params if name not in BESIDE}
    if VIEW in state and not address and state.get("screen_before") != state.get("screen"):
        state[PARAMS] = _params(state[VIEW])
        _write(state[PARAMS])
    elif VIEW not in state or address != state[PARAMS]:
        state[VIEW], state[NOTES] = Filter.from_params(address, package)
        if AT in st.query_params and position() is None:
            state[NOTES] += (NOTE,)
        state[NOTES] += tuple(note for note in (embed.note(), table_state.note(), tongue.note()) if note)
        state[PARAMS], state[STACK] = address, []
    return state[VIEW]


def tidy(screen: str) -> None:
    """Take out of the address what belongs to another screen; the browser's way back may bring it along."""
    for name, home in OF_SCREEN.items():
        if home != screen and name in st.query_params:
            del st.query_params[name]


def change(view: Filter, *, stack: list[str] | None = None) -> None:
    """Make this the view, and the address say so.

    Parameters
    ----------
    view : Filter
        The new view.
    stack : list of str, optional
        Ids of the events that lie under the click which selected one of them; kept when not given.
    """
    state = st.session_state
    state[VIEW], state[PARAMS], state[NOTES] = view, _params(view), ()
    if stack is not None:
        state[STACK] = stack
    _write(state[PARAMS])


def _write(params: dict[str, list[str]]) -> None:
    """Write the address; what stands there beside the filter stays."""
    beside = language.params() | {name: st.query_params[name] for name in BESIDE if name in st.query_params}
    st.query_params.from_dict(params | beside)


def flow() -> str:
    """Return the id of the supply line that the address selects, "" for none."""
    return st.query_params.get(FLOW, "")


def select_flow(flow_id: str) -> None:
    """Select a supply line, or none; a callback."""
    if flow_id:
        st.query_params[FLOW] = flow_id
    else:
        st.query_params.pop(FLOW, None)


def position() -> tuple[float, float, float] | None:
    """Return longitude, latitude (EPSG:4326) and zoom that the address names for the map, None when it names none."""
    return map_position(st.query_params.get(AT, ""))


def at() -> str:
    """Return what the address says of the map's position, "" when it names none that the map can take."""
    return st.query_params.get(AT, "") if position() else ""


def select(event_id: str) -> None:
    """Select an event from a list, or none; a callback."""
    stack = st.session_state.get(STACK, [])
    change(st.session_state[VIEW].replace(event=event_id), stack=stack if event_id in stack else [])


def add_note(note: str) -> None:
    """Show a note until the next change of the view."""
    before = st.session_state.get(NOTES, ())
    if note not in before:
        st.session_state[NOTES] = (*before, note)


def notes() -> tuple[str, ...]:
    """Return what of the address was ignored, in words of the current language."""
    return tuple(map(language.said, st.session_state.get(NOTES, ())))


def stack() -> list[str]:
    """Return the ids of the events under the last click."""
    return st.session_state.get(STACK, [])
