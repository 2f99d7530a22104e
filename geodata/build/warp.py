"""A stretched map plane in which one tolerance means fine inside the theatre and coarse outside it."""

import numpy as np
import shapely

from geodata.theatre import EAST, NORTH, SOUTH, WEST

MARGIN = 3.0  # degrees that keep full detail beyond the theatre, so its edge is never seen


class Warp:
    """Web Mercator (units: degrees at the equator), with everything outside the theatre shrunk `shrink` times.

    Simplifying in this plane keeps topology over the whole world at once: no seam, no clip edge. A tolerance t is
    t degrees of longitude on screen inside the theatre, and `shrink` * t outside.
    """

    def __init__(self, shrink: float) -> None:
        self._x = _stops(-400.0, WEST - MARGIN, EAST + MARGIN, 400.0, shrink)
        low, south, north, high = mercator(np.array([-89.0, SOUTH - MARGIN, NORTH, 89.0]))
        self._y = _stops(low, south, north, high, shrink)

    def forward(self, shapes: np.ndarray) -> np.ndarray:
        """EPSG:4326 lon, lat degrees to the stretched plane."""
        return shapely.transform(
            shapes, lambda p: np.column_stack([np.interp(p[:, 0], *self._x), np.interp(mercator(p[:, 1]), *self._y)])
        )

    def back(self, shapes: np.ndarray) -> np.ndarray:
        """The stretched plane to EPSG:4326 lon, lat degrees."""
        (x, u), (y, v) = self._x, self._y
        return shapely.transform(
            shapes, lambda p: np.column_stack([np.interp(p[:, 0], u, x), latitude(np.interp(p[:, 1], v, y))])
        )


def mercator(lat: np.ndarray) -> np.ndarray:
    """Latitude in degrees to Mercator y in degrees of longitude at the equator."""
    return np.degrees(np.arcsinh(np.tan(np.radians(lat))))


def latitude(y: np.ndarray) -> np.ndarray:
    """Mercator y to latitude, both in degrees."""
    return np.degrees(np.arctan(np.sinh(np.radians(y))))


def _stops(low: float, start: float, end: float, high: float, shrink: float) -> tuple[np.ndarray, np.ndarray]:
    warped = [start - (start - low) / shrink, start, end, end + (high - end) / shrink]
    return np.array([low, start, end, high]), np.array(warped)
