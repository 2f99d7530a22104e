"""Which column of a file is which field, by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from incidents.fold import fold
from incidents.tables import EVENTS

# Beside the names of the fields themselves; folded, letters and digits only. The first that a file has is taken.
NAMES: dict[str, tuple[str, ...]] = {
    "event_id": ("id", "eventid", "uid", "uuid", "key"),
    "category": ("kind",),
    "event_type": ("type", "eventtype", "incidenttype"),
    "title": ("name", "headline", "event"),
    "summary": ("description", "text", "notes", "note", "details", "comment", "comments"),
    "start": ("date", "startdate", "eventdate", "datetime", "timestamp", "time", "begin", "from", "day", "datum"),
    "end": ("enddate", "until", "to", "finish"),
    "time_precision": ("timeprecision", "dateprecision"),
    "country": ("iso3", "countrycode", "state", "countryiso3"),
    "actor": ("attributedto", "perpetrator", "actor1"),
    "place_name": ("place", "location", "locality", "placename", "site", "town"),
    "longitude": ("lon", "lng", "long", "x", "decimallongitude"),
    "latitude": ("lat", "y", "decimallatitude"),
    "coordinate_uncertainty_m": (
        "coordinateuncertaintyinmeters",
        "uncertainty",
        "uncertaintym",
        "radius",
        "radiusm",
        "accuracy",
    ),
    "platform": ("aircraft", "vehicle", "dronetype"),
    "platform_class": ("platformclass",),
    "count_min": ("count", "number", "min"),
    "count_max": ("max",),
    "duration_min": ("duration", "minutes"),
    "depth_km": ("depth",),
}


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))


def suggest(header: Iterable[str]) -> dict[str, str]:
    """Return column -> field for the columns whose name says what they are.

    Parameters
    ----------
    header : iterable of str
        Columns of a file.

    Returns
    -------
    dict of str to str
        Each field once: its own name comes before other names for it. What is not found is left to the person.
    """
    columns = list(header)
    found: dict[str, str] = {}
    by_bare: dict[str, str] = {}
    for column in columns:
        by_bare.setdefault(_bare(column), column)
    exact = {column for column in columns if column in EVENTS.by_name}
    for field in EVENTS.by_name:
        names = (
            [field]
            if field in exact
            else [by_bare[bare] for bare in (_bare(field), *NAMES.get(field, ())) if bare in by_bare]
        )
        free = [name for name in names if name not in found and (name == field or name not in exact)]
        if free:
            found[free[0]] = field
    return found
