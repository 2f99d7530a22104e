"""Brings a world of country land down to one display scale."""

import numpy as np
import shapely

from geodata.build.warp import Warp


def simplify(
    land: dict[str, shapely.Geometry], *, tolerance: float, shrink: float, smallest: float
) -> dict[str, shapely.Geometry]:
    """Simplify a coverage for the screen: neighbours keep sharing their border, tiny islands go, no state vanishes.

    Parameters
    ----------
    land : dict
        iso3 to polygons, a valid coverage, EPSG:4326.
    tolerance : float
        Side of the triangles that are dropped (Visvalingam), in degrees of longitude on a Mercator map.
    shrink : float
        How many times coarser the world outside the theatre is.
    smallest : float
        Side of the smallest island kept, same unit as `tolerance`.

    Returns
    -------
    dict
        iso3 to simplified polygons, EPSG:4326.
    """
    warp = Warp(shrink)
    shapes = [_without_islets(shape, smallest**2) for shape in warp.forward(np.array(list(land.values())))]
    return dict(zip(land, warp.back(shapely.coverage_simplify(shapes, tolerance)), strict=True))


def _without_islets(shape: shapely.Geometry, smallest_area: float) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    return shapely.multipolygons(parts[(areas >= smallest_area) | (areas == areas.max())])
