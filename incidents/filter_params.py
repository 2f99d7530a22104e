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
from incidents.filter_parts import LONGEST_Q, RANGED, SINGLE, WORDED, parameter
from incidents.filter_value import Filter
from incidents.message import Message, message
from incidents.parse_period import parse_day, parse_period
from incidents.parse_range import parse_range
from incidents.patterns import ID
from incidents.tables import ACTORS, PARTIES
from incidents.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    from incidents.package import Package

NAMES = ("period", *map(parameter, WORDED), *RANGED, *SINGLE, "q", "event")
_MOST_VALUES = 300

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
        code = message("write the three-letter code, such as EST")
        way_out = ways_out.of_state if facet in ("country", "actor", "party") else ways_out.of_word
        way = way_out(value[:40], sorted(WORDS[facet]), otherwise=code)
        said = message("{name}: {value} is not known; {way}", name=parameter(name), value=quoted(value), way=way)
        raise ValueError(said)
    return tidy


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
                known = ", ".join(NAMES)
                raise ValueError(
                    message("there is no filter {name}; use one of {known}", name=quoted(str(name)), known=known)
                )
            if len(values) > _MOST_VALUES:
                raise ValueError(message("{name}: more than {n} values", name=name, n=_MOST_VALUES))
            if name == "period":
                parts[name] = parse_period(values) if any(values) else (None, None)
            elif name in RANGED:
                parts[name] = parse_range(name, values) if any(values) else (None, None)
            elif (part := name.replace("-", "_")) in WORDED:
                parts[part] = _known(part, values, notes)
            else:
                parts[name] = _text(name, values, package)
        except ValueError as err:
            notes.append(ignored(err))
    return Filter(**parts), tuple(notes)


def ignored(err: ValueError) -> Message:
    """Return what is said of a part that could not be read."""
    return message("Ignored: {what}", what=err.args[0] if err.args else "")


def _known(name: str, values: list[str], notes: list[str]) -> tuple[str, ...]:
    words = []
    for value in filter(str.strip, values):
        try:
            words.append(parse_word(name, value))
        except ValueError as err:
            notes.append(ignored(err))
    return tuple(words)


def parse_changed(value: str) -> date | None:
    """Return the day from which on something must be dated; see `parse_day`."""
    return parse_day(value.strip(), "changed")


def _text(name: str, values: list[str], package: Package | None) -> Any:
    given = [value for value in values if value.strip()]
    if not given:
        return getattr(Filter(), name)
    if len(given) > 1:
        raise ValueError(message("{name}: {n} values given; give one", name=name, n=len(given)))
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
        raise ValueError(message("q: {n} characters given; write at most {most}", n=len(value), most=LONGEST_Q))
    if not tidy.isprintable():
        said = message("q: {value} holds characters that cannot be printed; remove them", value=quoted(tidy))
        raise ValueError(said)
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
        raise ValueError(message("event: there is no event {value}", value=quoted(value)))
    return tidy
