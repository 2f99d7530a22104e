"""What to write instead: one sentence for each kind of value that could not be read."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches

from incidents.errors import shown

_LONGEST_GUESSED = 60
_SHORT = 25
_DATE_FORM = "write a date as 2025-09-10 or a UTC time as 2025-09-10T06:58Z"


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def of_date(value: str) -> str:
    """Return a way out of a date that is not strict ISO 8601; an ambiguous one gets both readings."""
    if found := re.fullmatch(r"\s*([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})\s*", value):
        first, second, year = found.groups()
        day_first, month_first = _iso(year, second, first), _iso(year, first, second)
        if day_first and month_first and day_first != month_first:
            return f"write {day_first} if the day comes first, {month_first} if the month does"
        if day_first or month_first:
            return f"write {day_first or month_first}"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", value):
        if not _iso(value[:4], value[5:], "01"):
            return "there is no such month"
        return f"write {value}-01 with time_precision month, or the day"
    if found := re.fullmatch(r"\s*([0-9]{4})(?:[./ -]([0-9]{1,2})[./ -]([0-9]{1,2})|([0-9]{2})([0-9]{2}))\s*", value):
        if written := _iso(*filter(None, found.groups())):
            return f"write {written}"
        return "there is no such day; check the day and the month"
    if found := re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(\S*)", value):
        day, clock, zone = found.groups()
        if zone in ("", "Z"):
            return f"write {day}T{clock}Z if this is UTC and such a day and hour exist"
        return f"convert to UTC and write it with Z, as in {day}T{clock}Z"
    return _DATE_FORM


def of_partial(value: str) -> str:
    """Return a way out of a date that should be a year, a month or a day."""
    way = of_date(value)
    return "write 2025, 2025-09 or 2025-09-10" if way == _DATE_FORM or "time_precision" in way or "T" in way else way


def of_number(value: str, *, whole: bool = False) -> str:
    """Return a way out of a number that is not plain decimal digits."""
    if re.fullmatch(r"\s*-?[0-9]+,[0-9]+\s*", value):
        return f"write {value.strip().replace(',', '.')} with a decimal point if the comma is one"
    if re.search("[°º′″'\"]", value):
        return "write decimal degrees, as in 25.37"
    if value.strip().lower() in ("nan", "na", "n/a", "null", "none", "-", "unknown"):
        return "leave the cell empty when there is no value"
    if value != value.strip():
        return "remove the spaces"
    return "write a whole number in digits, as in 12" if whole else "write digits with a decimal point, as in 12.5"


def of_word(value: str, words: Collection[str], *, otherwise: str = "see seeds/README.md") -> str:
    """Return a way out of a word that a vocabulary lacks: the nearest word, or the whole list when it is short."""
    tidy = value.strip()
    for word in (tidy, tidy.upper(), tidy.lower(), re.sub(r"[\s-]+", "_", tidy.lower())):
        if word in words:
            return f"write {word}"
    # In a short list a weak guess misleads ("drone" is nearest to "none"): the whole list is better.
    cutoff = 0.75 if len(words) <= _SHORT else 0.6
    spellings = dict.fromkeys((tidy, tidy.lower(), tidy.upper())) if len(tidy) <= _LONGEST_GUESSED else ()
    near = next(
        (found for spelling in spellings if (found := get_close_matches(spelling, words, n=3, cutoff=cutoff))), []
    )
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"use one of: {', '.join(words)}" if len(words) <= _SHORT else otherwise


def of_id(value: str) -> str:
    """Return a way out of an id that is not made of lower-case letters, digits and hyphens."""
    tidy = re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")
    return (
        f"write {shown(tidy)}"
        if tidy
        else "use lower-case letters, digits and hyphens, as in 2025-09-19-ee-mig31-vaindloo"
    )
