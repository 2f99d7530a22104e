"""The position of the map as an address writes it (``at=26.4,59.8,7``)."""

from __future__ import annotations

import re

from incidents.message import message

AT = "at"
NOTE = message("Ignored: at: write longitude,latitude,zoom, such as 26.4,59.8,7")
_AT = re.compile(r"(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?),(\d{1,2}(?:\.\d+)?)")


def map_position(words: str) -> tuple[float, float, float] | None:
    """Return longitude, latitude (EPSG:4326) and zoom, None when the words name no position that the map can take."""
    found = _AT.fullmatch(words[:60])
    if found is None:
        return None
    lon, lat, zoom = map(float, found.groups())
    return (lon, lat, zoom) if abs(lon) <= 195 and abs(lat) <= 85 and 2 <= zoom <= 14 else None
