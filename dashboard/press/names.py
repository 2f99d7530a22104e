"""Names of countries, seas and places on the map: by rank, none touching another, countries beside crowds of events."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
import shapely

import geodata
from dashboard.press import fonts
from dashboard.press.base import land_layers
from dashboard.press.sheet import Box, Sheet
from dashboard.press.view import SLACK_NAMES, View

SIZES = {1: 15.0, 2: 14.0, 3: 13.0, 4: 12.5}
"""Height of type of a country's name by its rank, in units."""
PLACES_FROM = 6.2
"""Zoom from which capitals and bases are named: nearer they tell where one is, farther they crowd."""


@cache
def _rows(name: str) -> tuple[dict[str, Any], ...]:
    path = geodata.display_files()[name]
    return tuple(json.loads(path.read_bytes())[name]) if path.exists() else ()


class Names:
    """Places names and keeps boxes that are taken.

    Parameters
    ----------
    sheet, view
        Where to draw.
    events : ndarray of float, shape (n, 2)
        Pixels that names of countries should not cover.
    taken : list of boxes
        What stands on the map already: scale, locator.
    """

    def __init__(self, sheet: Sheet, view: View, events: np.ndarray, taken: list[Box]) -> None:
        self.sheet, self.view = sheet, view
        self.events = events[view.holds(events, 20)] if len(events) else np.zeros((0, 2))
        self.taken = list(taken)

    def draw(self) -> None:
        """Write all names that have room."""
        zoom = self.view.zoom(self.sheet.unit)
        self._countries(zoom)
        self._seas(zoom)
        if zoom >= PLACES_FROM:
            self._places(zoom)

    def _free(self, box: Box) -> bool:
        left, top, right, bottom = self.view.frame
        edge = SLACK_NAMES * self.sheet.unit
        if box[0] < left + edge or box[2] > right - edge or box[1] < top + edge or box[3] > bottom - edge:
            return False
        return not any(box[0] < t[2] and box[2] > t[0] and box[1] < t[3] and box[3] > t[1] for t in self.taken)

    def _covered(self, box: Box) -> int:
        x, y = self.events[:, 0], self.events[:, 1]
        near = 7 * self.sheet.unit
        return int(((x > box[0] - near) & (x < box[2] + near) & (y > box[1] - near) & (y < box[3] + near)).sum())

    def _box(self, x: float, y: float, width: float, height: float) -> Box:
        return x - width / 2, y - height / 2, x + width / 2, y + height / 2

    def _countries(self, zoom: float) -> None:
        layer, unit = land_layers(self.view)["countries"], self.sheet.unit
        west, south, east, north = self.view.bounds()
        bounds = shapely.bounds(layer.shapes)
        near = (bounds[:, 0] < east) & (bounds[:, 2] > west) & (bounds[:, 1] < north) & (bounds[:, 3] > south)
        rows = [(layer.properties[k], layer.shapes[k]) for k in np.flatnonzero(near)]
        for row, shape in sorted(rows, key=lambda pair: (pair[0]["rank"], -pair[1].area)):
            if zoom < row["rank"] + 1.6:
                continue
            upper = row["rank"] <= 2 and zoom >= 3.6
            words, size = (row["name"].upper() if upper else row["name"]), SIZES[row["rank"]] * unit
            width = fonts.width(words, size) + 6 * unit
            seen = shapely.clip_by_rect(shape, west, south, east, north)
            spot = self._spot(seen, row["label"], width, size * 1.2)
            home = None
            if spot is not None and self._covered(self._box(*spot, width, size)) > 1:
                home = self._home(seen)
                spot = self._aside(home, width, size * 1.2) if row["rank"] <= 3 and home is not None else None
            if spot is not None:
                self.taken.append(self._box(*spot, width, size * 1.5))
                if home is not None:
                    self._leader(home, spot, width, size)
                self._write(*spot, words, size, "regular", self.sheet.colours["label"], self.sheet.colours["land"])

    def _spot(
        self, shape: shapely.Geometry, label: list[float], width: float, height: float
    ) -> tuple[float, float] | None:
        """Return where a name covers fewest events, near the middle of what is seen of the country."""
        parts = shapely.get_parts(shape)
        if not len(parts):
            return None
        largest = parts[shapely.area(parts).argmax()]
        west, south, east, north = largest.bounds
        xs, ys = np.linspace(west, east, 15)[1:-1], np.linspace(south, north, 15)[1:-1]
        grid = np.array([(x, y) for y in ys for x in xs])
        home = self.view.place(np.array([label[0]]), np.array([label[1]]))[0]
        grid = np.vstack([home, self.view.pixels(grid[shapely.contains_xy(largest, grid)])])
        wide = (east - west) / self.view.scale
        if width > 2.4 * wide and width > 60 * self.sheet.unit:
            grid = grid[:1]
        best = None
        for x, y in grid:
            box = self._box(x, y, width, height)
            if not self._free(box):
                continue
            ends = self.view_metres(np.array([[box[0], y], [box[2], y]]))
            outside = 2 - int(shapely.contains_xy(largest, ends).sum())
            cost = (
                3.0 * self._covered(box) + 0.9 * outside + np.hypot(x - home[0], y - home[1]) / (60 * self.sheet.unit)
            )
            if best is None or cost < best[0]:
                best = (cost, (float(x), float(y)))
        return best[1] if best else None

    def _home(self, shape: shapely.Geometry) -> np.ndarray | None:
        """Return a pixel well inside what is seen of a country, None when hardly any of it is."""
        if shape.is_empty or shape.area < (16 * self.sheet.unit * self.view.scale) ** 2:
            return None
        return self.view.pixels(shapely.get_coordinates(shapely.point_on_surface(shape)))[0]

    def _aside(self, home: np.ndarray, width: float, height: float) -> tuple[float, float] | None:
        """Return a free place near a country that is full of events, for a name with a leader."""
        unit = self.sheet.unit
        for reach in (40, 55, 70, 85, 105):
            for turn in (0, 180, 20, 160, 200, 340, 40, 140, 220, 320, 60, 120, 240, 300, 90, 270):
                x = home[0] + np.cos(np.radians(turn)) * (reach * unit + width * 0.35)
                y = home[1] + np.sin(np.radians(turn)) * reach * unit
                box = self._box(x, y, width, height)
                if self._free(box) and not self._covered(box):
                    return float(x), float(y)
        return None

    def _leader(self, home: np.ndarray, spot: tuple[float, float], width: float, size: float) -> None:
        box = self._box(*spot, width, size)
        near = (min(max(home[0], box[0]), box[2]), min(max(home[1], box[1]), box[3]))
        self.sheet.rule(*home, *near, colour=self.sheet.colours["label"], width=0.8)

    def view_metres(self, pixels: np.ndarray) -> np.ndarray:
        """Return metres of the projection of pixels."""
        x = self.view.left + (pixels[:, 0] - self.view.frame[0]) * self.view.scale
        return np.column_stack([x, self.view.top - (pixels[:, 1] - self.view.frame[1]) * self.view.scale])

    def _seas(self, zoom: float) -> None:
        size = 12.5 * self.sheet.unit
        for row in sorted(_rows("seas"), key=lambda row: row["min_zoom"]):
            if zoom + 0.7 < row["min_zoom"]:
                continue
            x, y = self.view.place(np.array([row["label"][0]]), np.array([row["label"][1]]))[0]
            box = self._box(x, y, fonts.width(row["name"], size, "italic") + 6 * self.sheet.unit, size * 1.3)
            if self._free(box) and self._covered(box) <= len(self.events) // 60:
                self.taken.append(box)
                self._write(
                    x, y, row["name"], size, "italic", self.sheet.colours["seaLabel"], self.sheet.colours["sea"]
                )

    def _places(self, zoom: float) -> None:
        size, unit, written = 12.5 * self.sheet.unit, self.sheet.unit, set()
        rows = [row for row in _rows("places") if row["min_zoom"] <= zoom + 0.5]
        rows.sort(key=lambda row: (row["min_zoom"], row["name"]))
        spots = self.view.place(np.array([row["lon"] for row in rows]), np.array([row["lat"] for row in rows]))
        for k in np.flatnonzero(self.view.holds(spots)):
            row, (x, y) = rows[k], spots[k]
            if row["name"] in written:
                continue
            width = fonts.width(row["name"], size)
            for side in (1, -1):
                middle = x + side * (width / 2 + 6 * unit)
                box = self._box(middle, y, width + 14 * unit, size * 1.25)
                if self._free(box) and not self._covered(box):
                    self.taken.append(box)
                    written.add(row["name"])
                    self.sheet.box(self._box(x, y, 4 * unit, 4 * unit), fill=self.sheet.colours["place"])
                    self._write(
                        middle, y, row["name"], size, "regular", self.sheet.colours["place"], self.sheet.colours["land"]
                    )
                    break

    def _write(self, x: float, y: float, words: str, size: float, face: str, colour: str, halo: str) -> None:
        self.sheet.text(x, y, words, size, face=face, colour=colour, align="center", halo=halo, clip=self.view.frame)
