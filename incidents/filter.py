"""Which events a filter lets through: the only place that knows which column each of its parts looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from incidents.filter_area import in_area
from incidents.filter_hours import in_hours
from incidents.filter_near import is_near
from incidents.filter_parts import FACETS, LONGEST_Q, OPEN, PLACED, PLACED_RANGES, RANGES, SAID, Period
from incidents.filter_value import EVERYTHING, Filter
from incidents.frame_index import FrameIndex
from incidents.romanise import search_words
from incidents.shared_table import lock

if TYPE_CHECKING:
    from incidents.package import Package

__all__ = [
    "EVERYTHING",
    "FACETS",
    "LONGEST_Q",
    "OPEN",
    "RANGES",
    "SAID",
    "Filter",
    "Period",
    "count_range",
    "day_bounds",
    "filter_events",
    "filter_mask",
    "within_period",
]


def table_of(events: pd.DataFrame | Package) -> pd.DataFrame:
    return events if isinstance(events, pd.DataFrame) else events.events


def parts_of(events: pd.DataFrame, filter: Filter, claims: pd.DataFrame | None = None) -> list[tuple[str, np.ndarray]]:
    """Return each active part with what it lets through, kept for the last filters asked of this table."""
    index = FrameIndex.of(events)
    return list(
        index.kept(
            (filter.replace(event=""), claims),
            lambda: [(name, lock(mask)) for name, mask in _each_part(events, filter, claims)],
        )
    )


def _each_part(
    events: pd.DataFrame, filter: Filter, claims: pd.DataFrame | None = None
) -> Iterator[tuple[str, np.ndarray]]:
    """Yield each active part of the filter with what it lets through; a facet and its exclusion are one part."""
    index = FrameIndex.of(events)
    first, last = filter.period
    if first is not None:
        yield "period", index.times(events, "latest") > np.datetime64(first)
    if last is not None:
        yield "period", index.times(events, "earliest") < np.datetime64(last) + np.timedelta64(1, "D")
    for name, column in FACETS.items():
        if words := getattr(filter, name):
            yield name, index.is_one_of(events, column, words)
        if words := getattr(filter, f"not_{name}"):
            yield name, ~index.is_one_of(events, column, words)
    if wanted := {column: words for name, column in SAID.items() if (words := getattr(filter, name))}:
        yield "said", index.said(events, wanted, claims=claims)
    for name, column in PLACED.items():
        if words := getattr(filter, name):
            yield name, index.placed(events)[column].isin(words).to_numpy()
    for name in filter.ranges:
        if name in PLACED_RANGES:
            distance = index.placed(events)[PLACED_RANGES[name]].abs().to_numpy()
            yield name, _between(distance, distance, *getattr(filter, name))
        else:
            least, most = (events[column].to_numpy() for column in RANGES[name])
            yield name, _between(least, most, *getattr(filter, name))
    if filter.area:
        yield "area", in_area(filter.area, *_positions(events))
    if filter.near:
        yield "near", is_near(filter.near, *_positions(events))
    if filter.hours:
        yield "hours", in_hours(filter.hours, index.begin_hours(events, filter.hours[2]))
    if filter.changed:
        yield "changed", index.changed(events) >= np.datetime64(filter.changed)
    if words := search_words(filter.q):
        yield "q", index.contains(events, words, claims=claims)


def _positions(events: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    return events["longitude"].to_numpy(float), events["latitude"].to_numpy(float)


def _between(least: np.ndarray, most: np.ndarray, low: float | None, high: float | None) -> np.ndarray:
    """Return which events could have a value in the range; an event without any value could not."""
    least, most = np.where(np.isnan(least), most, least), np.where(np.isnan(most), least, most)
    mask = ~np.isnan(least)
    if low is not None:
        mask &= most >= low
    if high is not None:
        mask &= least <= high
    return mask


def all_of(events: pd.DataFrame, masks: Iterable[np.ndarray]) -> np.ndarray:
    """Return which events all of the masks let through."""
    mask = np.ones(len(events), dtype=bool)
    for part in masks:
        mask &= part
    return mask


def filter_mask(events: pd.DataFrame | Package, filter: Filter, *, claims: pd.DataFrame | None = None) -> np.ndarray:
    """Return for each event whether the filter lets it through.

    Parameters
    ----------
    events : DataFrame or Package
        A package, its events table, or rows of one.
    filter : Filter
        The period looks at the interval [earliest, latest), facets and ranges at their columns, area and near at the point, q at the text, party and stance at the claims.
    claims : DataFrame, optional
        Claims to look at. Default: those of the package, when `events` is a package or the very table ``package.events``; none for a table
        made from it. Dates of sources and updates, for `changed`, are found in the same way.

    Returns
    -------
    ndarray of bool
        One value for each row, in order.
    """
    table = table_of(events)
    return all_of(table, [mask for _, mask in parts_of(table, filter, claims)])


def filter_events(
    events: pd.DataFrame | Package, filter: Filter, *, claims: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the events that the filter lets through, in order and with their index; see `filter_mask`."""
    return table_of(events)[filter_mask(events, filter, claims=claims)]


def count_range(events: pd.DataFrame | Package, filter: Filter) -> tuple[int, int]:
    """Count the events that certainly lie in the period, and those that could.

    Parameters
    ----------
    events : DataFrame or Package
        As for `filter_mask`.
    filter : Filter
        All parts but the period say which events are counted.

    Returns
    -------
    minimum, maximum : int
        An event known to the month counts for the minimum only when the whole month lies in the period, one that went on over several days only when
        all of them do. Without a period the two are equal.
    """
    mask = filter_mask(events, filter)
    return int((mask & within_period(events, filter)).sum()), int(mask.sum())


def within_period(events: pd.DataFrame | Package, filter: Filter) -> np.ndarray:
    """Return for each event whether all of the time in which it could have happened lies in the period; no other part of the filter counts."""
    table = table_of(events)
    index, (first, last) = FrameIndex.of(table), filter.period
    certain = np.ones(len(table), dtype=bool)
    if first is not None:
        certain &= index.times(table, "earliest") >= np.datetime64(first)
    if last is not None:
        certain &= index.times(table, "latest") <= np.datetime64(last) + np.timedelta64(1, "D")
    return certain


def day_bounds(events: pd.DataFrame) -> tuple[date, date] | None:
    """Return the first and the last UTC day on which any of the events could have happened, None when there are none."""
    if events.empty:
        return None
    return events["earliest"].min().date(), (events["latest"].max() - timedelta(microseconds=1)).date()
