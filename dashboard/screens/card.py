"""The card of the chronicle: the entry that is read, or the opening of a chapter."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st
from markupsafe import Markup

from dashboard import words
from dashboard.entry import LANE_OF, LANES, shortened
from dashboard.filter_speech import filter_words
from dashboard.language import mark, tr, trn
from dashboard.record import part, record
from dashboard.screens import chapter, links, rows
from dashboard.screens.entries import key_dates
from dashboard.store import Store
from incidents import Filter
from incidents.story import Chapter, chain


def show(store: Store, shown: Filter, read: Chapter | None, ids: list[str], mask: np.ndarray) -> None:
    """Render the entry that is read; before the first step, what the chapter holds.

    Parameters
    ----------
    store : Store
        The data.
    shown : Filter
        The view; its event is the entry.
    read : Chapter or None
        The chapter.
    ids : list of str
        The entries, in the order in which they are told.
    mask : ndarray of bool
        All events of the chapter, those that are no key entries included.
    """
    event = record(store.package, shown.event) if shown.event else None
    if event is None:
        _opening(store, shown, read, ids, mask)
        return
    lane = LANE_OF[event["category"]]
    st.html(part("card", event | {"lane": tr(LANES[lane])}))
    st.html(part("claims", event))
    _chain(store, shown, read)
    links.to("map", tr("Everything about it, on the map"), icon=":material/map:")


def _chain(store: Store, shown: Filter, read: Chapter | None) -> None:
    """Render the events that hang together with the one that is read."""
    found = {each: store.package.event(each) for each in chain(store.package, shown.event)}
    parts = {
        row["other"]
        for row in store.package.relations_of(shown.event)
        if (row["relation"], row["direction"]) == ("part_of", "from")
    }
    told = [each for each in found if each not in parts]
    if len(told) < 2:
        return
    title = tr("What hangs together with it: {n}").format(
        n=trn("{n} entry", "{n} entries", len(told) - 1).format(n=len(told) - 1)
    )
    title += tr(", and {n}").format(n=trn("{n} part", "{n} parts", len(parts)).format(n=len(parts))) if parts else ""
    st.html(Markup('<h3 class="ev-h3">{}</h3>').format(title))
    _entries(store, read, {each: shortened(found[each]["title"]) for each in told})


def _entries(store: Store, read: Chapter | None, titles: dict[str, str]) -> None:
    """Render entries by day and title; one that is chosen is the next step."""
    to = chapter.addresses(store.package, read, titles)
    made = [
        rows.row(
            each,
            rows.soft(words.short_when(store.package.event(each))),
            f" {title}",
            event_id=each,
            to=to[each],
        )
        for each, title in titles.items()
    ]
    rows.show(rows.listed(made), key="related", on_choose=partial(chapter.step, store.package, read))


def _opening(store: Store, shown: Filter, read: Chapter | None, ids: list[str], mask: np.ndarray) -> None:
    """Render what stands before the first step: what the chapter holds, and its key dates."""
    own = filter_words(Filter(period=shown.period)) if shown.has_period else mark("Whole record")
    title = tr(read.title) if read else tr(own[:1].upper() + own[1:])
    dates = key_dates(store, ids)
    counts = words.by_category(store.category_counts(mask))
    st.html(
        Markup('<h2 class="ev-title">{}</h2><p class="ev-summary">{}{}. {}</p>').format(
            title,
            tr("{n} of {total} recorded events").format(n=int(mask.sum()), total=len(store.package.events)),
            f" ({counts})" if counts else "",
            tr(
                "Read them step by step, or choose an entry. The map shows what was recorded from the start of the chapter up to the entry."
            )
            if read
            else "",
        )
    )
    if not dates:
        return
    st.html(Markup('<h3 class="ev-h3">{}</h3>').format(tr("Key dates: the entries that most others hang on")))
    _entries(store, read, {each: store.package.event(each)["title"] for each in dates})
