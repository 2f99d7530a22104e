"""The outlines of national airspace, cut small and indexed, so that the nearest border is found fast."""

from functools import cache

import numpy as np
import pyproj
import shapely

from geodata.atlas import atlas
from geodata.projection import Projection
from geodata.theatre import EAST, NORTH, SOUTH, WEST

WGS84 = pyproj.Geod(ellps="WGS84")
_PLANE = Projection(3034)  # conformal: the nearest there is the nearest here
_STEP = 0.05  # degrees; longer segments are divided, so that straight in degrees is straight in the plane
_PIECE = 16  # segments in one indexed piece
_NEAR_BOX = 0.005  # degrees; the clip edges of the data are not borders


class Outlines:
    """Outlines of some states, ready for nearest-point queries."""

    def __init__(self, owners: np.ndarray, shapes: np.ndarray) -> None:
        parts, of_shape = shapely.get_parts(shapes, return_index=True)
        rings, of_part = shapely.get_rings(parts, return_index=True)
        points, of_ring = shapely.get_coordinates(shapely.segmentize(rings, _STEP), return_index=True)
        segments = np.stack([points[:-1], points[1:]], axis=1)
        good = (of_ring[1:] == of_ring[:-1]) & ~_on_box(segments)
        # A piece ends where the ring ends, at the clip box, and after so many segments.
        breaks = np.flatnonzero(~good)
        run = np.searchsorted(breaks, np.flatnonzero(good))
        index = np.flatnonzero(good)
        first = np.r_[True, np.diff(run) > 0] if len(run) else np.zeros(0, bool)
        within = np.arange(len(index)) - np.maximum.accumulate(np.where(first, np.arange(len(index)), 0))
        starts = np.flatnonzero(within % _PIECE == 0)
        lengths = np.diff(np.r_[starts, len(index)])
        plane = _PLANE.to_plane(points[:, 0], points[:, 1])
        counts = lengths + 1
        offsets = np.repeat(index[starts] - np.r_[0, np.cumsum(counts)[:-1]], counts)
        pieces = np.repeat(np.arange(len(starts)), counts)
        self._pieces = shapely.linestrings(plane[offsets + np.arange(counts.sum())], indices=pieces)
        self._owner = owners[of_shape[of_part[of_ring[index[starts]]]]]
        self._tree = shapely.STRtree(self._pieces, node_capacity=4)  # narrow nodes halve the time of nearest

    def nearest(self, lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return for each point (1-D arrays) the geodesic distance in km to the outlines, and whose outline it is."""
        points = shapely.points(_PLANE.to_plane(lon, lat))
        piece = self._tree.nearest(points) if len(points) else np.zeros(0, int)
        lines = self._pieces[piece]
        spots = shapely.get_coordinates(shapely.line_interpolate_point(lines, shapely.line_locate_point(lines, points)))
        there = _PLANE.to_degrees(spots)
        return WGS84.inv(lon, lat, *there)[2] / 1000, self._owner[piece]


@cache
def all_outlines() -> Outlines:
    """Return the outlines of all states together.

    From inside a state the nearest of all outlines is its own: every way to another one crosses it first.
    """
    return Outlines(atlas().codes, atlas().shapes)


@cache
def outlines_of(code: str) -> Outlines:
    """Return the outlines of one state (iso3 as in the atlas)."""
    chosen = atlas().codes == code
    return Outlines(atlas().codes[chosen], atlas().shapes[chosen])


def _on_box(segments: np.ndarray) -> np.ndarray:
    lon, lat = segments[:, :, 0], segments[:, :, 1]
    sides = [np.abs(lon - WEST), np.abs(lon - EAST), np.abs(lat - SOUTH), np.abs(lat - NORTH)]
    return np.any([(side < _NEAR_BOX).all(axis=1) for side in sides], axis=0)
