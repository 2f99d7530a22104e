"""Names of countries, seas and places on the map: by rank, none touching another or an event."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
import shapely

import geodata
from dashboard.language import tr
from dashboard.press import fonts
from dashboard.press.base import limits_layer, on_land
from dashboard.press.country_names import CountryNames
from dashboard.press.label_room import LabelRoom, boxes_at
from dashboard.press.shapes import clipped
from dashboard.press.sheet import Box, Sheet
from dashboard.press.view import View

PLACES_FROM = 6.2
"""Zoom from which capitals and bases are named: nearer they tell where one is, farther they crowd."""
FARTHEST_SEA, ADRIFT_M = 4.5, 150e3
"""How bad a place may be for the name of a sea (40 units from where it belongs count 1, a line through it 1.5, land 4), and how many metres off."""


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
        Pixels that names should not cover.
    taken : list of boxes
        What stands on the map already: scale, locator.
    outline : ndarray of float, shape (n, 2), optional
        Pixels of the disc of a highlighted event, which no name crosses.
    """

    def __init__(
        self, sheet: Sheet, view: View, events: np.ndarray, taken: list[Box], outline: np.ndarray | None = None
    ) -> None:
        self.sheet, self.view = sheet, view
        near = events[view.holds(events, 20)] if len(events) else np.zeros((0, 2))
        self.room = LabelRoom(view.frame, sheet.unit, near, np.zeros((0, 2)) if outline is None else outline, taken)

    def draw(self) -> None:
        """Write all names that have room."""
        zoom = self.view.zoom(self.sheet.unit)
        CountryNames(self.sheet, self.view, self.room).draw(zoom)
        self._seas(zoom)
        if zoom >= PLACES_FROM:
            self._places(zoom)
        self.sheet.names = [tuple(box) for box in self.room.taken]

    def _limits(self) -> np.ndarray:
        """Return pixels along the limits of airspace, closer together than names are high."""
        lines = clipped(limits_layer(self.view).shapes, self.view)
        return self.view.pixels(
            shapely.get_coordinates(shapely.segmentize(lines, 5 * self.sheet.unit * self.view.scale))
        )

    def _seas(self, zoom: float) -> None:
        size, unit, limits = 12.5 * self.sheet.unit, self.sheet.unit, self._limits()
        steps = np.array([(x, y) for y in range(-84, 85, 14) for x in range(-180, 181, 20)], float) * unit
        for row in sorted(_rows("seas"), key=lambda row: row["min_zoom"]):
            english = row["name"]
            name = tr(english)
            home = self.view.place(*(np.array([degrees]) for degrees in row["label"]))
            if zoom + 0.7 < row["min_zoom"] or not self.view.holds(home).all():
                continue
            boxes = boxes_at(home + steps, fonts.width(name, size, "italic") + 6 * unit, 1.25 * size)
            crossed = self.room.points_in(boxes, limits, 0.0) > 0
            ends = boxes[:, [0, 1, 2, 1, 0, 3, 2, 3]].reshape(-1, 2)
            ashore = on_land(self.view, ends).reshape(-1, 4).any(axis=1)
            cost = np.hypot(*steps.T) / (40 * unit) + 1.5 * crossed + 4.0 * ashore
            cost[np.hypot(*steps.T) * self.view.scale > ADRIFT_M] = np.inf
            cost[~self.room.free(boxes) | (self.room.covered(boxes) > 0)] = np.inf
            at = int(cost.argmin())
            if cost[at] <= FARTHEST_SEA:
                self.room.take(boxes[at])
                x, y = (boxes[at, :2] + boxes[at, 2:]) / 2
                colours = self.sheet.colours
                self._write(x, y, name, size, "italic", colours["seaLabel"], colours["sea"])

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
            middles = np.array([(x + side * (width / 2 + 6 * unit), y) for side in (1, -1)])
            boxes = boxes_at(middles, width + 14 * unit, size * 1.25)
            open_ = np.flatnonzero(self.room.free(boxes) & (self.room.covered(boxes) == 0))
            if len(open_):
                self.room.take(boxes[open_[0]])
                written.add(row["name"])
                colours = self.sheet.colours
                half = 2 * unit
                self.sheet.box((x - half, y - half, x + half, y + half), fill=colours["place"])
                self._write(middles[open_[0], 0], y, row["name"], size, "regular", colours["place"], colours["land"])

    def _write(self, x: float, y: float, words: str, size: float, face: str, colour: str, halo: str) -> None:
        self.sheet.text(x, y, words, size, face=face, colour=colour, align="center", halo=halo, clip=self.view.frame)
