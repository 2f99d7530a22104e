"""Answers "which polygon holds this point" for very many points, with a raster that settles most of them."""

from threading import RLock

import numpy as np
import shapely

from geodata.theatre import EAST, NORTH, SOUTH, WEST

NOBODY = -1
_MIXED = -2
ONE_AT_A_TIME = RLock()
"""Held while a prepared polygon is asked: GEOS builds its index at the first question, and two threads that do so at once end the process."""


class Cells:
    """A raster over the theatre: a cell that one polygon fills, or none touches, settles its points at once.

    Parameters
    ----------
    shapes : array of Geometry
        Polygons in EPSG:4326. A point on a line counts as inside; where several hold it, the first wins.
    size : float
        Side of a cell in degrees.
    """

    def __init__(self, shapes: np.ndarray, *, size: float = 0.25) -> None:
        self._shapes, self._size = shapes, size
        self._columns, self._rows = round((EAST - WEST) / size), round((NORTH - SOUTH) / size)
        row, column = np.divmod(np.arange(self._columns * self._rows), self._columns)
        west, south = WEST + column * size, SOUTH + row * size
        boxes = shapely.STRtree(shapely.box(west, south, west + size, south + size))
        with ONE_AT_A_TIME:
            shapely.prepare(shapes)
            polygon, cell = boxes.query(shapes, predicate="intersects")
            inner_polygon, inner = boxes.query(shapes, predicate="contains_properly")
            # What these questions have made of the polygons takes 18 MB; points need less, made when the first is asked about.
            shapely.destroy_prepared(shapes)
            shapely.prepare(shapes)
        self._answer = np.full(len(row), NOBODY)
        self._answer[cell] = _MIXED
        self._answer[inner] = inner_polygon
        mixed = self._answer[cell] == _MIXED
        self._candidates = polygon[mixed], cell[mixed]

    def find(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Return for each point (1-D arrays, inside the theatre) the index of its polygon, or NOBODY."""
        column = np.minimum(((lon - WEST) / self._size).astype(int), self._columns - 1)
        row = np.minimum(((lat - SOUTH) / self._size).astype(int), self._rows - 1)
        cell = row * self._columns + column
        found = self._answer[cell]
        open_ = np.flatnonzero(found == _MIXED)
        found[open_] = NOBODY
        order = open_[np.argsort(cell[open_], kind="stable")]
        sorted_cells = cell[order]
        polygon, cells = self._candidates
        starts, ends = np.searchsorted(sorted_cells, cells, "left"), np.searchsorted(sorted_cells, cells, "right")
        hit = ends > starts
        for index in np.unique(polygon[hit]):
            mine = hit & (polygon == index)
            points = np.concatenate([order[a:b] for a, b in zip(starts[mine], ends[mine], strict=True)])
            points = points[found[points] == NOBODY]
            with ONE_AT_A_TIME:
                inside = shapely.intersects_xy(self._shapes[index], lon[points], lat[points])
            found[points[inside]] = index
        return found
