"""The filter's circle: within so many kilometres of a place."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from incidents.errors import quoted
from incidents.message import message
from incidents.plain_number import decimal
from incidents.romanise import romanise

Near = tuple[str, float] | tuple[()]
LONGEST_KM = 2000.0
HOW = message("write a place and kilometres, such as Narva,50 or 28.19,59.38,50 (longitude,latitude,kilometres)")
_POSITION = re.compile(r"\s*([+-]?[0-9]{1,3}(?:\.[0-9]{1,15})?)\s*,\s*([+-]?[0-9]{1,2}(?:\.[0-9]{1,15})?)\s*")
_KM_A_DEGREE = 110.5
"""Less than any degree of latitude on the ellipsoid has (110.57 to 111.69 km)."""


def _place(text: str) -> str:
    """Return a place as it is written in one way: its name in the gazetteer, or ``longitude,latitude``."""
    import geodata

    if found := _POSITION.fullmatch(text):
        lon, lat = (round(float(value), 4) + 0.0 for value in found.groups())
        if abs(lon) > 180 or abs(lat) > 90:
            raise ValueError(
                message("near: {value} is no position; the order is longitude,latitude", value=quoted(text))
            )
        return f"{decimal(lon)},{decimal(lat)}"
    found = (geodata.find_place(name) for name in (text, *romanise(text)))
    place = next((each for each in found if each is not None), None)
    if place is None:
        raise ValueError(
            message(
                "near: the place {value} is not known; name a larger town or airport, or {how}",
                value=quoted(text),
                how=HOW,
            )
        )
    return place.name


def check_near(given: Any) -> Near:
    """Return place and distance in their one form.

    Parameters
    ----------
    given : tuple of (str, float), or empty
        Name of a town, airport or air base that geodata knows, or ``longitude,latitude`` (EPSG:4326); kilometres, above 0 to 2000.

    Raises
    ------
    ValueError
        The place is not known, or the distance out of range.
    """
    if not given:
        return ()
    text, km = given
    km = float(km)
    if not (math.isfinite(km) and 0 < km <= LONGEST_KM):
        raise ValueError(message("near: give a distance above 0 and up to {km} km", km=f"{LONGEST_KM:g}"))
    return _place(str(text)), km


def parse_near(text: str) -> Near:
    """Return the place and distance that a text names: the kilometres stand after the last comma.

    Raises
    ------
    ValueError
        It cannot be read; the message gives the way out.
    """
    place, _, km = text.rpartition(",")
    if not place.strip() or not re.fullmatch(r"\s*[0-9]{1,6}(\.[0-9]{1,9})?\s*", km):
        raise ValueError(message("near: {value} cannot be read; {how}", value=quoted(text), how=HOW))
    return check_near((place, float(km)))


def near_text(near: Near) -> str:
    """Return place and distance as they stand in the address."""
    return f"{near[0]},{decimal(near[1])}" if near else ""


def near_words(near: Near) -> str:
    """Return place and distance in plain English."""
    if not near:
        return ""
    lon, lat = point_of(near)
    known = not _POSITION.fullmatch(near[0])
    at = near[0] if known else f"{decimal(abs(lat))}° {'NS'[lat < 0]}, {decimal(abs(lon))}° {'EW'[lon < 0]}"
    return message("within {km} km of {place}", km=decimal(near[1]), place=at)


def point_of(near: Near) -> tuple[float, float]:
    """Return longitude and latitude (EPSG:4326) of the place."""
    import geodata

    if found := _POSITION.fullmatch(near[0]):
        return float(found[1]), float(found[2])
    place = geodata.find_place(near[0])
    return place.lon, place.lat


def is_near(near: Near, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Return which points (EPSG:4326 degrees) lie within the distance, measured on the WGS 84 ellipsoid; the edge counts."""
    from geodata import distance_km

    to, km = point_of(near), near[1]
    mask = np.abs(lat - to[1]) * _KM_A_DEGREE <= km
    mask[mask] = distance_km(lon[mask], lat[mask], to=to) <= km
    return mask
