"""Blocks of a picture beside the map. Each tells its height for a width, and draws itself at a corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dashboard.press import fonts
from dashboard.press.direction import joined
from dashboard.press.sheet import Sheet

LEADING = 1.22


class Block(Protocol):
    """Something with a height that draws itself."""

    def height(self, width: float) -> float:
        """Return the height in pixels for a width in pixels."""

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""


@dataclass
class Paragraph:
    """Wrapped text.

    Attributes
    ----------
    words : str
        The text.
    size : float
        Height of type in pixels.
    face, colour : str
        Face of the type; name of a colour of the palette.
    most : int
        Lines at most; the last one is cut with an ellipsis.
    leading : float
        Distance of baselines, in heights of type.
    balanced : bool
        Make the lines about as long as each other, as headlines are set.
    """

    words: str
    size: float
    face: str = "regular"
    colour: str = "text"
    most: int = 40
    leading: float = LEADING
    balanced: bool = False

    def lines(self, width: float) -> list[str]:
        """Return the lines for a width in pixels."""
        found = fonts.wrap(self.words, self.size, width, self.face)
        if self.balanced and 1 < len(found) <= self.most:
            for part in range(99, 49, -2):
                closer = fonts.wrap(self.words, self.size, width * part / 100, self.face)
                if len(closer) > len(found):
                    break
                found = closer
        if len(found) > self.most:
            found = [*found[: self.most - 1], fonts.fit(joined(found[self.most - 1 :]), self.size, width, self.face)]
        return found

    def height(self, width: float) -> float:
        """Return the height in pixels for a width in pixels."""
        return len(self.lines(width)) * self.size * self.leading

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        for k, line in enumerate(self.lines(width)):
            baseline = y + self.size * (0.78 + (self.leading - 1) / 2 + k * self.leading)
            sheet.text(x, baseline, line, self.size, face=self.face, colour=sheet.colours[self.colour])


@dataclass
class Gap:
    """Free space."""

    pixels: float

    def height(self, width: float) -> float:  # noqa: ARG002 - a block
        """Return the height in pixels."""
        return self.pixels

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw nothing."""


def total_height(blocks: list[Block], width: float) -> float:
    """Return the height of blocks below each other."""
    return sum(block.height(width) for block in blocks)


def draw_blocks(blocks: list[Block], sheet: Sheet, x: float, y: float, width: float) -> float:
    """Draw blocks below each other and return where the last one ends."""
    for block in blocks:
        block.draw(sheet, x, y, width)
        y += block.height(width)
    return y
