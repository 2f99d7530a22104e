"""The parts of a filter: what each is called, and which column it looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from incidents.filter_area import area_text, check_area
from incidents.filter_changed import check_changed
from incidents.filter_hours import check_hours, hours_text
from incidents.filter_near import check_near, near_text

# Order of the URL; each looks at one column.
FACETS: Mapping[str, str] = {
    "country": "country",
    "type": "event_type",
    "category": "category",
    "status": "status",
    "actor": "actor",
    "resolution": "resolution",
}
EXCLUDED: Mapping[str, str] = {f"not_{name}": column for name, column in FACETS.items()}
# Least and greatest value of an event; where the two columns differ the event matches when it could lie in the range.
RANGES: Mapping[str, tuple[str, str]] = {
    "uncertainty": ("coordinate_uncertainty_m", "coordinate_uncertainty_m"),
    "duration": ("duration_min", "duration_min"),
    "depth": ("depth_km", "depth_km"),
    "count": ("count_min", "count_max"),
}
# What geodata says of the point (`incidents.airspace.place_events`).
PLACED, PLACED_RANGES = {"airspace": "inside"}, {"border": "border_km"}
# What parties said of an event: one claim must match both parts when both are set.
SAID: Mapping[str, str] = {"party": "party", "stance": "stance"}
WORDED, RANGED = (*FACETS, *EXCLUDED, *PLACED, *SAID), (*RANGES, *PLACED_RANGES)
# Parts of one value: how it is checked, how it stands in the URL.
SINGLE: Mapping[str, tuple[Callable[[Any], Any], Callable[[Any], str]]] = {
    "area": (check_area, area_text),
    "near": (check_near, near_text),
    "hours": (check_hours, hours_text),
    "changed": (check_changed, lambda day: day.isoformat() if day else ""),
}
LONGEST_Q = 200
OPEN = ".."
Period, Range = tuple[date | None, date | None], tuple[float | None, float | None]


def parameter(name: str) -> str:
    """Return the name that a part has in the URL and, after ``--``, on the command line: ``not_country`` is ``not-country``."""
    return name.replace("_", "-")
