"""Sizes of a picture, its themes and its file formats."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """One size.

    Attributes
    ----------
    name, words : str
        Name for the command line; what it is for.
    width, height : int
        Pixels.
    dpi : int
        Pixels an inch: says how large the picture is on paper.
    unit : float
        Factor for type, lines and glyphs; 1 is type of 16 pixels.
    side : float
        Share of the width for text beside the map; 0: text above and below it.
    columns : int
        Columns of the legend.
    """

    name: str
    words: str
    width: int
    height: int
    dpi: int
    unit: float
    side: float = 0.0
    columns: int = 2

    @property
    def margin(self) -> float:
        """Distance of text from the edge, in pixels."""
        return 26 * self.unit


PRESETS = {
    preset.name: preset
    for preset in (
        Preset("social", "1200 × 675 pixels, for links and posts", 1200, 675, 100, 1.0, side=0.35),
        Preset("story", "1080 × 1920 pixels, upright for phones", 1080, 1920, 100, 1.62, columns=2),
        Preset("square", "1080 × 1080 pixels", 1080, 1080, 100, 1.1, side=0.355),
        Preset("print", "180 × 190 mm at 300 dpi", 2126, 2244, 300, 2.05, side=0.345),
    )
}
FORMATS = ("png", "svg", "pdf")
