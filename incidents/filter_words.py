"""Say a filter in plain English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from incidents.codes import ORGANISATIONS
from incidents.filter_area import area_words
from incidents.filter_hours import hours_words
from incidents.filter_near import near_words
from incidents.filter_parts import EXCLUDED, SAID, WORDED, Period, Range
from incidents.filter_value import Filter
from incidents.plain_number import decimal
from incidents.vocabulary import VOCABULARIES

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905 - shorter
VOCABULARY = {"type": "event_type"} | {
    name: name for name in ("category", "status", "resolution", "airspace", "stance")
}
_BEFORE = (
    {"actor": "attributed to ", "party": "claim by ", "stance": "claim that "}
    | dict.fromkeys(EXCLUDED, "not ")
    | {"not_actor": "not attributed to "}
)
_UNITS = {
    "uncertainty": ("uncertainty", "m"),
    "duration": ("duration", "min"),
    "depth": ("depth", "km"),
    "count": ("number of objects", ""),
    "border": ("distance to the border of airspace", "km"),
}


def day_words(day: date) -> str:
    """Return a day as ``19 September 2025``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_words(period: Period) -> str:
    """Return a period as ``1 to 30 September 2025``, "" when it is open on both sides."""
    first, last = period
    if first is None:
        return "" if last is None else f"until {day_words(last)}"
    if last is None:
        return f"from {day_words(first)}"
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def range_words(name: str, bounds: Range) -> str:
    """Return a range as ``depth 5 to 20 km``, "" when it is open on both sides."""
    words, unit = _UNITS[name]
    low, high = (None if value is None else decimal(value) for value in bounds)
    unit = f" {unit}" if unit else ""
    if low is None:
        return "" if high is None else f"{words} at most {high}{unit}"
    if high is None:
        return f"{words} at least {low}{unit}"
    return f"{words} {low}{unit}" if low == high else f"{words} {low} to {high}{unit}"


def _label(name: str, word: str, names: Mapping[str, str]) -> str:
    name = name.removeprefix("not_")
    if name in VOCABULARY:
        label = VOCABULARIES[VOCABULARY[name]].get(word)
        return label.label if label is not None else word
    return names.get(word) or ORGANISATIONS.get(word, word)


def _changed_words(day: date) -> str:
    return f"new since {day_words(day)}"


_SINGLE = {"area": area_words, "near": near_words, "hours": hours_words, "changed": _changed_words}


def _singles(filter: Filter) -> list[tuple[str, str, str]]:
    return [(name, "", words(getattr(filter, name))) for name, words in _SINGLE.items() if getattr(filter, name)]


def chips(filter: Filter, *, names: Mapping[str, str] | None = None) -> tuple[tuple[str, str, str], ...]:
    """Return (name, value, words) of each active part except the selected event; value is "" for parts that are not words."""
    found = [("period", "", period_words(filter.period))] if filter.has_period else []
    for name in WORDED:
        for word in getattr(filter, name):
            found.append((name, word, _BEFORE.get(name, "") + _label(name, word, names or {})))
    found += [(name, "", range_words(name, getattr(filter, name))) for name in filter.ranges]
    found += _singles(filter)
    return tuple(found + ([("q", filter.q, f"“{filter.q}”")] if filter.q else []))


def to_words(filter: Filter, *, names: Mapping[str, str] | None = None) -> str:
    """Return the filter as one line: parts separated by semicolons, words of one part by "or"."""
    parts = [period_words(filter.period)] if filter.has_period else []
    for name in WORDED:
        if name not in SAID and (words := getattr(filter, name)):
            parts.append(_BEFORE.get(name, "") + " or ".join(_label(name, word, names or {}) for word in words))
    if filter.party or filter.stance:
        who, does = (" or ".join(_label(name, word, names or {}) for word in getattr(filter, name)) for name in SAID)
        parts.append(f"{who or 'someone'} {does or 'speaks'}")
    parts += [range_words(name, getattr(filter, name)) for name in filter.ranges]
    parts += [words for _, _, words in _singles(filter)]
    if filter.q:
        parts.append(f"with “{filter.q}”")
    return "; ".join(parts) or "all recorded events"
