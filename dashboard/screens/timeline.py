"""The entries of the chronicle in three lanes, day by day."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from dashboard import language, words
from dashboard.entry import LANE_OF, LANES, meta, ties
from dashboard.language import tr
from dashboard.screens.plain import plain
from dashboard.store import Store

PAGE = 120
"""Entries on one page."""


def page_of(ids: list[str], chosen: str) -> int:
    """Return the page on which an entry stands; the first when it is on none."""
    return ids.index(chosen) // PAGE if chosen in ids else 0


def show(
    store: Store, ids: list[str], *, chosen: str, chained: tuple[str, ...], on_choose: Callable[[str], None]
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
    """
    at = page_of(ids, chosen)
    part = ids[at * PAGE : (at + 1) * PAGE]
    _marks(chosen, [each for each in chained if each in set(part)])
    events = {each: store.package.event(each) for each in part}
    with st.container(key="timeline"):
        st.html(
            Markup('<div class="tl-lanes" aria-hidden="true">{}</div>').format(
                Markup("").join(Markup("<span>{}</span>").format(tr(title)) for title in LANES.values())
            )
        )
        for heading, group in groupby(part, key=lambda each: _heading(events[each])):
            st.html(Markup('<h3 class="tl-day">{}</h3>').format(heading))
            for each in group:
                _entry(store, events[each], chosen=each == chosen, on_choose=on_choose)
    if len(ids) > PAGE:
        _pages(ids, at, on_choose)


def _heading(event: dict) -> str:
    """Return the first possible day; an event known to a month only stands under its month."""
    return words.short_when(event) if event["time_precision"] == "month" else language.day(words.days_of(event)[0])


def _entry(store: Store, event: dict, *, chosen: bool, on_choose: Callable[[str], None]) -> None:
    event_id = event["event_id"]
    title = plain(event["title"])
    lines = [f":gray[{plain(meta(event))}]", f"**{title}**" if chosen else title]
    lines += [f":small[:gray[{plain(line)}]]" for line in ties(store.package, event_id)]
    st.button(
        "  \n".join(lines),
        key=f"{LANE_OF[event['category']]}_{event_id}",
        type="tertiary",
        width="stretch",
        on_click=on_choose,
        args=(event_id,),
    )
    if chosen:
        # In one column the card is far up: the text opens in place. The style sheet hides it where both fit.
        st.html(
            Markup('<div class="tl-inline"><p>{}</p><p class="ev-note">{}</p></div>').format(
                event["summary"], words.description("status", event["status"])
            )
        )


def _marks(chosen: str, chained: list[str]) -> None:
    """Mark the entry that is read, and those that hang together with it; ids are letters, digits and hyphens only."""
    rules = [f".st-key-{lane}_{each} button {{ border-left-style: solid; }}" for each in chained for lane in LANES]
    rules += [
        f".st-key-{lane}_{chosen} button {{ border-left: 4px solid var(--tl-mark); background: var(--tl-soft); }}"
        for lane in LANES
        if chosen
    ]
    st.html(f"<style>/* marks */ {' '.join(rules)}</style>")


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
