"""Read a filter from URL parameters: what cannot be read is ignored with a note, nothing is raised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from incidents import ways_out
from incidents.codes import STATES
from incidents.errors import quoted
from incidents.filter_area import parse_area
from incidents.filter_hours import parse_hours
from incidents.filter_near import parse_near
from incidents.filter_parts import LONGEST_Q, OPEN, RANGED, SINGLE, WORDED, Period, parameter
from incidents.filter_value import Filter
from incidents.instants import FIRST_YEAR, LAST_YEAR
from incidents.parse_range import parse_range
from incidents.patterns import ID
from incidents.tables import ACTORS, PARTIES
from incidents.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    from incidents.package import Package

NAMES = ("period", *map(parameter, WORDED), *RANGED, *SINGLE, "q", "event")
_MOST_VALUES = 300
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

WORDS: Mapping[str, frozenset[str]] = {
    "country": STATES,
    "type": frozenset(VOCABULARIES["event_type"]),
    "category": frozenset(VOCABULARIES["category"]),
    "status": frozenset(VOCABULARIES["status"]),
    "actor": STATES | frozenset(ACTORS),
    "resolution": frozenset(VOCABULARIES["resolution"]),
    "airspace": frozenset(VOCABULARIES["airspace"]),
    "party": STATES | frozenset(PARTIES),
    "stance": frozenset(VOCABULARIES["stance"]),
}


def parse_word(name: str, value: str) -> str:
    """Return the word of a facet as the data writes it; case and outer spaces do not matter.

    Raises
    ------
    ValueError
        The vocabulary lacks it; the message names the nearest words.
    """
    tidy, facet = value.strip(), name.removeprefix("not_")
    tidy = tidy.upper() if facet in ("country", "actor", "party") else tidy.lower()
    if tidy not in WORDS[facet]:
        way = ways_out.of_word(value[:40], sorted(WORDS[facet]), otherwise="write the three-letter code, such as EST")
        raise ValueError(f"{parameter(name)}: {quoted(value)} is not known; {way}")
    return tidy


def parse_day(value: str, name: str = "period") -> date | None:
    """Return the day that a parameter names, None for an open side (``..`` or empty).

    Raises
    ------
    ValueError
        It is not an ISO 8601 date from 1900 to 2100.
    """
    if value.strip() in ("", OPEN):
        return None
    try:
        if not _DAY.fullmatch(value):
            raise ValueError
        day = date.fromisoformat(value)
    except ValueError:
        way = ways_out.of_date(value[:40])
        way = (
            way if re.match(r"write [0-9]{4}-[0-9]{2}-[0-9]{2}\b(?!T| with| as)", way) else "write a day as 2025-09-10"
        )
        raise ValueError(f"{name}: {quoted(value)} is not a day; {way}") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{name}: {quoted(value)} lies outside {FIRST_YEAR} to {LAST_YEAR}")
    return day


def parse_period(values: list[str]) -> Period:
    """Return a period: one value is that single day, two are the first and the last day, both included.

    Raises
    ------
    ValueError
        There are more than two values, one is broken, or the last day lies before the first.
    """
    if not 1 <= len(values) <= 2:
        raise ValueError(f"period: {len(values)} days given; give one or two")
    days = [parse_day(value) for value in values]
    first, last = (days * 2)[:2]
    if first is not None and last is not None and last < first:
        raise ValueError(f"period: {last} lies before {first}; swap the two")
    return first, last


def from_params(params: Mapping[str, Iterable[str]], package: Package | None = None) -> tuple[Filter, tuple[str, ...]]:
    """Read a filter from URL parameters.

    Parameters
    ----------
    params : mapping of str to iterable of str
        The values of each parameter, in order. A plain string counts as one value. Empty values are passed over, except in a period of two
        and in a range, where an empty value or ``..`` leaves that side open.
    package : Package, optional
        When given, an event that it lacks is ignored with a note.

    Returns
    -------
    filter : Filter
        What could be read.
    notes : tuple of str
        One plain sentence for each thing that was ignored. They quote the URL: show them as text, not as markup.
    """
    parts: dict[str, object] = {}
    notes: list[str] = []
    for name, given in params.items():
        values = [given] if isinstance(given, str) else [str(value) for value in given]
        try:
            if name not in NAMES:
                raise ValueError(f"there is no filter {quoted(str(name))}; use one of {', '.join(NAMES)}")
            if len(values) > _MOST_VALUES:
                raise ValueError(f"{name}: more than {_MOST_VALUES} values")
            if name == "period":
                parts[name] = parse_period(values) if any(values) else (None, None)
            elif name in RANGED:
                parts[name] = parse_range(name, values) if any(values) else (None, None)
            elif (part := name.replace("-", "_")) in WORDED:
                parts[part] = _known(part, values, notes)
            else:
                parts[name] = _text(name, values, package)
        except ValueError as err:
            notes.append(f"Ignored: {err}")
    return Filter(**parts), tuple(notes)


def _known(name: str, values: list[str], notes: list[str]) -> tuple[str, ...]:
    words = []
    for value in filter(str.strip, values):
        try:
            words.append(parse_word(name, value))
        except ValueError as err:
            notes.append(f"Ignored: {err}")
    return tuple(words)


def parse_changed(value: str) -> date | None:
    """Return the day from which on something must be dated; see `parse_day`."""
    return parse_day(value.strip(), "changed")


def _text(name: str, values: list[str], package: Package | None) -> Any:
    given = [value for value in values if value.strip()]
    if not given:
        return getattr(Filter(), name)
    if len(given) > 1:
        raise ValueError(f"{name}: {len(given)} values given; give one")
    return _event(given[0], package) if name == "event" else PARSERS[name](given[0])


def parse_q(value: str) -> str:
    """Return the search text with single spaces.

    Raises
    ------
    ValueError
        It is too long or holds characters that cannot be printed.
    """
    tidy = " ".join(value[: 10 * LONGEST_Q].split())
    if len(tidy) > LONGEST_Q or len(value) > 10 * LONGEST_Q:
        raise ValueError(f"q: {len(value)} characters given; keep the text under {LONGEST_Q}")
    if not tidy.isprintable():
        raise ValueError(f"q: {quoted(tidy)} holds characters that cannot be printed; remove them")
    return tidy


PARSERS: Mapping[str, Callable[[str], Any]] = {
    "area": parse_area,
    "near": parse_near,
    "hours": parse_hours,
    "changed": parse_changed,
    "q": parse_q,
}
"""Readers of the parts that have one value; the selected event needs the data beside."""


def _event(value: str, package: Package | None) -> str:
    tidy = value.strip()
    if not re.fullmatch(ID, tidy) or (package is not None and package.place_of(tidy) is None):
        raise ValueError(f"event: there is no event {quoted(value)}")
    return tidy
