"""A bin of a series in words."""

from __future__ import annotations

from datetime import date

from incidents.filter_words import day_words, period_words


def bin_words(first: date, last: date, *, step: str, whole: bool) -> str:
    """Return ``September 2025``, ``July to September 2025``, ``2025``, ``week of 15 September 2025``; days where the period cuts the bin."""
    if step == "day" or not whole:
        return period_words((first, last))
    if step == "week":
        return f"week of {day_words(first)}"
    if step == "year":
        return str(first.year)
    month, year = day_words(last).split()[1:]
    return f"{month} {year}" if step == "month" else f"{day_words(first).split()[1]} to {month} {year}"
