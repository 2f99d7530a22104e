"""How many events each word of a facet would show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from incidents.filter import all_of, parts_of, table_of
from incidents.filter_parts import FACETS, PLACED, SAID
from incidents.filter_value import Filter
from incidents.frame_index import FrameIndex

if TYPE_CHECKING:
    from incidents.package import Package


def facet_counts(
    events: pd.DataFrame | Package, filter: Filter, *, names: Iterable[str] = tuple(FACETS)
) -> dict[str, dict[str, int]]:
    """Count the events of each word of each facet under all other parts of the filter.

    Parameters
    ----------
    events : DataFrame or Package
        As for `filter_mask`.
    filter : Filter
        What a facet itself lets through or leaves out does not change its own counts.
    names : iterable of str
        Which facets. Default: country, type, category, status, actor, resolution. Also ``airspace``, ``party`` and ``stance`` (events with such
        a claim, among the claims that the other of the two lets through).

    Returns
    -------
    dict of str to dict of str to int
        For each facet each word that occurs at all, most frequent first; 0 where the other parts leave none.
    """
    table = table_of(events)
    parts, index, found = parts_of(table, filter), FrameIndex.of(table), {}
    for name in names:
        part = "said" if name in SAID else name
        mask = all_of(table, [mask for other, mask in parts if other != part])
        if name in FACETS:
            found[name] = index.counts(table, FACETS[name], mask)
        elif name in PLACED:
            found[name] = index.placed(table)[PLACED[name]][mask].value_counts().to_dict()
        else:
            others = {SAID[other]: words for other in SAID if other != name and (words := getattr(filter, other))}
            found[name] = index.said_counts(table, SAID[name], others, mask)
    return found
