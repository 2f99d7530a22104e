"""Which events a view shows: the value `Filter`, and the only place that knows which column each of its words looks at."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from incidents.fold import fold
from incidents.frame_index import FrameIndex
from incidents.patterns import ID

if TYPE_CHECKING:
    from incidents.package import Package

# Order of the URL; each looks at one column of the events table.
FACETS: Mapping[str, str] = {
    "country": "country",
    "type": "event_type",
    "category": "category",
    "status": "status",
    "actor": "actor",
}
LONGEST_Q = 200
OPEN = ".."
Period = tuple[date | None, date | None]


@dataclass(frozen=True)
class Filter:
    """A frozen, hashable description of a view. Equal filters are equal values: facet words are sorted and unique.

    Attributes
    ----------
    period : tuple of (date or None, date or None), default (None, None)
        First and last day, both included, in UTC; None leaves that side open. An event counts when it *could* have happened in the period.
    country, category, type, status, actor : tuple of str, default ()
        Words of the columns country, category, event_type, status and actor; empty allows all.
    q : str, default ""
        Words that must all occur in title, summary, place, platform or id, without regard to case and accents.
    event : str, default ""
        The selected event. It opens the detail and is part of the URL; it does not leave out any row.
    """

    period: Period = (None, None)
    country: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    q: str = ""
    event: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "period", _period(self.period))
        for name in FACETS:
            given = getattr(self, name)
            if isinstance(given, str):
                raise TypeError(f'{name}: give a tuple of words, such as ("{given}",)')
            object.__setattr__(self, name, tuple(sorted({str(word) for word in given})))
        object.__setattr__(self, "q", " ".join(str(self.q).split()))
        if len(self.q) > LONGEST_Q or not self.q.isprintable():
            raise ValueError(f"q: keep the text under {LONGEST_Q} characters and printable")
        if self.event and not re.fullmatch(ID, self.event):
            raise ValueError("event: an event id is made of lower-case letters, digits and hyphens")

    @classmethod
    def from_params(
        cls, params: Mapping[str, Iterable[str]], package: Package | None = None
    ) -> tuple[Filter, tuple[str, ...]]:
        """Read URL parameters; see `incidents.filter_params.from_params`."""
        from incidents.filter_params import from_params

        return from_params(params, package)

    @classmethod
    def from_args(cls, namespace: argparse.Namespace) -> Filter:
        """Make a filter of parsed command line arguments; see `incidents.filter_arguments.add_filter_arguments`."""
        given = {name: tuple(getattr(namespace, name, None) or ()) for name in FACETS}
        return cls(
            period=getattr(namespace, "period", None) or (None, None), q=getattr(namespace, "q", None) or "", **given
        )

    def to_params(self) -> list[tuple[str, str]]:
        """Return URL parameters in their fixed order: period twice (``..`` for an open side), facets, q, event."""
        params = []
        if self.has_period:
            params = [("period", OPEN if day is None else day.isoformat()) for day in self.period]
        params += [(name, word) for name in FACETS for word in getattr(self, name)]
        return params + [(name, getattr(self, name)) for name in ("q", "event") if getattr(self, name)]

    def to_words(self, *, names: Mapping[str, str] | None = None) -> str:
        """Return the filter in plain English for captions, "all recorded events" when nothing is filtered.

        Parameters
        ----------
        names : mapping of str to str, optional
            Names for country and actor codes. Default: the codes.
        """
        from incidents.filter_words import to_words

        return to_words(self, names=names)

    def chips(self, *, names: Mapping[str, str] | None = None) -> tuple[tuple[str, str, str], ...]:
        """Return (name, value, words) of each active part, for removable chips: `without(name, value)` removes one."""
        from incidents.filter_words import chips

        return chips(self, names=names)

    def without(self, name: str, value: str | None = None) -> Filter:
        """Return the filter without one part, or without one word of it."""
        if name in FACETS and value is not None:
            return replace(self, **{name: tuple(word for word in getattr(self, name) if word != value)})
        return replace(self, **{name: getattr(Filter(), name)})

    def replace(self, **changes: Any) -> Filter:
        """Return the filter with some parts replaced."""
        return replace(self, **changes)

    @property
    def has_period(self) -> bool:
        """Whether either side of the period is set."""
        return self.period != (None, None)

    @property
    def is_active(self) -> bool:
        """Whether the filter can leave out any row (the selected event cannot)."""
        return replace(self, event="") != Filter()


def _period(given: Any) -> Period:
    first, last = given
    days = tuple(day.date() if isinstance(day, datetime) else day for day in (first, last))
    if not all(day is None or isinstance(day, date) for day in days):
        raise TypeError("period: give two dates (datetime.date), None for an open side")
    if None not in days and days[1] < days[0]:
        raise ValueError(f"period: {days[1]} lies before {days[0]}; swap the two")
    return days


EVERYTHING = Filter()


def filter_mask(events: pd.DataFrame, filter: Filter, *, claims: pd.DataFrame | None = None) -> np.ndarray:
    """Return for each event whether the filter lets it through.

    Parameters
    ----------
    events : DataFrame
        An events table of a `Package`, or rows of one.
    filter : Filter
        The period looks at the interval [earliest, latest), facets at their columns, q at the text.
    claims : DataFrame, optional
        Search the claims about each event as well.

    Returns
    -------
    ndarray of bool
        One value for each row, in order.
    """
    index = FrameIndex.of(events)
    mask = np.ones(len(events), dtype=bool)
    first, last = filter.period
    if first is not None:
        mask &= index.times(events, "latest") > np.datetime64(first)
    if last is not None:
        mask &= index.times(events, "earliest") < np.datetime64(last) + np.timedelta64(1, "D")
    for name, column in FACETS.items():
        if words := getattr(filter, name):
            mask &= index.is_one_of(events, column, words)
    if words := fold(filter.q).split():
        mask &= index.contains(events, words, claims=claims)
    return mask


def filter_events(events: pd.DataFrame, filter: Filter, *, claims: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the events that the filter lets through, in order and with their index; see `filter_mask`."""
    return events[filter_mask(events, filter, claims=claims)]


def day_bounds(events: pd.DataFrame) -> tuple[date, date] | None:
    """Return the first and the last UTC day on which any of the events could have happened, None when there are none."""
    if events.empty:
        return None
    return events["earliest"].min().date(), (events["latest"].max() - timedelta(microseconds=1)).date()
