"""What to write instead: one sentence for each kind of value that could not be read."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches

from incidents.errors import shown
from incidents.message import Message, message

_LONGEST_GUESSED = 60
_SHORT = 25
_DATE_FORM = message("write a date as 2025-09-10 or a UTC time as 2025-09-10T06:58Z")
SEE = message("see seeds/README.md")


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def of_date(value: str) -> Message:
    """Return a way out of a date that is not strict ISO 8601; an ambiguous one gets both readings."""
    if found := re.fullmatch(r"\s*([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})\s*", value):
        first, second, year = found.groups()
        day_first, month_first = _iso(year, second, first), _iso(year, first, second)
        if day_first and month_first and day_first != month_first:
            return message(
                "write {first} if the day comes first, {second} if the month does", first=day_first, second=month_first
            )
        if day_first or month_first:
            return message("write {value}", value=day_first or month_first)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", value):
        if not _iso(value[:4], value[5:], "01"):
            return message("there is no such month")
        return message("write {value}-01 with time_precision month, or the day", value=value)
    if found := re.fullmatch(r"\s*([0-9]{4})(?:[./ -]([0-9]{1,2})[./ -]([0-9]{1,2})|([0-9]{2})([0-9]{2}))\s*", value):
        if written := _iso(*filter(None, found.groups())):
            return message("write {value}", value=written)
        return message("there is no such day; check the day and the month")
    if found := re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(\S*)", value):
        day, clock, zone = found.groups()
        if zone in ("", "Z"):
            return message("write {value} if this is UTC and such a day and hour exist", value=f"{day}T{clock}Z")
        return message("convert to UTC and write it with Z, as in {value}", value=f"{day}T{clock}Z")
    return _DATE_FORM


def of_partial(value: str) -> Message:
    """Return a way out of a date that should be a year, a month or a day."""
    way = of_date(value)
    short = message("write 2025, 2025-09 or 2025-09-10")
    return short if way == _DATE_FORM or "time_precision" in way or "T" in way else way


def of_number(value: str, *, whole: bool = False) -> Message:
    """Return a way out of a number that is not plain decimal digits."""
    if re.fullmatch(r"\s*-?[0-9]+,[0-9]+\s*", value):
        number = value.strip().replace(",", ".")
        return message("write {number} with a decimal point if the comma is one", number=shown(number))
    if re.search("[°º′″'\"]", value):
        return message("write decimal degrees, as in 25.37")
    if value.strip().lower() in ("nan", "na", "n/a", "null", "none", "-", "unknown"):
        return message("leave the cell empty when there is no value")
    if value != value.strip():
        return message("remove the spaces")
    if whole:
        return message("write a whole number in digits, as in 12")
    return message("write digits with a decimal point, as in 12.5")


def of_word(value: str, words: Collection[str], *, otherwise: Message = SEE) -> Message:
    """Return a way out of a word that a vocabulary lacks: the nearest word, or the whole list when it is short."""
    tidy = value.strip()
    for word in (tidy, tidy.upper(), tidy.lower(), re.sub(r"[\s-]+", "_", tidy.lower())):
        if word in words:
            return message("write {value}", value=word)
    # In a short list a weak guess misleads ("drone" is nearest to "none"): the whole list is better.
    cutoff = 0.75 if len(words) <= _SHORT else 0.6
    spellings = dict.fromkeys((tidy, tidy.lower(), tidy.upper())) if len(tidy) <= _LONGEST_GUESSED else ()
    near = next(
        (found for spelling in spellings if (found := get_close_matches(spelling, words, n=3, cutoff=cutoff))), []
    )
    if near:
        return message("did you mean {value}?", value=_either(near))
    return message("use one of: {words}", words=", ".join(words)) if len(words) <= _SHORT else otherwise


def _either(words: list[str]) -> str:
    """Return words as alternatives: ``a``, ``a or b``, ``a or b or c``."""
    said = words[0]
    for word in words[1:]:
        said = message("{first} or {second}", first=said, second=word)
    return said


def of_id(value: str) -> Message:
    """Return a way out of an id that is not made of lower-case letters, digits and hyphens."""
    tidy = re.sub(r"[^a-z0-9]+", "-", value.casefold()).strip("-")
    if tidy:
        return message("write {value}", value=shown(tidy))
    return message("use lower-case letters, digits and hyphens, as in 2025-09-19-ee-mig31-vaindloo")
