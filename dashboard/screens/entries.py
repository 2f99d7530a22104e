"""Which events a chapter of the chronicle tells, and which of them are its key dates."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd

from dashboard.screens import chapter
from dashboard.store import Store
from incidents import Filter, filter_mask
from incidents.story import Chapter, key_events, reading_order

KEY_DATES = 8
SORTED_UP_TO = 3000
"""Entries up to which one day is put in the order of who answers whom."""


def entries(store: Store, shown: Filter, read: Chapter | None) -> tuple[list[str], np.ndarray]:
    """Return the ids of the entries in the order in which they are told, and which events the chapter holds in all.

    Parameters
    ----------
    store : Store
        The data.
    shown : Filter
        The view; its window moves along with the steps and leaves no entry of the chapter out.
    read : Chapter or None
        The chapter, None for the dates of the view. What began before a chapter is told in an earlier one.
    """
    mask = filter_mask(store.package, shown)
    if read is not None:
        mask = filter_mask(store.package, shown.replace(period=(read.first, read.last)))
        mask &= (store.package.events["earliest"] >= pd.Timestamp(read.first, tz="UTC")).to_numpy()
    key = mask & key_events(store.package)
    at = store.index_of(shown.event)
    wanted = mask if chapter.all_entries() or not key.any() or (at >= 0 and mask[at] and not key[at]) else key
    ids = store.package.events["event_id"].to_numpy()[np.flatnonzero(wanted)].tolist()
    return (reading_order(store.package, ids) if len(ids) <= SORTED_UP_TO else ids), mask


def key_dates(store: Store, ids: list[str]) -> list[str]:
    """Return the entries with most relations, at most eight, in the order in which they are told."""
    relations = store.package.relations
    ties = Counter([*relations["event_id"], *relations["related_event_id"]])
    most = set(sorted(ids, key=lambda each: -ties[each])[:KEY_DATES])
    return [each for each in ids if each in most and ties[each]]
