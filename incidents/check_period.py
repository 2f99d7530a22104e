"""Check the two days of a period."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any


def check_period(given: Any) -> tuple[date | None, date | None]:
    """Return two days, None for an open side.

    Raises
    ------
    TypeError
        A side is neither a date nor None.
    ValueError
        The last day lies before the first.
    """
    first, last = given
    days = tuple(day.date() if isinstance(day, datetime) else day for day in (first, last))
    if not all(day is None or isinstance(day, date) for day in days):
        raise TypeError("period: give two dates (datetime.date), None for an open side")
    if None not in days and days[1] < days[0]:
        raise ValueError(f"period: {days[1]} lies before {days[0]}; swap the two")
    return days
