"""Stretches of the record that are read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from incidents.filter import day_bounds
from incidents.package import Package

OPENING = ("september-2025", "September 2025", date(2025, 9, 1), date(2025, 9, 30))


@dataclass(frozen=True)
class Chapter:
    """A stretch of the record.

    Attributes
    ----------
    name : str
        Its name in addresses.
    title : str
        Its name for people.
    first, last : date
        First and last UTC day, both included.
    """

    name: str
    title: str
    first: date
    last: date

    def holds(self, period: tuple[date | None, date | None]) -> bool:
        """Whether a period is this chapter, or its beginning."""
        first, last = period
        return first == self.first and last is not None and self.first <= last <= self.last


def chapters(package: Package) -> tuple[Chapter, ...]:
    """Return the opening chapter, where the record covers it, then each year of the record, newest first, and the whole."""
    bounds = day_bounds(package.events)
    if bounds is None:
        return ()
    opening = [Chapter(*OPENING)] if bounds[0] <= OPENING[3] and bounds[1] >= OPENING[2] else []
    years = [
        Chapter(str(year), str(year), date(year, 1, 1), date(year, 12, 31))
        for year in range(bounds[1].year, bounds[0].year - 1, -1)
    ]
    return (*opening, *years, Chapter("all", "Whole record", *bounds))
