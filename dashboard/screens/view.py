"""The one state of a session: a `Filter`, kept equal to the page's address."""

from __future__ import annotations

import streamlit as st

from incidents import Filter, Package

VIEW, PARAMS, NOTES, STACK = "view", "view_params", "view_notes", "view_stack"


def _params(view: Filter) -> dict[str, list[str]]:
    params: dict[str, list[str]] = {}
    for name, value in view.to_params():
        params.setdefault(name, []).append(value)
    return params


def current(package: Package) -> Filter:
    """Return the view; read anew from the address in a new session and after the browser's back and forward.

    Other screens have addresses without filters: coming back from one, the view is kept and the address follows.
    """
    state = st.session_state
    address = {name: st.query_params.get_all(name) for name in st.query_params}
    if VIEW in state and not address and state.get("screen_before") != "map":
        st.query_params.from_dict(_params(state[VIEW]))
        state[PARAMS] = _params(state[VIEW])
    elif VIEW not in state or address != state[PARAMS]:
        state[VIEW], state[NOTES] = Filter.from_params(address, package)
        state[PARAMS], state[STACK] = address, []
    return state[VIEW]


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
    st.query_params.from_dict(state[PARAMS])


def select(event_id: str) -> None:
    """Select an event from a list, or none; a callback."""
    stack = st.session_state.get(STACK, [])
    change(st.session_state[VIEW].replace(event=event_id), stack=stack if event_id in stack else [])


def notes() -> tuple[str, ...]:
    """Return what of the address was ignored, in words."""
    return st.session_state.get(NOTES, ())


def stack() -> list[str]:
    """Return the ids of the events under the last click."""
    return st.session_state.get(STACK, [])
