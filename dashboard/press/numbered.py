"""Numbers beside events on the map, and the list that they refer to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.language import tr
from dashboard.press import fonts
from dashboard.press.blocks import LEADING
from dashboard.press.direction import joined
from dashboard.press.sheet import Box, Sheet
from dashboard.press.view import View
from dashboard.words import short_when

MOST = 99
WORTH = 2
"""Lines of one event at most."""


@dataclass
class Numbered:
    """A numbered list of events, newest first, as many as fit a height; a block.

    Attributes
    ----------
    events : DataFrame
        The events inside the map, oldest first.
    size : float
        Height of type in pixels.
    room : float
        Pixels that may be used.
    """

    events: pd.DataFrame
    size: float
    room: float

    def _items(self, width: float) -> list[tuple[dict, str, list[str]]]:
        """Return row, date and lines of each listed event."""
        left, items = self.room - 1.5 * self.size, []
        indent = self._indent
        for row in self.events.iloc[: -MOST - 1 : -1].to_dict("records"):
            when = short_when(row)
            lines = fonts.wrap(f"{when} {row['title']}", self.size, width - indent)
            if len(lines) > WORTH:
                rest = joined(lines[WORTH - 1 :])
                lines = [*lines[: WORTH - 1], fonts.fit(rest, self.size, width - indent)]
            left -= (len(lines) * LEADING + 0.2) * self.size
            if left < 0:
                break
            items.append((row, when, lines))
        return items

    @property
    def _indent(self) -> float:
        return fonts.width("00 ", self.size, "semibold")

    def rows(self, width: float) -> list[dict]:
        """Return the listed events in the order of their numbers."""
        return [row for row, _, _ in self._items(width)]

    def height(self, width: float) -> float:
        """Return the height in pixels for a width in pixels."""
        items = self._items(width)
        tall = sum(len(lines) * LEADING + 0.2 for _, _, lines in items)
        return (tall + (1.5 if len(items) < len(self.events) else 0.3)) * self.size

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        size, muted, items = self.size, sheet.colours["muted"], self._items(width)
        left = x + self._indent
        for k, (_, when, lines) in enumerate(items):
            sheet.text(x, y + 0.95 * size, str(k + 1), size, face="semibold", colour=sheet.colours["accent"])
            after = fonts.width(when + " ", size)
            sheet.text(left, y + 0.95 * size, when, size, colour=muted)
            sheet.text(left + after, y + 0.95 * size, lines[0][len(when) + 1 :], size)
            for row, line in enumerate(lines[1:], 1):
                sheet.text(left, y + (0.95 + row * LEADING) * size, line, size)
            y += (len(lines) * LEADING + 0.2) * size
        if len(items) < len(self.events):
            words = tr("Numbered: the newest {n} of {total} on the map.").format(n=len(items), total=len(self.events))
            sheet.text(x, y + 1.0 * size, words, size, colour=muted)


def draw_numbers(sheet: Sheet, view: View, rows: list[dict]) -> list[Box]:
    """Write the numbers beside their glyphs where there is room, and return the boxes they take."""
    if not rows:
        return []
    lon, lat = (np.array([row[name] for row in rows], float) for name in ("longitude", "latitude"))
    places = view.place(lon, lat)
    size, unit = 12.5 * sheet.unit, sheet.unit
    glyph = 6.5 * unit
    glyphs = [(x - glyph, y - glyph, x + glyph, y + glyph) for x, y in places]
    taken: list[Box] = []
    for k, (x, y) in enumerate(places):
        words = str(k + 1)
        half = fonts.width(words, size, "semibold") / 2 + 1.5 * unit
        best = None
        for reach in (13, 20, 28, 38):
            for turn in range(0, 360, 45):
                dx, dy = reach * unit * np.cos(np.radians(turn)), -reach * unit * np.sin(np.radians(turn))
                box = (x + dx - half, y + dy - size * 0.55, x + dx + half, y + dy + size * 0.55)
                cost = (
                    10 * sum(_touch(box, other) for other in taken)
                    + 6 * sum(_touch(box, other) for other in sheet.names)
                    + sum(_touch(box, other) for other in glyphs)
                    + reach / 30
                )
                if best is None or cost < best[0]:
                    best = (cost, box, dx, dy, reach)
        _, box, dx, dy, reach = best
        taken.append(box)
        if reach > 13:
            colour = sheet.colours["muted"]
            near = 7 / reach
            sheet.rule(x + dx * near, y + dy * near, x + dx * 0.72, y + dy * 0.72, colour=colour, width=0.7)
        sheet.text(
            x + dx, y + dy, words, size, face="semibold", align="center", colour=sheet.colours["text"],
            halo=sheet.colours["halo"], clip=view.frame,
        )  # fmt: skip
    return taken


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]
