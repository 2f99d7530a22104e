"""How far points are from one point."""

import numpy as np
import pyproj

from geodata.points import as_point, as_points

_WGS84 = pyproj.Geod(ellps="WGS84")


def distance_km(lon: object, lat: object, *, to: tuple[float, float]) -> float | np.ndarray:
    """Return the geodesic distance from points to one point, in kilometres on the WGS 84 ellipsoid.

    Parameters
    ----------
    lon, lat : float or array-like
        EPSG:4326 degrees, longitude first; any shape.
    to : tuple of float
        Longitude and latitude of the one point.

    Raises
    ------
    ArgumentError
        As `points.as_points`.
    """
    lons, lats = as_points(lon, lat)
    x, y = as_point(*to)
    metres = _WGS84.inv(lons.ravel(), lats.ravel(), np.full(lons.size, x), np.full(lons.size, y))[2]
    return float(metres[0]) / 1000 if lons.ndim == 0 else np.asarray(metres).reshape(lons.shape) / 1000
