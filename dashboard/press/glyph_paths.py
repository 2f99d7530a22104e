"""Glyphs of events as paths, with the marks of the screen: hollow, ringed, struck, in brackets."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from matplotlib.path import Path

from dashboard.layers.glyphs import TYPES
from dashboard.press.sheet import Box, Sheet

RADIUS = 6.2
"""Of a glyph, in units."""


@cache
def outline(event_type: str) -> Path:
    """Return the closed outline of a type in the unit square, y down."""
    shape = np.array(TYPES[event_type].shape, dtype=float)
    codes = np.array([Path.MOVETO, *[Path.LINETO] * (len(shape) - 1), Path.CLOSEPOLY], dtype=Path.code_type)
    return Path(np.vstack([shape, shape[:1]]), codes)


@cache
def circle(radius: float) -> Path:
    """Return a circle around the origin."""
    made = Path.unit_circle()
    return Path(made.vertices * radius, made.codes)


@cache
def brackets(a: float, b: float) -> Path:
    """Return a pair of square brackets around the origin."""
    points = [(s * x, y) for s in (-1, 1) for x, y in ((b, -a), (a, -a), (a, a), (b, a))]
    return Path(points, [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO] * 2)


@cache
def ring(radius: float, dashes: int = 14) -> Path:
    """Return a dashed circle as arcs, so that every format draws the same dashes."""
    step = 360 / dashes
    arcs = [Path.arc(k * step, k * step + step * 0.55) for k in range(dashes)]
    made = Path.make_compound_path(*arcs)
    return Path(made.vertices * radius, made.codes)


def moved(path: Path, x: float, y: float) -> Path:
    """Return a path moved by (x, y)."""
    return Path(path.vertices + np.array([x, y]), path.codes)


@dataclass
class Glyphs:
    """Collects glyphs and draws them in one go, in order.

    Parameters
    ----------
    sheet : Sheet
        Where to draw.
    """

    sheet: Sheet
    _paths: list[Path] = field(default_factory=list)
    _fills: list[Any] = field(default_factory=list)
    _lines: list[Any] = field(default_factory=list)
    _widths: list[float] = field(default_factory=list)

    def _put(
        self, path: Path, x: float, y: float, *, fill: Any = "none", line: Any = "none", width: float = 0.0
    ) -> None:
        self._paths.append(moved(path, x, y))
        self._fills.append(fill)
        self._lines.append(line)
        self._widths.append(width * self.sheet.unit)

    def add(
        self, x: float, y: float, event_type: str, status: str, *, coarse: bool = False, radius: float = RADIUS
    ) -> None:
        """Add one glyph at a pixel; its radius is in units. The marks are those of `glyphs.js`."""
        colours, glyph = self.sheet.colours, TYPES[event_type]
        colour, halo = getattr(glyph, self.sheet.theme), colours["halo"]
        size = radius * self.sheet.unit
        inner = size * (0.72 if coarse else 1.0)
        shape = outline(event_type)
        filled = status in ("confirmed", "disputed")
        self._put(_scaled(shape, inner), x, y, fill=colour if filled else halo, line=halo, width=2.6)
        if filled:
            self._put(_scaled(shape, inner), x, y, fill=colour)
        else:
            self._put(_scaled(shape, inner * 0.86), x, y, line=colour, width=1.5)
        if status == "disputed":
            self._put(ring(size * 1.5), x, y, line=colour, width=1.3)
        elif status == "retracted":
            stroke = Path([(-size * 1.15, size * 1.15), (size * 1.15, -size * 1.15)])
            self._put(stroke, x, y, line=halo, width=4.0)
            self._put(stroke, x, y, line=colour, width=1.6)
        if coarse:
            self._put(brackets(size * 1.35, size * 0.7), x, y, line=colour, width=1.3)

    def dot(self, x: float, y: float, event_type: str, radius: float) -> None:
        """Add a dot of the colour of a type."""
        self._put(circle(radius * self.sheet.unit), x, y, fill=getattr(TYPES[event_type], self.sheet.theme))

    def draw(self, *, clip: Box | None = None) -> None:
        """Draw what was collected."""
        if self._paths:
            self.sheet.paths(self._paths, fill=self._fills, line=self._lines, width=self._widths, clip=clip)


def _scaled(path: Path, factor: float) -> Path:
    return Path(path.vertices * factor, path.codes)
