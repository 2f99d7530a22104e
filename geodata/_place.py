"""The nearest reference place, as a reader would say it: so far and in this direction of that town."""

import json
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

import numpy as np

from geodata.errors import ArgumentError, DataError
from geodata.files import display_files
from geodata.outlines import WGS84
from geodata.points import as_point

KINDS = ("capital", "town", "air_base", "airport")
WINDS = (
    "north", "north-northeast", "northeast", "east-northeast", "east", "east-southeast", "southeast", "south-southeast",
    "south", "south-southwest", "southwest", "west-southwest", "west", "west-northwest", "northwest", "north-northwest",
)  # fmt: skip


class NearestPlace(NamedTuple):
    """A reference place and where the point lies as seen from it.

    `distance_km` on the WGS 84 ellipsoid; `bearing_deg` clockwise from true north, from the place to the point; `wind`
    the same in words ("12 km north-northeast of Narva").
    """

    name: str
    kind: str
    iso3: str
    distance_km: float
    bearing_deg: float
    wind: str


def nearest_place(lon: float, lat: float, *, kinds: str | Collection[str] = KINDS) -> NearestPlace:
    """Return the reference place nearest to a point.

    Parameters
    ----------
    lon, lat : float
        EPSG:4326 degrees, longitude first.
    kinds : str or collection of str
        Which places count: capital, town, air_base, airport. Default: all. For "town" capitals count too.

    Raises
    ------
    ArgumentError
        As `points.as_point`; an unknown kind, or none.
    """
    x, y = as_point(lon, lat)
    wanted = {kinds} if isinstance(kinds, str) else set(kinds)
    if not wanted or not wanted <= set(KINDS):
        raise ArgumentError(f"kinds is {kinds!r}; pass some of {', '.join(KINDS)}")
    if "town" in wanted:
        wanted.add("capital")
    places = [place for place in _places() if place["kind"] in wanted]
    lons, lats = (np.array([place[key] for place in places]) for key in ("lon", "lat"))
    bearing, _, metres = WGS84.inv(lons, lats, np.full(len(lons), x), np.full(len(lats), y))
    best = int(np.argmin(metres))
    place, degrees = places[best], float(bearing[best]) % 360
    wind = WINDS[round(degrees / 22.5) % 16]
    return NearestPlace(place["name"], place["kind"], place["iso3"], float(metres[best]) / 1000, degrees, wind)


@cache
def _places() -> list[dict]:
    path = display_files()["places"]
    try:
        return json.loads(path.read_text(encoding="utf-8"))["places"]
    except (OSError, ValueError, KeyError) as err:
        raise DataError(f"{path.name} cannot be read ({err}); run python -m geodata build") from err
