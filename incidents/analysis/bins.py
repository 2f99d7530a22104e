"""Cut a period into days, weeks, months, quarters or years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

STEPS = ("day", "week", "month", "quarter", "year")
MONTHS = {"month": 1, "quarter": 3, "year": 12}
LONGEST_DAYS = {"day": 45, "week": 200, "month": 1200}
"""Days of a period up to which `step_for` chooses a step."""
MOST_BINS = 4000


@dataclass(frozen=True)
class Bin:
    """One bar of a series: first and last UTC day, both included.

    Attributes
    ----------
    first, last : date
        Cut to the period.
    whole : bool
        Whether the whole week, month, quarter or year lies in the period.
    """

    first: date
    last: date
    whole: bool


def start_of(day: date, step: str) -> date:
    """Return the first day of the day's own day, week (from Monday, as ISO 8601 has it), month, quarter or year."""
    if step == "day":
        return day
    if step == "week":
        return day - timedelta(days=day.weekday())
    length = MONTHS[step]
    return date(day.year, (day.month - 1) // length * length + 1, 1)


def _next(start: date, step: str) -> date:
    if step in ("day", "week"):
        return start + timedelta(days=1 if step == "day" else 7)
    months = start.year * 12 + start.month - 1 + MONTHS[step]
    return date(months // 12, months % 12 + 1, 1)


def bins(first: date, last: date, step: str) -> list[Bin]:
    """Cut a period.

    Parameters
    ----------
    first, last : date
        Both included.
    step : str
        One of `STEPS`.

    Returns
    -------
    list of Bin
        In order, without gaps: together they are exactly the period.

    Raises
    ------
    ValueError
        The step is unknown, the last day lies before the first, or there would be more than 4 000 bins.
    """
    if step not in STEPS:
        raise ValueError(f"step: there is no {step!r}; use one of {', '.join(STEPS)}")
    if last < first:
        raise ValueError(f"period: {last} lies before {first}; swap the two")
    found: list[Bin] = []
    start = start_of(first, step)
    while start <= last:
        following = _next(start, step)
        end = following - timedelta(days=1)
        found.append(Bin(max(start, first), min(end, last), start >= first and end <= last))
        start = following
        if len(found) > MOST_BINS:
            raise ValueError(f"step: {first} to {last} has more than {MOST_BINS} {step}s; choose a longer step")
    return found


def step_for(first: date, last: date) -> str:
    """Return the step that cuts a period into a readable number of bars."""
    days = (last - first).days + 1
    return next((step for step, most in LONGEST_DAYS.items() if days <= most), "quarter" if days <= 9000 else "year")
