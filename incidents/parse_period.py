"""Read a period of days from words."""

from __future__ import annotations

import re
from datetime import date

from incidents import ways_out
from incidents.errors import quoted
from incidents.filter_parts import OPEN, Period
from incidents.instants import FIRST_YEAR, LAST_YEAR
from incidents.message import message

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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
        if not re.match(r"write [0-9]{4}-[0-9]{2}-[0-9]{2}\b(?!T| with| as)", way):
            way = message("write a day as 2025-09-10")
        raise ValueError(
            message("{name}: {value} is not a day; {way}", name=name, value=quoted(value), way=way)
        ) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        span = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise ValueError(
            message("{name}: {value} lies outside {first} to {last}", name=name, value=quoted(value), **span)
        )
    return day


def parse_period(values: list[str]) -> Period:
    """Return a period: one value is that single day, two are the first and the last day, both included.

    Raises
    ------
    ValueError
        There are more than two values, one is broken, or the last day lies before the first.
    """
    if not 1 <= len(values) <= 2:
        raise ValueError(message("period: {n} days given; give one or two", n=len(values)))
    days = [parse_day(value) for value in values]
    first, last = (days * 2)[:2]
    if first is not None and last is not None and last < first:
        raise ValueError(message("period: {last} lies before {first}; swap the two", last=str(last), first=str(first)))
    return first, last
