"""The filter's hours of the day, for events whose time is known to the hour or better."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from incidents.errors import quoted
from incidents.message import message
from incidents.zone_of import zones_of

Hours = tuple[int, int, str] | tuple[()]
KNOWN = ("minute", "hour")
"""Words of ``time_precision`` that tell an hour."""
CLOCKS = ("utc", "local")
NOT_KNOWN, NO_CLOCK = -1, -2
"""In place of an hour: the time is known to the day or less; the hour is known, but not the clock of the place."""
HOW = message(
    "write first and last hour, such as 22-04 (from 22:00 until 04:00 UTC), or 22-04,local for the clock of the place"
)
_HOURS = re.compile(r"\s*([0-9]{1,2})(?::00)?\s*[-–]\s*([0-9]{1,2})(?::00)?\s*(?:,\s*([a-z]{1,9}))?\s*", re.IGNORECASE)


def check_hours(given: Iterable[Any]) -> Hours:
    """Return hours in their one form.

    Parameters
    ----------
    given : tuple of (int, int) or (int, int, str)
        None at all: any time. Hour from which (0 to 23), hour until which (1 to 24, 0 is 24; less than the first: over midnight), and the clock: "utc"
        (default) or "local", that of the place.

    Raises
    ------
    ValueError
        An hour or the clock is none, or both hours are the same.
    """
    parts = tuple(given)
    if not parts:
        return ()
    first, last, clock = (*parts, "utc")[:3] if 2 <= len(parts) <= 3 else (None, None, "")
    if not all(isinstance(hour, int | np.integer) for hour in (first, last)) or clock not in CLOCKS:
        raise ValueError(message("hours: {value} cannot be read; {how}", value=quoted(str(parts)), how=HOW))
    last = 24 if last == 0 else last
    if not (0 <= first <= 23 and 1 <= last <= 24):
        raise ValueError(
            message(
                "hours: {hours} goes beyond a day; the hours are 0 to 23, and 24 for the end of the day",
                hours=f"{first}-{last}",
            )
        )
    if first == last:
        one = f"{first:02d}-{first % 24 + 1:02d}"
        raise ValueError(
            message(
                "hours: {hours} holds no time; one hour is {one}, the whole day 00-24", hours=f"{first}-{last}", one=one
            )
        )
    return int(first), int(last), clock


def parse_hours(text: str) -> Hours:
    """Return the hours that a text names.

    Raises
    ------
    ValueError
        It cannot be read; the message gives the way out.
    """
    found = _HOURS.fullmatch(text)
    if found is None or (found[3] or "utc").lower() not in CLOCKS:
        raise ValueError(message("hours: {value} cannot be read; {how}", value=quoted(text), how=HOW))
    return check_hours((int(found[1]), int(found[2]), (found[3] or "utc").lower()))


def hours_text(hours: Hours) -> str:
    """Return hours as they stand in the address: ``22-04``, ``22-04,local``."""
    return f"{hours[0]:02d}-{hours[1]:02d}{'' if hours[2] == 'utc' else ',' + hours[2]}" if hours else ""


def hours_words(hours: Hours) -> str:
    """Return hours in plain English."""
    if not hours:
        return ""
    clock = "UTC" if hours[2] == "utc" else "by the clock of the place"
    return f"began from {hours[0]:02d}:00 until {hours[1]:02d}:00 {clock}, hour known"


def begin_hours(events: pd.DataFrame, clock: str) -> np.ndarray:
    """Return the hour of the day (0 to 23) in which each event began, or `NOT_KNOWN` or `NO_CLOCK`, as int8.

    Parameters
    ----------
    events : DataFrame
        An events table.
    clock : str
        "utc", or "local": that of the place on that day, summer time included.
    """
    hours = np.full(len(events), NOT_KNOWN, dtype=np.int8)
    known = events["time_precision"].isin(KNOWN).to_numpy()
    begun = events["earliest"][known]
    if clock == "utc":
        hours[known] = begun.dt.hour
        return hours
    found = np.full(len(begun), NO_CLOCK, dtype=np.int8)
    names = zones_of(events[known])
    for name in sorted(set(names) - {""}):
        here = names == name
        found[here] = begun[here].dt.tz_convert(name).dt.hour
    hours[known] = found
    return hours


def in_hours(hours: Hours, begun: np.ndarray) -> np.ndarray:
    """Return which of the hours that `begin_hours` gives lie in those of the filter: from the first, until before the last."""
    first, last, _ = hours
    within = (begun >= first) & (begun < last) if first < last else (begun >= first) | (begun < last)
    return within & (begun >= 0)
