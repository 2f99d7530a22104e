"""A bin of a series in words."""

from __future__ import annotations

from datetime import date

from dashboard.filter_speech import period_words
from dashboard.language import day, month, month_alone, tr


def bin_words(first: date, last: date, *, step: str, whole: bool) -> str:
    """Return ``September 2025``, ``July to September 2025``, ``2025``, ``week of 15 September 2025``; days where the period cuts the bin."""
    if step == "day" or not whole:
        return period_words((first, last))
    if step == "week":
        return tr("week of {day}").format(day=day(first))
    if step == "year":
        return str(first.year)
    if step == "month":
        return month(last)
    return tr("{first} to {last}").format(first=month_alone(first.month), last=month(last))
