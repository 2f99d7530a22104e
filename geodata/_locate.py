"""Whose airspace a point lies in."""

from functools import cache
from typing import NamedTuple

import numpy as np

from geodata.atlas import atlas
from geodata.cells import NOBODY, Cells
from geodata.points import as_point, as_points
from geodata.theatre import DISPUTED, HIGH_SEAS, OUTSIDE, in_theatre


class Location(NamedTuple):
    """The airspace of one point.

    `code` is ISO 3166-1 alpha-3 (XKX for Kosovo), HIGHSEAS, DISPUTED (the middle of the Sea of Azov) or OUTSIDE (not in
    the theatre, lon -26..61 and lat 31..83). `uncertain` is true where two states' limits overlap or are not agreed.
    """

    code: str
    uncertain: bool


class Locations(NamedTuple):
    """The airspaces of many points: `code` (array of str) and `uncertain` (array of bool) in the shape of the input."""

    code: np.ndarray
    uncertain: np.ndarray


def locate(lon: float, lat: float) -> Location:
    """Return the airspace that one point lies in, and whether that is uncertain.

    Parameters
    ----------
    lon, lat : float
        EPSG:4326 degrees, longitude first.

    Returns
    -------
    Location
        Occupied Crimea is UKR (UN General Assembly 68/262). National airspace is land, internal waters and the
        territorial sea. A point on a line between two states is given to the one whose code comes first in the
        alphabet, a point on the outer limit is inside. The poles and the antimeridian are OUTSIDE.

    Raises
    ------
    ArgumentError
        As `points.as_point`.
    """
    x, y = as_point(lon, lat)
    found = locate_many([x], [y])
    return Location(str(found.code[0]), bool(found.uncertain[0]))


def locate_many(lon: np.ndarray, lat: np.ndarray) -> Locations:
    """Return the airspace of each point; as `locate`, for arrays of any shape (also empty and 0-D).

    Raises
    ------
    ArgumentError
        As `points.as_points`.
    """
    lons, lats = as_points(lon, lat)
    x, y = lons.ravel(), lats.ravel()
    inside = in_theatre(x, y)
    words = np.array([*atlas().codes, HIGH_SEAS, DISPUTED, OUTSIDE])
    high_seas, disputed, outside = range(len(words) - 3, len(words))
    found, uncertain = np.full(x.shape, outside), np.zeros(x.shape, bool)
    state = _states().find(x[inside], y[inside])
    contested = _contested().find(x[inside], y[inside])
    azov = (state == NOBODY) & (_disputed().find(x[inside], y[inside]) != NOBODY)
    found[inside] = np.select([state != NOBODY, azov], [state, disputed], high_seas)
    uncertain[inside] = contested != NOBODY
    return Locations(words[found].reshape(lons.shape), uncertain.reshape(lons.shape))


@cache
def _states() -> Cells:
    return Cells(atlas().shapes)


@cache
def _contested() -> Cells:
    return Cells(atlas().uncertain)


@cache
def _disputed() -> Cells:
    return Cells(atlas().disputed)
