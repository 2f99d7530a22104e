"""The filter's area: a box or a polygon of longitudes and latitudes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

import numpy as np

from incidents.errors import quoted
from incidents.message import Message, message
from incidents.plain_number import decimal

Area = tuple[float, ...]
MOST_CORNERS = 60
DIGITS = 4
"""Decimals of a degree that are kept: about 10 m."""
HOW = message(
    "write west,south,east,north in degrees, such as 20,53.5,31,60.8, or three or more corners as longitude,latitude,…"
)
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{1,15})?")


def check_area(given: Iterable[float]) -> Area:
    """Return an area in its one form: degrees (EPSG:4326) to four decimals.

    Parameters
    ----------
    given : iterable of float
        None at all: everywhere. Four numbers: west, south, east, north of a box. Six or more: longitude and latitude of each corner of a
        polygon, 3 to 60 corners, closed by itself; where its edges cross, even-odd counts. Edges are straight in degrees (RFC 7946).

    Raises
    ------
    ValueError
        It is neither, a number is no longitude or latitude, or west lies beyond east.
    """
    area = tuple(round(float(value), DIGITS) + 0.0 for value in given)
    if not area:
        return ()
    if not all(map(math.isfinite, area)) or len(area) % 2 or len(area) < 4:
        raise ValueError(message("area: {n} numbers given; {how}", n=len(area), how=HOW))
    if len(area) > 2 * MOST_CORNERS:
        n = len(area) // 2
        raise ValueError(message("area: {n} corners given; draw it with at most {most}", n=n, most=MOST_CORNERS))
    if any(abs(lon) > 180 for lon in area[::2]) or any(abs(lat) > 90 for lat in area[1::2]):
        raise ValueError(
            message(
                "area: a longitude lies beyond 180 or a latitude beyond 90 degrees; the order is longitude,latitude"
            )
        )
    if len(area) == 4:
        west, south, east, north = area
        if west > east:
            ends = {"west": decimal(west), "east": decimal(east)}
            raise ValueError(
                message(
                    "area: west {west} lies east of {east}; swap the two, or ask for each side of the antimeridian by itself: no area crosses it",
                    **ends,
                )
            )
        if south > north:
            ends = {"south": decimal(south), "north": decimal(north)}
            raise ValueError(message("area: south {south} lies north of {north}; swap the two", **ends))
    return area


def parse_area(text: str) -> Area:
    """Return the area that a text names: numbers with commas (or semicolons, or spaces) between them.

    Raises
    ------
    ValueError
        It cannot be read; the message gives the way out.
    """
    parts = [part for part in re.split(r"[,;\s]+", text.strip()) if part]
    bad = next((part for part in parts if not _NUMBER.fullmatch(part)), None)
    if bad is not None:
        raise ValueError(message("area: {value} is not a number of degrees; {how}", value=quoted(bad), how=HOW))
    if not parts:
        raise ValueError(message("area: nothing given; {how}", how=HOW))
    return check_area(map(float, parts))


def area_text(area: Area) -> str:
    """Return an area as it stands in the address."""
    return ",".join(map(decimal, area))


def _degrees(value: float, letters: str) -> str:
    return f"{decimal(round(abs(value), 2))}° {letters[value < 0]}"


def area_words(area: Area) -> Message:
    """Return an area in plain English."""
    if len(area) == 4:
        west, south, east, north = area
        ends = {"west": _degrees(west, "EW"), "east": _degrees(east, "EW")}
        ends |= {"south": _degrees(south, "NS"), "north": _degrees(north, "NS")}
        return message("between {west} and {east}, {south} and {north}", **ends)
    lons, lats = area[::2], area[1::2]
    middle = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    around = {"lat": _degrees(middle[1], "NS"), "lon": _degrees(middle[0], "EW")}
    return message("in an area of {n} corners around {lat}, {lon}", n=len(lons), **around)


def in_area(area: Area, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Return which points lie in an area; a box holds its edges.

    Parameters
    ----------
    area : tuple of float
        As `check_area` returns it, not empty.
    lon, lat : ndarray of float
        EPSG:4326 degrees.

    Notes
    -----
    Even-odd rule over the crossings of a ray to the east (W. R. Franklin, PNPOLY).
    """
    if len(area) == 4:
        west, south, east, north = area
        return (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    lons, lats = np.array(area[::2]), np.array(area[1::2])
    inside = np.zeros(len(lon), dtype=bool)
    near = np.flatnonzero((lon >= lons.min()) & (lon <= lons.max()) & (lat >= lats.min()) & (lat <= lats.max()))
    x, y, found = lon[near], lat[near], np.zeros(len(near), dtype=bool)
    for x1, y1, x2, y2 in zip(lons, lats, np.roll(lons, 1), np.roll(lats, 1), strict=True):
        if y1 != y2:
            found ^= ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    inside[near] = found
    return inside
