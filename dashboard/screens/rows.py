"""Rows that can be chosen, and the words between them, as one element of the page.

Each row is a link to the view with its event selected: it opens in another tab as well, and can be copied. Measured: a button of
Streamlit's takes a browser 2 ms, and the chronicle has 52 of them; as one element they take 3 ms together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard import words
from dashboard.record import name_of
from dashboard.screens import view
from dashboard.screens.own_file import own_file

NAME = "rows"
Node = str | list[Any] | dict[str, Any]
"""Text; or an element as its name, its class and what is in it; or a row as `row` makes it. The browser shows all text as text."""


def soft(text: str) -> Node:
    """Return text that stands back."""
    return ["span", "soft", text]


def strong(text: str) -> Node:
    """Return text that stands out."""
    return ["strong", "", text]


def line(*inner: Node, kind: str = "") -> Node:
    """Return one line of a row."""
    return ["span", f"line {kind}".rstrip(), *inner]


def row(row_id: str, *lines: Node, event_id: str = "", to: str = "", kind: str = "") -> dict[str, Any]:
    """Return a row.

    Parameters
    ----------
    row_id : str
        What tells it apart in its element.
    *lines : Node
        What it says.
    event_id : str
        The event that it selects, or whatever else `show` is to call back with; "" where it leads to another view.
    to : str
        Its address; by default that of this view with the event.
    kind : str
        Its class.
    """
    return {"row": row_id, "event": event_id, "to": to, "kind": kind, "lines": [*lines]}


def event_row(event: dict, *, before: str = "") -> dict[str, Any]:
    """Return one event as a row: when, where and what kind above its title."""
    meta = [before, words.short_when(event), name_of(event["country"]), words.label("event_type", event["event_type"])]
    said = " · ".join(bit for bit in meta if bit)
    return row(event["event_id"], line(soft(said)), line(event["title"]), event_id=event["event_id"])


def listed(rows: list[dict[str, Any]]) -> Node:
    """Return rows as a list, which a screen reader counts."""
    return ["ul", "row-list", *(["li", "", each] for each in rows)]


def show(*nodes: Node, key: str, on_choose: Callable[[str], None] = view.select) -> None:
    """Render nodes, rows among them; those of the selected event are marked.

    Parameters
    ----------
    *nodes : Node
        What is shown.
    key : str
        Key of the element.
    on_choose : callable
        Called with what a row selects when it is chosen.
    """
    events = {each["row"]: each["event"] for each in _rows(nodes)}

    def choose() -> None:
        # What comes from a browser may be anything; where the next screen has been asked for at once, it is gone.
        picked = (st.session_state.get(key) or {}).get("chosen")
        if isinstance(picked, str) and events.get(picked):
            on_choose(events[picked])

    query, selected = view.pairs("event"), st.session_state[view.VIEW].event
    mount(key, {"query": f"{urlencode(query)}&" if query else "", "selected": selected, "nodes": [*nodes]}, choose)


def mount(key: str, data: dict[str, Any], on_chosen: Callable[[], None] = lambda: None) -> None:
    """Render what ``rows.js`` makes of its data; `show` says what is in them."""
    mounted = st.components.v2.component(NAME, js=own_file("rows.js"), isolate_styles=False)
    mounted(key=key, data=data, on_chosen_change=on_chosen)


def _rows(nodes: Any) -> Iterator[dict[str, Any]]:
    """Yield the rows among nodes, in their order."""
    for node in nodes:
        if isinstance(node, dict):
            yield node
        elif isinstance(node, list):
            yield from _rows(node[2:])
