"""The paper: a matplotlib figure in pixels, y down, without pyplot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

from dashboard.layers.palette import THEMES
from dashboard.press import fonts
from dashboard.spare_time import spare_time

_RGBA = re.compile(r"rgba\((\d+), (\d+), (\d+), ([\d.]+)\)")
Colour = str | tuple[float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


def colours(theme: str) -> dict[str, Any]:
    """Return the palette of a theme as matplotlib reads it."""

    def read(value: Any) -> Any:
        found = _RGBA.fullmatch(value) if isinstance(value, str) else None
        return (*(int(part) / 255 for part in found.groups()[:3]), float(found[4])) if found else value

    return {name: read(value) for name, value in THEMES[theme].items()}


class _GivesWay(Artist):
    """Draws nothing: between two artists that do, what is drawn ahead may pause or end."""

    def draw(self, renderer: object) -> None:  # noqa: ARG002 - an artist
        """Give way."""
        spare_time.give_way()


class Sheet:
    """A figure to draw on.

    Parameters
    ----------
    width, height : float
        Pixels.
    dpi : int
        Pixels an inch.
    unit : float
        Factor for type and lines.
    theme : str
        "light" or "dark".

    Attributes
    ----------
    names : list of boxes
        Where names stand on the map: numbers of events keep off them.
    """

    def __init__(self, width: float, height: float, *, dpi: int, unit: float, theme: str) -> None:
        self.width, self.height, self.dpi, self.unit, self.theme = width, height, dpi, unit, theme
        self.colours = colours(theme)
        self.figure = Figure(figsize=(width / dpi, height / dpi), dpi=dpi, facecolor=self.colours["panel"])
        FigureCanvasAgg(self.figure)
        # No axes: they take 8 ms to make, and 0.1 ms for each artist, to be left empty.
        self._place = Affine2D().scale(1 / width, -1 / height).translate(0, 1) + self.figure.transFigure
        self._order = 0.0
        self.names: list[Box] = []
        self.letters: dict[str, set[str]] = {}

    @property
    def used_letters(self) -> dict[str, frozenset[str]]:
        """The characters written so far, by face."""
        return {face: frozenset(letters) for face, letters in self.letters.items()}

    def points(self, pixels: float) -> float:
        """Return pixels as points, which matplotlib wants for lines and type."""
        return pixels * 72 / self.dpi

    def add(self, artist: Any, *, clip: Box | None = None) -> None:
        """Put an artist on top of all before it, clipped to a box where one is given."""
        spare_time.give_way()
        self._order += 1
        for each in (artist, _GivesWay()):
            each.set_zorder(self._order)
            each.set_transform(self._place)
            self.figure.add_artist(each)
        if clip is not None:
            left, top, right, bottom = clip
            artist.set_clip_box(TransformedBbox(Bbox([[left, top], [right, bottom]]), self._place))

    def text(
        self, x: float, y: float, words: str, size: float, *, face: str = "regular", colour: Colour | None = None,
        align: str = "left", halo: Colour | None = None, turn: float = 0.0, clip: Box | None = None,
    ) -> None:  # fmt: skip
        """Write one line; `y` is its baseline, or its middle when `turn` or `halo` is set."""
        middle = bool(halo or turn)
        self.letters.setdefault(face, set()).update(words)

        def made() -> Text:
            return Text(
                x, y, fonts.drawable(words, face), fontproperties=fonts.properties(face, self.points(size)),
                color=colour or self.colours["text"], ha=align, va="center_baseline" if middle else "baseline",
                parse_math=False, rotation=turn, rotation_mode="anchor",
            )  # fmt: skip

        if halo:  # of its own, so that the words above it stay text in an SVG
            around = made()
            around.set_path_effects([Stroke(linewidth=self.points(3 * self.unit), foreground=halo)])
            self.add(around, clip=clip)
        self.add(made(), clip=clip)

    def paths(
        self, paths: Sequence[Path], *, fill: Any = "none", line: Any = "none", width: Any = 0.0,
        dash: tuple[float, ...] | None = None, clip: Box | None = None,
    ) -> None:  # fmt: skip
        """Draw paths in one go; widths in pixels, dashes in units; `fill`, `line` and `width` are one value or one for each path."""
        widths = [self.points(w) for w in width] if isinstance(width, list) else self.points(width)
        # matplotlib multiplies dashes by the width of the line; here they are units, so that every preset has the same.
        style = (0, tuple(self.points(part * self.unit) / widths for part in dash)) if dash else "solid"
        made = PathCollection(
            list(paths), facecolors=fill, edgecolors=line, linewidths=widths, linestyles=[style],
            capstyle="butt" if dash else "round", joinstyle="round",
        )  # fmt: skip
        self.add(made, clip=clip)

    def box(
        self, box: Box, *, fill: Any = "none", line: Any = "none", width: float = 0.0, clip: Box | None = None
    ) -> None:
        """Draw a rectangle."""
        left, top, right, bottom = box
        made = Rectangle((left, top), right - left, bottom - top, facecolor=fill, edgecolor=line)
        made.set_linewidth(self.points(width))
        self.add(made, clip=clip)

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, colour: Any, width: float = 1.0) -> None:
        """Draw a straight line; its width is in units."""
        self.paths([Path([(x1, y1), (x2, y2)])], line=colour, width=width * self.unit)
