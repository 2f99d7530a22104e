"""Supply lines on the map of a picture: arcs with arrowheads and numbers, as `dashboard/layers/supply_lines.js` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.path import Path

from dashboard.language import tr
from dashboard.layers.flow_style import CLASSES, DASHES, group_of
from dashboard.press import fonts
from dashboard.press.arrange import arrange, crossed, is_free
from dashboard.press.glyph_paths import circle, moved
from dashboard.press.sheet import Box, Sheet
from dashboard.press.view import View

APART, LOOP, SHORT, BADGE = 15.0, 24.0, 70.0, 9.5
"""Units between lines of the same two places; reach of a loop; length below which a line becomes one; radius of a number."""
Shape = dict[str, Any]


def dashes(pattern: tuple[float, ...], width: float) -> tuple[float, ...] | None:
    """Return strokes and gaps as `Sheet.paths` wants them: matplotlib multiplies them by the width of the line, in pixels."""
    return tuple(part / width for part in pattern) or None


@dataclass
class FlowLines:
    """Draws the lines of `dashboard.flow_shapes.flow_shapes`, and keeps the boxes that are taken.

    Attributes
    ----------
    sheet, view
        Where to draw.
    taken : list of boxes
        What stands on the map already.
    """

    sheet: Sheet
    view: View
    taken: list[Box]

    def draw(self, shapes: dict[int, Shape]) -> np.ndarray:
        """Draw lines by their number in the table; return their pixels, shape (n, 2)."""
        pairs: dict[tuple, list[int]] = {}
        for number, shape in shapes.items():
            pairs.setdefault((tuple(shape["arc"][0]), tuple(shape["arc"][-1])), []).append(number)
        lines = {}
        for numbers in pairs.values():
            for place, number in enumerate(numbers):
                lines[number] = self._line(shapes[number], place, len(numbers))
        for number in shapes:
            self._stroke(shapes[number], lines[number])
        points = np.vstack([np.empty((0, 2)), *lines.values()])
        self._places(shapes, lines, points)
        # Those with words first: they need more room.
        for number in sorted(shapes, key=lambda each: not shapes[each]["contradicted"]):
            self._badge(number, shapes[number], lines)
        return points

    def _line(self, shape: Shape, place: int, of: int) -> np.ndarray:
        """Return pixels: bowed apart from lines of the same two places, a loop where it would be too short to see."""
        unit = self.sheet.unit
        arc = np.array(shape["arc"], float)
        raw = self.view.place(np.mod(arc[:, 0] + 180, 360) - 180, arc[:, 1])
        length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(raw, axis=0).T))])
        t = np.linspace(0, 1, 61)
        points = np.column_stack([np.interp(t * length[-1], length, raw[:, axis]) for axis in (0, 1)])
        chord = points[-1] - points[0]
        far = max(float(np.hypot(*chord)), 1e-6)
        along = chord / far
        right = np.array([-along[1], along[0]])
        short = max(0.0, 1 - far / (SHORT * unit))
        bow = (place - (of - 1) / 2) * APART * (1 - short) + short * LOOP * (1 + 1.4 * place)
        back = -short * (9 + 7 * place)
        out, round_ = bow * unit * np.sin(np.pi * t), back * unit * np.sin(2 * np.pi * t)
        return points + out[:, None] * right + round_[:, None] * along

    def _stroke(self, shape: Shape, line: np.ndarray) -> None:
        sheet, unit = self.sheet, self.sheet.unit
        width = CLASSES[shape["size"]][1] * unit
        colour = sheet.colours["flows"][group_of(shape["kind"])]
        head = (6 + 1.7 * CLASSES[shape["size"]][1]) * unit
        tip = line[-1]
        outside = np.flatnonzero(np.hypot(*(line - tip).T) >= head)
        start = line[outside[-1]] if len(outside) else line[0]
        direction = (tip - start) / max(float(np.hypot(*(tip - start))), 1e-6)
        side = np.array([-direction[1], direction[0]])
        shaft = Path(np.vstack([line[: (outside[-1] if len(outside) else 0) + 1], [tip - 0.7 * head * direction]]))
        sheet.paths([shaft], line=sheet.colours["halo"], width=width + 2 * unit, clip=self.view.frame)
        sheet.paths(
            [shaft], line=colour, width=width, dash=dashes(DASHES[shape["status"]], width), clip=self.view.frame
        )
        corners = [tip, tip - head * direction + 0.4 * head * side, tip - head * direction - 0.4 * head * side, tip]
        sheet.paths([Path(corners)], fill=colour, line=sheet.colours["halo"], width=unit, clip=self.view.frame)

    def _places(self, shapes: dict[int, Shape], lines: dict[int, np.ndarray], points: np.ndarray) -> None:
        sheet, unit, size = self.sheet, self.sheet.unit, 12.5 * self.sheet.unit
        places = {
            shape[end]: lines[number][at] for number, shape in shapes.items() for end, at in (("from", 0), ("to", -1))
        }
        for x, y in places.values():
            self.taken.append((x - 4 * unit, y - 4 * unit, x + 4 * unit, y + 4 * unit))
            sheet.paths(
                [moved(circle(3 * unit), x, y)],
                fill=sheet.colours["text"],
                line=sheet.colours["halo"],
                width=1.4 * unit,
            )
        words = {name: fonts.fit(name, size, 170 * unit, "semibold") for name in places}
        middles, boxes = {}, {}
        for name, (x, y) in places.items():
            half = fonts.width(words[name], size, "semibold") / 2
            beside, above = half + 8 * unit, 14 * unit
            spots = [(side * beside, tilt * above) for tilt in (0, 0.7, -0.7) for side in (1, -1)]
            spots += [(0, above), (0, -above)]
            middles[name] = [(x + dx, y + dy) for dx, dy in spots]
            boxes[name] = [
                (left - half - 2, top - size * 0.6, left + half + 2, top + size * 0.6) for left, top in middles[name]
            ]
        for name, at in arrange(boxes, self.taken, self.view.frame, points).items():
            self.taken.append(boxes[name][at])
            sheet.text(
                *middles[name][at],
                words[name],
                size,
                face="semibold",
                align="center",
                halo=sheet.colours["land"],
                clip=self.view.frame,
            )

    def _badge(self, number: int, shape: Shape, lines: dict[int, np.ndarray]) -> None:
        line = lines[number]
        others = np.vstack([np.empty((0, 2)), *(each for other, each in lines.items() if other != number)])
        sheet, unit, size = self.sheet, self.sheet.unit, 11.5 * self.sheet.unit
        words, radius = (tr("contradicted") if shape["contradicted"] else ""), BADGE * unit
        more = fonts.width(words, size, "semibold") + 4 * unit if words else 0.0
        middle = len(line) // 2

        def box_of(at: int, side: int) -> Box:
            x, y = line[at]
            before, after = (more if side < 0 else 0.0), (more if side > 0 else 0.0)
            return (x - radius - before, y - radius, x + radius + after, y + radius)

        spots = [(at, side) for at in range(6, len(line) - 6) for side in ((1, -1) if words else (1,))]
        # A word is read best where no other line crosses it: worth a way of a few points along its own.
        cost = {spot: abs(spot[0] - middle) + (3 * crossed(box_of(*spot), others) if words else 0) for spot in spots}
        for at, side in sorted(spots, key=cost.get):
            x, y = line[at]
            if not self._claim(box_of(at, side)):
                continue
            colour = sheet.colours["flows"][group_of(shape["kind"])]
            sheet.paths([moved(circle(radius), x, y)], fill=sheet.colours["panel"], line=colour, width=1.5 * unit)
            sheet.text(x, y, str(number), size, face="semibold", align="center", halo=sheet.colours["panel"])
            if words:
                sheet.text(
                    x + side * (radius + 3 * unit + more / 2 - 2 * unit),
                    y,
                    words,
                    size,
                    face="semibold",
                    align="center",
                    halo=sheet.colours["land"],
                )
            return

    def _claim(self, box: Box) -> bool:
        if free := is_free(box, self.taken, self.view.frame):
            self.taken.append(box)
        return free
