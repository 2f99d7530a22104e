"""What a view shows, as a plain frozen value that has a URL, words for people and parts to remove."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from incidents.check_period import check_period
from incidents.check_range import check_range
from incidents.filter_area import Area
from incidents.filter_hours import Hours
from incidents.filter_near import Near
from incidents.filter_parts import LONGEST_Q, OPEN, RANGED, SINGLE, WORDED, Period, Range, parameter
from incidents.patterns import ID
from incidents.plain_number import decimal

if TYPE_CHECKING:
    from incidents.package import Package


@dataclass(frozen=True)
class Filter:
    """A frozen, hashable description of a view. Equal filters are equal values: facet words are sorted and unique.

    Attributes
    ----------
    period : tuple of (date or None, date or None), default (None, None)
        First and last day, both included, in UTC; None leaves that side open. An event counts when it *could* have happened in the period.
    country, category, type, status, actor, resolution : tuple of str, default ()
        Words of the columns country, category, event_type, status, actor and resolution; empty allows all.
    q : str, default ""
        Words that must all occur in title, summary, place, platform, id or a claim about the event, without regard to case and accents.
    event : str, default ""
        The selected event: part of the URL, it leaves out no row.
    not_country, not_category, not_type, not_status, not_actor, not_resolution : tuple of str, default ()
        Words to leave out; they win over the words to let through.
    uncertainty, duration, depth, count : tuple of (float or None, float or None), default (None, None)
        Least and greatest value, both included, None open: radius of uncertainty in metres, minutes inside the airspace, kilometres of depth,
        number of objects (could lie in the range). Once a side is set, events without the value are left out.
    airspace : tuple of str, default ()
        inside, outside, uncertain: where the whole disc of uncertainty lies relative to the airspace of the state concerned.
    border : tuple of (float or None, float or None), default (None, None)
        Kilometres from the point to the border of airspace, on either side of it.
    party, stance : tuple of str, default ()
        Events with a claim of one of these parties, with one of these stances; both set, it must be the same claim.
    area : tuple of float, default ()
        West, south, east, north of a box, or longitude and latitude of each corner of a polygon (EPSG:4326); see `incidents.filter_area`.
    near : tuple of (str, float), default ()
        A place that geodata knows, or ``longitude,latitude``, and kilometres around it; see `incidents.filter_near`.
    hours : tuple of (int, int, str), default ()
        Hours of the day between which the event began, and their clock ("utc" or "local"); events whose hour is not known are left out. See `incidents.filter_hours`.
    changed : date, optional
        Day from which on something about the event must be dated: itself, a source or an update; see `incidents.filter_changed`.
    """

    period: Period = (None, None)
    country: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    q: str = ""
    event: str = ""
    not_country: tuple[str, ...] = ()
    not_category: tuple[str, ...] = ()
    not_type: tuple[str, ...] = ()
    not_status: tuple[str, ...] = ()
    not_actor: tuple[str, ...] = ()
    uncertainty: Range = (None, None)
    duration: Range = (None, None)
    depth: Range = (None, None)
    count: Range = (None, None)
    airspace: tuple[str, ...] = ()
    border: Range = (None, None)
    resolution: tuple[str, ...] = ()
    not_resolution: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    area: Area = ()
    near: Near = ()
    changed: date | None = None
    hours: Hours = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "period", check_period(self.period))
        for name, (check, _) in SINGLE.items():
            object.__setattr__(self, name, check(getattr(self, name)))
        for name in RANGED:
            object.__setattr__(self, name, check_range(name, getattr(self, name)))
        for name in WORDED:
            given = getattr(self, name)
            if isinstance(given, str):
                raise TypeError(f'{name}: give a tuple of words, such as ("{given}",)')
            object.__setattr__(self, name, tuple(sorted({str(word) for word in given})))
        object.__setattr__(self, "q", " ".join(str(self.q).split()))
        if len(self.q) > LONGEST_Q or not self.q.isprintable():
            raise ValueError(f"q: write at most {LONGEST_Q} characters, all printable")
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
        given: dict[str, Any] = {name: tuple(getattr(namespace, name, None) or ()) for name in WORDED}
        given |= {name: getattr(namespace, name, None) or (None, None) for name in ("period", *RANGED)}
        given |= {name: value for name in SINGLE if (value := getattr(namespace, name, None))}
        return cls(q=getattr(namespace, "q", None) or "", **given)

    def to_params(self) -> list[tuple[str, str]]:
        """Return URL parameters in their fixed order; period and ranges twice (``..`` for an open side)."""
        params = []
        if self.has_period:
            params = [("period", OPEN if day is None else day.isoformat()) for day in self.period]
        params += [(parameter(name), word) for name in WORDED for word in getattr(self, name)]
        for name in self.ranges:
            params += [(name, OPEN if value is None else decimal(value)) for value in getattr(self, name)]
        params += [(name, text(getattr(self, name))) for name, (_, text) in SINGLE.items() if getattr(self, name)]
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
        """Return the filter without one part, or without one word of it; ``not-country`` and ``not_country`` are the same name."""
        name = name.replace("-", "_")
        if name in WORDED and value is not None:
            return replace(self, **{name: tuple(word for word in getattr(self, name) if word != value)})
        return replace(self, **{name: getattr(Filter(), name)})

    def replace(self, **changes: Any) -> Filter:
        """Return the filter with some parts replaced."""
        return replace(self, **changes)

    @property
    def has_period(self) -> bool:
        """Whether either side of the period is set."""
        return any(self.period)

    @property
    def ranges(self) -> tuple[str, ...]:
        """The names of the ranges that are set on either side."""
        return tuple(name for name in RANGED if getattr(self, name) != (None, None))

    @property
    def is_active(self) -> bool:
        """Whether the filter can leave out any row (the selected event cannot)."""
        return replace(self, event="") != Filter()


EVERYTHING = Filter()
