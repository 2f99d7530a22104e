"""What to write instead: one sentence for each kind of value that could not be read."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from functools import cache

from incidents.codes import ALPHA_3
from incidents.errors import shown
from incidents.fold import fold
from incidents.message import Message, message

_LONGEST_GUESSED = 60
_SHORT = 25
_OTHER_NAMES = {
    "belorussia": "BLR", "bosnia": "BIH", "britain": "GBR", "burma": "MMR", "czech republic": "CZE", "england": "GBR", "great britain": "GBR", "holland": "NLD",
    "macedonia": "MKD", "republic of moldova": "MDA", "russian federation": "RUS", "slovak republic": "SVK", "turkiye": "TUR", "u.k.": "GBR", "u.s.": "USA",
    "u.s.a.": "USA", "uk": "GBR", "united states of america": "USA",
}  # fmt: skip
_GROUPS = re.compile(r"-?[1-9][0-9]{0,2}(?:(?P<mark>[,'’ \u00a0\u2009\u202f])[0-9]{3})(?:(?P=mark)[0-9]{3})*")
"""Digits in groups of three, parted by one mark."""
_DATE_FORM = message("write a date as 2025-09-10 or a UTC time as 2025-09-10T06:58Z")
SEE = message("see seeds/README.md")


_CLOCK = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?|\S*)"
)


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
    if found := _CLOCK.fullmatch(value):
        return _of_time(*found.groups())
    return _DATE_FORM


def _of_time(day: str, hour: str, minute: str, second: str | None, zone: str) -> Message:
    """Return a way out of a day with a clock time."""
    if not _iso(*day.split("-")):
        return message("there is no such day; check the day and the month")
    clock = f"{hour}:{minute}" if second is None else f"{hour}:{minute}:{second}"
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        if (hour, minute, second or "00") == ("24", "00", "00") and day != "9999-12-31":
            after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
            return message("write {value}: the day ends where the next begins", value=f"{after}T00:00{zone}")
        if second == "60" and int(hour) < 24 and int(minute) < 60:
            return message("write {value}: there is no second 60 here", value=f"{day}T{hour}:{minute}:59{zone}")
        return message("there is no such time; hours go from 00 to 23, minutes and seconds from 00 to 59")
    written = f"{day}T{clock}Z"
    if zone == "Z":
        return message("write {value}", value=written)
    if not zone:
        return message("write {value} if this is UTC", value=written)
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        return message("convert to UTC and write it with Z, as in {value}", value="2025-09-10T06:58Z")
    form = "%Y-%m-%dT%H:%MZ" if second is None else "%Y-%m-%dT%H:%M:%SZ"
    return message("convert to UTC: write {value}", value=moment.strftime(form))


def of_partial(value: str) -> Message:
    """Return a way out of a date that should be a year, a month or a day."""
    way = of_date(value)
    short = message("write 2025, 2025-09 or 2025-09-10")
    return short if way == _DATE_FORM or "time_precision" in way or "T" in way else way


def of_number(value: str, *, whole: bool = False) -> Message:
    """Return a way out of a number that is not plain decimal digits."""
    if found := _GROUPS.fullmatch(value.strip()):
        digits = re.sub("[^0-9-]", "", value)
        if found["mark"] != "," or value.count(",") > 1:
            return message("write {number} without marks between the thousands", number=shown(digits))
        point = shown(value.strip().replace(",", "."))
        return message(
            "write {whole} if the comma parts thousands, {point} if it is a decimal point",
            whole=shown(digits),
            point=point,
        )
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


def of_state(value: str, words: Collection[str], *, otherwise: Message = SEE) -> Message:
    """Return a way out of a state that is no three-letter code: the code of its English name or of its two letters, else the nearest code."""
    from geodata import country_names

    tidy = value.strip()
    code = ALPHA_3.get(tidy.upper()) or _codes_by_name(tuple(country_names().items())).get(
        fold(tidy).removeprefix("the ")
    )
    if code in words:
        return message("did you mean {value}?", value=code)
    # A code is near to another only when it is about as long: "Romania" is not OMN mistyped.
    near = [word for word in words if len(word) >= len(tidy) - 1]
    if len(near) > _SHORT:
        return of_word(value, near, otherwise=otherwise)
    found = get_close_matches(tidy.upper(), near, n=3, cutoff=0.75)
    return message("did you mean {value}?", value=_either(found)) if found else otherwise


@cache
def _codes_by_name(names: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the code of each name, folded."""
    return {fold(name): code for code, name in names} | _OTHER_NAMES


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
