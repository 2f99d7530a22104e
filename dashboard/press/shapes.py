"""Geometry of shapely as paths of matplotlib, clipped to a view."""

from __future__ import annotations

import numpy as np
import shapely
from matplotlib.path import Path

from dashboard.press.view import View

SLACK = 30.0
"""Pixels around the frame to which shapes are cut, so that no cut edge is ever seen."""
FINE = 0.3
"""Pixels that a simplified line may stray."""


def clipped(shapes: np.ndarray, view: View) -> np.ndarray:
    """Return the part of shapes (metres of the projection) in and around the frame, without detail below a pixel."""
    if not len(shapes):
        return shapes
    west, south, east, north = view.bounds(SLACK)
    bounds = shapely.bounds(shapes)
    near = (bounds[:, 0] < east) & (bounds[:, 2] > west) & (bounds[:, 1] < north) & (bounds[:, 3] > south)
    cut = shapely.clip_by_rect(shapes[near], west, south, east, north)
    cut = shapely.simplify(cut, FINE * view.scale, preserve_topology=False)
    return cut[~shapely.is_empty(cut)]


def compound(shapes: np.ndarray, view: View) -> Path | None:
    """Return one path of all rings and lines, None when there is nothing; outer rings and holes turn opposite ways."""
    parts = shapely.get_parts(shapes)
    parts = shapely.get_parts(parts)
    if not len(parts):
        return None
    areal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    rings = shapely.get_rings(shapely.orient_polygons(parts[areal])) if areal.any() else np.array([], object)
    lines = parts[shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING]
    pieces = [*rings, *lines]
    if not pieces:
        return None
    points, owner = shapely.get_coordinates(np.array(pieces, object), return_index=True)
    codes = np.full(len(points), Path.LINETO, dtype=Path.code_type)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    codes[starts] = Path.MOVETO
    closed = np.append(starts[1:], len(points))[: len(rings)] - 1
    codes[closed] = Path.CLOSEPOLY
    return Path(view.pixels(points), codes)


def hatch(shapes: np.ndarray, view: View, step: float) -> Path | None:
    """Return diagonal strokes, `step` pixels apart, inside shapes."""
    if not len(shapes):
        return None
    west, south, east, north = view.bounds()
    gap, height = step * view.scale * np.sqrt(2), north - south
    starts = np.arange(np.floor((west - height) / gap) * gap, east, gap)
    strokes = shapely.linestrings([[(x, south), (x + height, north)] for x in starts])
    inside = shapely.intersection(strokes, shapely.make_valid(shapely.union_all(shapely.make_valid(shapes))))
    return compound(inside[~shapely.is_empty(inside)], view)
