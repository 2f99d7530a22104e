"""Names of countries: on their own land where it has room, beside crowds of events with a line otherwise, never on an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from dashboard.press import fonts
from dashboard.press.base import land_layers, on_land
from dashboard.press.label_room import LabelRoom, boxes_at
from dashboard.press.sheet import Sheet
from dashboard.press.view import View
from dashboard.state_names import state

SIZES = {1: 15.0, 2: 14.0, 3: 13.0, 4: 12.5}
"""Height of type by rank, in units."""
CROWD = 3
"""Events in a country from which its name may stand beside it."""
FARTHEST_BESIDE = 150.0
"""How bad a place may be for a name beside its country: units of the line to it, those up or down 1.7, 26 on land, 5 for each event on the line."""
REACHES = (34, 44, 56, 70, 86, 104, 124)
"""Units from a country to a name beside it."""
TURNS = np.radians(np.arange(0, 360, 15))


@dataclass(frozen=True)
class _Country:
    """A country in view: its properties, what is seen of it, and its name in one line or two."""

    row: dict[str, Any]
    seen: shapely.Geometry
    layouts: tuple[tuple[str, ...], ...]
    size: float


class CountryNames:
    """Writes the names of the countries in view.

    Parameters
    ----------
    sheet, view
        Where to draw.
    room : LabelRoom
        What is taken; the names written are added to it.
    """

    def __init__(self, sheet: Sheet, view: View, room: LabelRoom) -> None:
        self.sheet, self.view, self.room = sheet, view, room
        self.leaders: list[shapely.LineString] = []

    def draw(self, zoom: float) -> None:
        """Write all names that have room."""
        # Those that fit their own land first: none of them shall give way to one that stands aside. Those from north to south.
        full = [country for country in self._countries(zoom) if self._is_full(country)]
        for country in sorted(full, key=lambda country: -country.row["label"][1]):
            if country.row["rank"] <= 3 and self._events_in(country) >= CROWD:
                self._beside(country)

    def _countries(self, zoom: float) -> list[_Country]:
        """Return the countries whose names the zoom shows, by rank and size."""
        layer, unit = land_layers(self.view)["countries"], self.sheet.unit
        west, south, east, north = self.view.bounds()
        bounds = shapely.bounds(layer.shapes)
        near = (bounds[:, 0] < east) & (bounds[:, 2] > west) & (bounds[:, 1] < north) & (bounds[:, 3] > south)
        rows = [(layer.properties[k], layer.shapes[k]) for k in np.flatnonzero(near)]
        found = []
        for row, shape in sorted(rows, key=lambda pair: (pair[0]["rank"], -pair[1].area)):
            if zoom < row["rank"] + 1.6:
                continue
            seen = shapely.clip_by_rect(shape, west, south, east, north)
            if not seen.is_empty:
                upper = row["rank"] <= 2 and zoom >= 3.6
                name = state(row["iso3"], row["name"])
                words = name.upper() if upper else name
                layouts = [(words,)] + ([tuple(words.rsplit(" ", 1))] if " " in words else [])
                found.append(_Country(row, seen, tuple(layouts), SIZES[row["rank"]] * unit))
        return found

    def _events_in(self, country: _Country) -> int:
        metres = self.view.metres(self.room.events)
        return int(shapely.contains_xy(country.seen, metres[:, 0], metres[:, 1]).sum())

    def _extent(self, lines: tuple[str, ...], size: float, face: str = "regular") -> tuple[float, float]:
        width = max(fonts.width(line, size, face) for line in lines)
        return width + 6 * self.sheet.unit, size * (0.15 + 1.1 * len(lines))

    def _is_full(self, country: _Country) -> bool:
        """Write a name on its own land, near the middle of what is seen of it; tell whether only events keep it from that."""
        parts = shapely.get_parts(country.seen)
        largest = parts[shapely.area(parts).argmax()]
        shapely.prepare(largest)
        west, south, east, north = largest.bounds
        xs, ys = np.linspace(west, east, 21)[1:-1], np.linspace(south, north, 21)[1:-1]
        grid = np.array([(x, y) for y in ys for x in xs])
        home = self.view.place(*(np.array([degrees]) for degrees in country.row["label"]))
        spots = np.vstack([home, self.view.pixels(grid[shapely.contains_xy(largest, grid)])])
        far = np.hypot(*(spots - home).T) / (60 * self.sheet.unit)
        best, full = None, False
        for k, lines in enumerate(country.layouts):
            width, height = self._extent(lines, country.size)
            if width > 2.4 * (east - west) / self.view.scale and width > 60 * self.sheet.unit:
                continue
            boxes = boxes_at(spots, width, height)
            corners = self.view.metres(boxes[:, [0, 1, 2, 1, 0, 3, 2, 3]].reshape(-1, 2))
            off = 4 - shapely.contains_xy(largest, corners).reshape(-1, 4).sum(axis=1)
            cost = far + 0.45 * off + 0.5 * k
            free, covered = self.room.free(boxes), self.room.covered(boxes) > 0
            full |= bool((free & covered).any())
            cost[~free | covered] = np.inf
            at = int(cost.argmin())
            if np.isfinite(cost[at]) and (best is None or cost[at] < best[0]):
                best = (cost[at], boxes[at], lines)
        if best is not None:
            self._country(best[2], best[1], country.size)
        return best is None and full

    def _beside(self, country: _Country) -> None:
        """Write a name near a country that is full of events, with a line to it; best over the sea."""
        unit, lines = self.sheet.unit, country.layouts[0]
        if country.seen.area < (16 * unit * self.view.scale) ** 2:
            return
        home = self.view.pixels(shapely.get_coordinates(shapely.point_on_surface(country.seen)))[0]
        width, height = self._extent(lines, country.size)
        reach = np.repeat(REACHES, len(TURNS)) * unit
        turn = np.tile(TURNS, len(REACHES))
        spots = home + np.column_stack([np.cos(turn) * (reach + width * 0.35), np.sin(turn) * reach])
        boxes = boxes_at(spots, width, height)
        near = np.clip(home, boxes[:, :2], boxes[:, 2:])
        ashore = on_land(self.view, spots)
        way = (near - home) / unit
        cost = np.hypot(way[:, 0], 1.7 * way[:, 1]) + 26.0 * ashore
        leaders = shapely.linestrings(np.stack([np.broadcast_to(home, near.shape), near], axis=1))
        on_way = shapely.STRtree(leaders).query(shapely.points(self.room.events), "dwithin", 6 * unit)[1]
        cost += 5.0 * np.bincount(on_way, minlength=len(leaders))
        crossing = self.room.crossed(home, near) | shapely.intersects(leaders, shapely.MultiLineString(self.leaders))
        cost[~self.room.free(boxes) | (self.room.covered(boxes) > 0) | crossing] = np.inf
        at = int(cost.argmin())
        if cost[at] <= FARTHEST_BESIDE:
            self.leaders.append(leaders[at])
            self.sheet.rule(*home, *near[at], colour=self.sheet.colours["label"], width=0.8)
            self._country(lines, boxes[at], country.size)

    def _country(self, lines: tuple[str, ...], box: np.ndarray, size: float) -> None:
        self.room.take(box + size * np.array([-0.35, -0.15, 0.35, 0.15]))
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for k, line in enumerate(lines):
            down = (k - (len(lines) - 1) / 2) * 1.1 * size
            colours = self.sheet.colours
            self.sheet.text(
                x,
                y + down,
                line,
                size,
                colour=colours["label"],
                align="center",
                halo=colours["land"],
                clip=self.view.frame,
            )
