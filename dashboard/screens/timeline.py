"""The entries of the chronicle in three lanes, day by day."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import streamlit as st

from dashboard import language, words
from dashboard.entry import LANE_OF, LANES, meta, ties
from dashboard.language import tr
from dashboard.screens import rows
from dashboard.store import Store

PAGE = 120
"""Entries on one page."""


def page_of(ids: list[str], chosen: str) -> int:
    """Return the page on which an entry stands; the first when it is on none."""
    return ids.index(chosen) // PAGE if chosen in ids else 0


def show(
    store: Store,
    ids: list[str],
    *,
    chosen: str,
    chained: tuple[str, ...],
    on_choose: Callable[[str], None],
    addresses: Callable[[list[str]], dict[str, str]],
) -> None:
    """Render the entries.

    Parameters
    ----------
    store : Store
        The data.
    ids : list of str
        Ids in the order in which they are told.
    chosen : str
        The entry that is read, "" for none.
    chained : tuple of str
        The entries that hang together with it.
    on_choose : callable
        Called with the id of an entry when it is chosen.
    addresses : callable
        Returns the addresses of entries by their ids.
    """
    at = page_of(ids, chosen)
    part = ids[at * PAGE : (at + 1) * PAGE]
    events, to = {each: store.package.event(each) for each in part}, addresses(part)
    nodes: list[rows.Node] = [["div", "tl-lanes", *(["span", "", tr(title)] for title in LANES.values())]]
    for heading, group in groupby(part, key=lambda each: _heading(events[each])):
        nodes.append(["h3", "tl-day", heading])
        for each in group:
            nodes += _entry(store, events[each], to=to[each], chosen=each == chosen, chained=each in chained)
    rows.show(*nodes, key="timeline", on_choose=on_choose)
    if len(ids) > PAGE:
        _pages(ids, at, on_choose)


def _heading(event: dict) -> str:
    """Return the first possible day; an event known to a month only stands under its month."""
    return words.short_when(event) if event["time_precision"] == "month" else language.day(words.days_of(event)[0])


def _entry(store: Store, event: dict, *, to: str, chosen: bool, chained: bool) -> list[rows.Node]:
    event_id, title = event["event_id"], event["title"]
    kind = f"tl-entry tl-{LANE_OF[event['category']]}{' tl-chained' if chained else ''}"
    lines = [rows.line(rows.soft(meta(event))), rows.line(rows.strong(title) if chosen else title)]
    lines += [rows.line(rows.soft(tie), kind="small") for tie in ties(store.package, event_id)]
    made: list[rows.Node] = [rows.row(event_id, *lines, event_id=event_id, to=to, kind=kind)]
    if chosen:
        # In one column the card is far up: the text opens in place. The style sheet hides it where both fit.
        status = words.description("status", event["status"])
        made.append(["div", "tl-inline", ["p", "", event["summary"]], ["p", "ev-note", status]])
    return made


def _pages(ids: list[str], at: int, on_choose: Callable[[str], None]) -> None:
    last = (len(ids) - 1) // PAGE
    with st.container(key="timeline_pages", horizontal=True, vertical_alignment="center"):
        for key, label, to in (
            ("tl_earlier", tr("Earlier entries"), at - 1),
            ("tl_later", tr("Later entries"), at + 1),
        ):
            there = 0 <= to <= last
            st.button(label, key=key, disabled=not there, on_click=on_choose, args=(ids[to * PAGE] if there else "",))
        st.text(
            tr("Entries {first} to {last} of {n}").format(
                first=at * PAGE + 1, last=min((at + 1) * PAGE, len(ids)), n=len(ids)
            )
        )
