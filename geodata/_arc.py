"""The shortest way between two places on the ellipsoid, as a line for a map."""

import numpy as np

from geodata.outlines import WGS84
from geodata.points import as_point

STEP_KM = 100.0


def geodesic_arc(lon: float, lat: float, to_lon: float, to_lat: float, *, step_km: float = STEP_KM) -> np.ndarray:
    """Return points along the geodesic between two places (WGS 84; Karney's method, by PROJ).

    Parameters
    ----------
    lon, lat, to_lon, to_lat : float
        Both ends, EPSG:4326 degrees, longitude first.
    step_km : float, default 100
        Kilometres between points at most.

    Returns
    -------
    ndarray of float, shape (n, 2), n >= 2
        Longitude, latitude. Longitudes run on without a jump, so they may pass 180 or -180: `cut_at_antimeridian` brings them back.
    """
    lon, lat = as_point(lon, lat)
    to_lon, to_lat = as_point(to_lon, to_lat)
    metres = WGS84.inv(lon, lat, to_lon, to_lat)[2]
    between = WGS84.npts(lon, lat, to_lon, to_lat, int(metres / 1000 / step_km))
    points = np.array([(lon, lat), *between, (to_lon, to_lat)])
    points[:, 0] = np.degrees(np.unwrap(np.radians(points[:, 0])))
    return points


def cut_at_antimeridian(points: np.ndarray) -> list[np.ndarray]:
    """Return a line cut where it crosses 180 degrees, as RFC 7946 (section 3.1.9) wants it.

    Parameters
    ----------
    points : ndarray of float, shape (n, 2)
        As `geodesic_arc` returns them.

    Returns
    -------
    list of ndarray of float, shape (k, 2)
        Longitudes in -180..180; where one part ends at 180 the next begins at -180 on the same latitude, or the other way round.
    """
    points = np.asarray(points, float)
    world = np.floor((points[:, 0] + 180) / 360)
    # A line that only touches 180 degrees stays in the world that it comes from.
    edge = (points[:, 0] + 180) % 360 == 0
    for k in np.flatnonzero(edge):
        near = world[k - 1] if k else world[min(1, len(world) - 1)]
        world[k] = near if near in (world[k], world[k] - 1) else world[k]
    parts, current = [], [points[0] - (360 * world[0], 0)]
    for k in range(1, len(points)):
        if world[k] != world[k - 1]:
            side = 180.0 if world[k] > world[k - 1] else -180.0
            line = side + 360 * world[k - 1]
            (x0, y0), (x1, y1) = points[k - 1], points[k]
            lat = y0 + (y1 - y0) * (line - x0) / (x1 - x0) if x1 != x0 else y0
            if current[-1][0] != side:
                current.append(np.array((side, lat)))
            parts.append(current)
            current = [np.array((-side, lat))]
        here = points[k] - (360 * world[k], 0)
        if not np.array_equal(current[-1], here):
            current.append(here)
    parts.append(current)
    return [np.array(part) for part in parts if len(part) > 1]
