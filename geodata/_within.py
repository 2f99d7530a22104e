"""Which airspaces an uncertainty disc touches, and with how much of its area."""

import numpy as np
import shapely

from geodata._locate import locate
from geodata.atlas import atlas
from geodata.cells import ONE_AT_A_TIME
from geodata.outlines import WGS84
from geodata.points import as_point, as_radius
from geodata.projection import Projection
from geodata.theatre import DISPUTED, HIGH_SEAS, OUTSIDE, THEATRE

_EQUAL_AREA = Projection(3035)
CORNERS = 180


def airspaces_within(lon: float, lat: float, radius_m: float) -> dict[str, float]:
    """Return the share of the disc's area that lies in each airspace, largest first.

    Parameters
    ----------
    lon, lat : float
        Centre of the uncertainty disc, EPSG:4326 degrees, longitude first.
    radius_m : float
        Radius of the disc in metres, 0 to 2 000 000; 0 gives the airspace of the point.

    Returns
    -------
    dict of str to float
        iso3, HIGHSEAS, DISPUTED or OUTSIDE to a share; shares below 0.000 01 are left out, the rest sum to 1. Areas are
        those of EPSG:3035.

    Raises
    ------
    ArgumentError
        As `points.as_point` and `points.as_radius`.
    """
    x, y = as_point(lon, lat)
    radius = as_radius(radius_m)
    theatre = shapely.box(*THEATRE)
    if radius < 1 or not theatre.covers(shapely.Point(x, y)):
        return {locate(x, y).code: 1.0}
    azimuth = np.linspace(0, 360, CORNERS, endpoint=False)
    lons, lats, _ = WGS84.fwd(np.full(CORNERS, x), np.full(CORNERS, y), azimuth, np.full(CORNERS, radius))
    disc = shapely.make_valid(shapely.Polygon(np.column_stack([x + (lons - x + 180) % 360 - 180, lats])))
    inside = disc & theatre
    with ONE_AT_A_TIME:
        near = shapely.intersects(atlas().shapes, inside)
    shares = {
        str(code): _area(shapely.make_valid(shapely.clip_by_rect(shape, *inside.bounds)) & inside)
        for code, shape in zip(atlas().codes[near], atlas().shapes[near], strict=True)
    }
    shares[DISPUTED] = sum(_area(shape & inside) for shape in atlas().disputed)
    shares[HIGH_SEAS] = max(_area(inside) - sum(shares.values()), 0.0)
    shares[OUTSIDE] = _outside(disc, inside) * sum(shares.values())
    total = sum(shares.values())
    kept = {code: area / total for code, area in shares.items() if area / total > 1e-5}
    return {code: share / sum(kept.values()) for code, share in sorted(kept.items(), key=lambda row: (-row[1], row[0]))}


def _area(shape: shapely.Geometry) -> float:
    flat = shapely.transform(shapely.segmentize(shape, 0.5), lambda p: _EQUAL_AREA.to_plane(p[:, 0], p[:, 1]))
    return float(shapely.area(flat))


def _outside(disc: shapely.Geometry, inside: shapely.Geometry) -> float:
    """How much larger the disc is than its part in the theatre (cosine-weighted, good enough beyond the edge)."""

    def weight(shape: shapely.Geometry) -> float:
        return float(
            shapely.area(
                shapely.transform(shape, lambda p: np.column_stack([p[:, 0], np.degrees(np.sin(np.radians(p[:, 1])))]))
            )
        )

    return weight(disc) / weight(inside) - 1
