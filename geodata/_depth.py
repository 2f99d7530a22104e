"""How deep a point can be, given that its position is only known within a radius."""

from typing import NamedTuple

import numpy as np

from geodata._border import distance_to_border_km, nearest_airspace
from geodata.outlines import WGS84
from geodata.points import as_point, as_radius
from geodata.theatre import OUTSIDE

DIRECTIONS, RINGS = 36, 12


class DepthRange(NamedTuple):
    """Least and greatest signed depth in km (positive inside) and the iso3 of the airspace that is meant."""

    low: float
    high: float
    of: str


def depth_range_km(lon: float, lat: float, radius_m: float, *, of: str | None = None) -> DepthRange:
    """Return between which depths the true position lies.

    Parameters
    ----------
    lon, lat : float
        Centre of the uncertainty disc, EPSG:4326 degrees, longitude first.
    radius_m : float
        Radius of the disc in metres, 0 to 2 000 000.
    of : str, optional
        iso3 of the airspace meant. Default: the one the centre is in, else the nearest one.

    Returns
    -------
    DepthRange
        `low` below zero: the true position may lie outside. Measured at 432 points of the disc and at its centre, so
        good to about a twentieth of the radius. NaN when the centre is outside the theatre.

    Raises
    ------
    ArgumentError
        As `points.as_point`, `points.as_radius` and `distance_to_border_km`.
    """
    x, y = as_point(lon, lat)
    radius = as_radius(radius_m)
    of = of or nearest_airspace(x, y)
    if of == OUTSIDE:
        return DepthRange(np.nan, np.nan, of)
    azimuth, reach = np.meshgrid(
        np.linspace(0, 360, DIRECTIONS, endpoint=False), radius * np.arange(1, RINGS + 1) / RINGS
    )
    count = azimuth.size
    lons, lats, _ = WGS84.fwd(np.full(count, x), np.full(count, y), azimuth.ravel(), reach.ravel())
    depths = distance_to_border_km(np.r_[x, lons], np.r_[y, lats], of=of)
    return DepthRange(float(np.nanmin(depths)), float(np.nanmax(depths)), of)
