"""Periods to compare with."""

from __future__ import annotations

from datetime import date, timedelta

Period = tuple[date, date]


def clip(period: Period, record: Period) -> Period | None:
    """Return the part of a period that the days of a record cover, None when there is none.

    Days before the first and after the last recorded event are no days without events: nobody has looked at them.
    """
    first, last = max(period[0], record[0]), min(period[1], record[1])
    return (first, last) if first <= last else None


def window_before(first: date, last: date) -> tuple[date, date]:
    """Return the period of the same number of days that ends the day before `first`."""
    length = last - first
    end = first - timedelta(days=1)
    return end - length, end


def same_dates_a_year_before(first: date, last: date) -> tuple[date, date]:
    """Return the same days of the year before; 29 February becomes 28 February.

    A period that ends with February ends with February of the year before as well, so that whole months stay whole.
    """
    return _year_before(first), _year_before(last, end=True)


def _year_before(day: date, *, end: bool = False) -> date:
    year = day.year - 1
    if (day.month, day.day) == (2, 29):
        return date(year, 2, 28)
    if end and (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).month == 3:
        return date(year, 3, 1) - timedelta(days=1)
    return day.replace(year=year)
