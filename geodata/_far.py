"""How far points are from the airspace of a state, roughly, wherever on Earth they lie."""

from functools import cache

import numpy as np
import shapely

from geodata.atlas import atlas
from geodata.points import as_points
from geodata.theatre import EAST, NORTH, SOUTH, WEST, in_theatre

_EARTH_KM = 6371.0
_SIMPLIFIED, _STEP = 0.05, 0.25  # degrees
_AT_ONCE = 20_000  # points whose distances to all corners of an outline stand in memory together
_ON_EDGE = 0.01  # degrees


def rough_distance_km(lon: object, lat: object, *, of: str) -> np.ndarray:
    """Return about how far points are from the nearest outline of a state's airspace.

    Parameters
    ----------
    lon, lat : array-like
        EPSG:4326 degrees, longitude first; any shape, anywhere on Earth.
    of : str
        iso3 of the state.

    Returns
    -------
    array of float
        Kilometres on a sphere, to corners of a simplified outline at most 0.25 degrees apart: too long by up to 15 km near
        the outline, by less than one per cent beyond 300 km. Points inside get their distance to the outline as well. NaN where the atlas does not know the whole state,
        because it lacks it or because the edge of the theatre cuts it and the point lies beyond that edge.

    Raises
    ------
    ArgumentError
        As `points.as_points`.
    """
    lons, lats = as_points(lon, lat)
    x, y = lons.ravel(), lats.ravel()
    far = np.full(x.shape, np.nan)
    if of not in _at():
        return far.reshape(lons.shape)
    known = in_theatre(x, y) if _cut(of) else np.ones(x.shape, bool)
    corners = _corners(of)
    places = np.flatnonzero(known)
    for start in range(0, len(places), _AT_ONCE):
        some = places[start : start + _AT_ONCE]
        nearest = (_on_sphere(x[some], y[some]) @ corners.T).max(axis=1)
        far[some] = _EARTH_KM * np.arccos(np.clip(nearest, -1.0, 1.0))
    return far.reshape(lons.shape)


def _on_sphere(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    a, b = np.radians(lon), np.radians(lat)
    return np.column_stack([np.cos(b) * np.cos(a), np.cos(b) * np.sin(a), np.sin(b)])


@cache
def _at() -> dict[str, int]:
    return {str(code): at for at, code in enumerate(atlas().codes)}


@cache
def _cut(code: str) -> bool:
    """Whether the edge of the theatre cuts a state."""
    west, south, east, north = shapely.bounds(atlas().shapes[_at()[code]])
    return bool(
        west < WEST + _ON_EDGE or south < SOUTH + _ON_EDGE or east > EAST - _ON_EDGE or north > NORTH - _ON_EDGE
    )


@cache
def _corners(code: str) -> np.ndarray:
    shape = shapely.segmentize(shapely.simplify(atlas().shapes[_at()[code]], _SIMPLIFIED), _STEP)
    return _on_sphere(*shapely.get_coordinates(shape).T)
