"""Which part of the earth a picture shows, in which projection."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from pyproj import Geod, Transformer

from dashboard.layers.packing import COARSE
from dashboard.press.sheet import Box

EUROPE = "EPSG:3035"
"""ETRS89-LAEA, the equal-area projection for statistical maps of Europe."""
THEATRE = (-26.0, 31.0, 61.0, 83.0)
"""West, south, east, north in degrees: where EPSG:3035 is at home."""
HOME = (4.0, 40.0, 41.0, 69.0)
"""What an empty picture shows."""
MOSTLY = 0.7
"""Share of the events in the theatre from which the others are left outside the picture, and counted there."""
WIDEST, NARROWEST = 1.6e7, 2.4e5
FAR = 9e5
"""Metres that a map outside the theatre shows at least: its coasts are known less finely."""
GEOD = Geod(ellps="WGS84")
STEPS = 48


@cache
def transformer(crs: str) -> Transformer:
    """Return WGS 84 (lon, lat) to a projection."""
    return Transformer.from_crs(4326, crs, always_xy=True)


@dataclass(frozen=True)
class View:
    """A window on the projected earth.

    Attributes
    ----------
    crs : str
        The projection.
    left, top : float
        Its metres at the corner of the frame.
    scale : float
        Metres a pixel.
    frame : tuple of float
        Left, top, right, bottom of the map on the sheet, in pixels.
    """

    crs: str
    left: float
    top: float
    scale: float
    frame: Box

    def place(self, longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
        """Return pixels, shape (n, 2), of WGS 84 degrees; far outside for what the projection cannot show."""
        x, y = transformer(self.crs).transform(np.asarray(longitude, float), np.asarray(latitude, float))
        return self.pixels(np.column_stack([np.nan_to_num(x, posinf=1e9), np.nan_to_num(y, posinf=1e9)]))

    def pixels(self, metres: np.ndarray) -> np.ndarray:
        """Return pixels of metres of the projection, both of shape (n, 2)."""
        x = self.frame[0] + (metres[:, 0] - self.left) / self.scale
        return np.column_stack([x, self.frame[1] + (self.top - metres[:, 1]) / self.scale])

    def metres(self, pixels: np.ndarray) -> np.ndarray:
        """Return metres of the projection of pixels, both of shape (n, 2)."""
        x = self.left + (pixels[:, 0] - self.frame[0]) * self.scale
        return np.column_stack([x, self.top - (pixels[:, 1] - self.frame[1]) * self.scale])

    def bounds(self, margin: float = 0.0) -> Box:
        """Return west, south, east, north of the frame and a margin of pixels around it, in metres of the projection."""
        left, top, right, bottom = self.frame
        more = margin * self.scale
        width, height = (right - left) * self.scale, (bottom - top) * self.scale
        return self.left - more, self.top - height - more, self.left + width + more, self.top + more

    def holds(self, places: np.ndarray, margin: float = 0.0) -> np.ndarray:
        """Tell which pixels, shape (n, 2), lie in the frame."""
        left, top, right, bottom = self.frame
        x, y = places[:, 0], places[:, 1]
        return (x >= left - margin) & (x <= right + margin) & (y >= top - margin) & (y <= bottom + margin)

    def zoom(self, unit: float) -> float:
        """Return the zoom of a web map on which names would stand as far apart, for ranks of names."""
        return float(np.log2(156543 * 0.55 / (self.scale * unit)))

    def circles(self, longitude: np.ndarray, latitude: np.ndarray, metres: np.ndarray) -> list[np.ndarray]:
        """Return outlines in pixels of geodesic circles: true metres on the ellipsoid."""
        n = len(longitude)
        if not n:
            return []
        turn = np.tile(np.linspace(0, 360, STEPS + 1), n)
        around = [np.repeat(np.asarray(values, float), STEPS + 1) for values in (longitude, latitude, metres)]
        lon, lat, _ = GEOD.fwd(around[0], around[1], turn, around[2])
        return list(self.place(lon, lat).reshape(n, STEPS + 1, 2))


def projection(longitude: np.ndarray, latitude: np.ndarray) -> str:
    """Return EPSG:3035 for places in Europe, otherwise an equal-area projection around the middle of the places."""
    if len(longitude) == 0 or in_theatre(longitude, latitude).mean() >= MOSTLY:
        return EUROPE
    lon, lat = np.radians(longitude), np.radians(latitude)
    x, y, z = (np.cos(lat) * np.cos(lon)).mean(), (np.cos(lat) * np.sin(lon)).mean(), np.sin(lat).mean()
    middle = (round(float(np.degrees(np.arctan2(y, x)))), round(float(np.degrees(np.arctan2(z, np.hypot(x, y))))))
    return f"+proj=laea +lon_0={middle[0]} +lat_0={middle[1]} +datum=WGS84 +units=m"


def in_theatre(longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
    """Tell which places lie where EPSG:3035 is at home."""
    west, south, east, north = THEATRE
    return (longitude > west) & (longitude < east) & (latitude > south) & (latitude < north)


def view_of(events: pd.DataFrame, frame: Box, *, pad: float, narrowest: float = NARROWEST) -> View:
    """Return the view that holds the events with what is known of their place.

    Parameters
    ----------
    events : DataFrame
        Those to show. Without any, the whole flank.
    frame : tuple of float
        Where the map goes on the sheet.
    pad : float
        Pixels to keep free at the edge.
    narrowest : float
        Metres that the shorter side shows at least.
    """
    lon, lat = (events[name].to_numpy(float) for name in ("longitude", "latitude"))
    crs = projection(lon, lat)
    inside = in_theatre(lon, lat) if crs == EUROPE else np.ones(len(lon), bool)
    precise = ~events["georeference_basis"].isin(COARSE).to_numpy()
    radius = np.where(precise, np.minimum(events["coordinate_uncertainty_m"].to_numpy(float), 1e5), 0.0)
    if not inside.any():
        west, south, east, north = HOME
        lon, lat, radius = (
            np.array([west, west, east, east, 22]),
            np.array([south, north, south, north, north]),
            np.zeros(5),
        )
        inside = np.ones(5, bool)
    x, y = transformer(crs).transform(lon[inside], lat[inside])
    r = radius[inside]
    west, east, south, north = (x - r).min(), (x + r).max(), (y - r).min(), (y + r).max()
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    narrowest = narrowest if crs == EUROPE else max(narrowest, FAR)
    scale = max((east - west) / (width - 2 * pad), (north - south) / (height - 2 * pad), narrowest / min(width, height))
    scale = min(scale, WIDEST / min(width, height))
    left, top = (west + east) / 2 - width * scale / 2, (south + north) / 2 + height * scale / 2
    return View(crs, left, top, scale, frame)
