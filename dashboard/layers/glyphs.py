"""One shape and one colour for each event type: the single table behind map, legend and pictures.

Shapes are closed polygons in a unit square (-1 .. 1, y down as on a screen), so that the browser, matplotlib and SVG draw
the same outline. Colours start from the palettes of Okabe and Ito (2008) and Paul Tol (2021), both made for colour-blind
readers; one hue a family of events, greys for what is not an incident.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

Point = tuple[float, float]

STATUSES = ("confirmed", "reported", "disputed", "retracted")
"""Order of the status bits in the packed data: filled, hollow, filled with a dashed ring, struck through."""


@dataclass(frozen=True)
class Glyph:
    """How one event type looks: outline in the unit square, colour on light and on dark ground."""

    category: str
    shape: tuple[Point, ...]
    light: str
    dark: str


def _regular(corners: int, *, turn: float = 0.0, radius: float = 1.0) -> tuple[Point, ...]:
    angles = [2 * pi * k / corners + turn - pi / 2 for k in range(corners)]
    return tuple((round(radius * cos(a), 3), round(radius * sin(a), 3)) for a in angles)


def _star(points: int, inner: float, *, turn: float = 0.0) -> tuple[Point, ...]:
    angles = [pi * k / points + turn - pi / 2 for k in range(2 * points)]
    radii = [1.0 if k % 2 == 0 else inner for k in range(2 * points)]
    return tuple((round(r * cos(a), 3), round(r * sin(a), 3)) for r, a in zip(radii, angles, strict=True))


_AIRCRAFT = ("#c2410c", "#fb8a4b")
_DRONE = ("#0b62a8", "#62b0f5")
_KINETIC = ("#8a1253", "#ef7fb8")
_AIRPORT = ("#0d7a5f", "#45c8a2")
_SIGNAL = ("#8a6500", "#e3b83a")
_QUIET = ("#5d6b75", "#9fb0ba")
_SPEECH = ("#7b7f83", "#8b979e")

_DELTA = ((0, -1), (0.9, 0.85), (0, 0.4), (-0.9, 0.85))
_CROSS = (
    (-1, -0.5),
    (-0.5, -1),
    (0, -0.5),
    (0.5, -1),
    (1, -0.5),
    (0.5, 0),
    (1, 0.5),
    (0.5, 1),
    (0, 0.5),
    (-0.5, 1),
    (-1, 0.5),
    (-0.5, 0),
)
_PLUS = (
    (-0.35, -1),
    (0.35, -1),
    (0.35, -0.35),
    (1, -0.35),
    (1, 0.35),
    (0.35, 0.35),
    (0.35, 1),
    (-0.35, 1),
    (-0.35, 0.35),
    (-1, 0.35),
    (-1, -0.35),
    (-0.35, -0.35),
)
_CHEVRON = ((0, -0.9), (1, 0.1), (1, 0.9), (0, -0.05), (-1, 0.9), (-1, 0.1))
_BOLT = ((0.35, -1), (-0.75, 0.2), (-0.1, 0.2), (-0.4, 1), (0.75, -0.3), (0.1, -0.3))
_ROCKET = ((0, -1), (0.45, -0.4), (0.45, 0.5), (0.8, 1), (-0.8, 1), (-0.45, 0.5), (-0.45, -0.4))
_BUBBLE = ((-0.95, -0.8), (0.95, -0.8), (0.95, 0.35), (0.1, 0.35), (-0.4, 0.95), (-0.4, 0.35), (-0.95, 0.35))
_FLAG = ((-0.75, -1), (0.95, -0.45), (-0.35, 0.1), (-0.35, 1), (-0.75, 1))
_HALF = (
    (-1, 0.45),
    *((round(cos(a), 3), round(0.45 - 1.1 * sin(a), 3)) for a in [pi - pi * k / 12 for k in range(1, 12)]),
    (1, 0.45),
)
_EYE = ((-1.1, 0), (-0.6, -0.4), (0, -0.52), (0.6, -0.4), (1.1, 0), (0.6, 0.4), (0, 0.52), (-0.6, 0.4))
_BALLOON = (
    (0, 1.1),
    (-0.25, 0.5),
    *((round(0.8 * cos(a), 3), round(-0.3 - 0.8 * sin(a), 3)) for a in [pi * (1.25 - k / 8) for k in range(13)]),
    (0.25, 0.5),
)
_HOURGLASS = ((-0.85, -1), (0.85, -1), (0.25, 0), (0.85, 1), (-0.85, 1), (-0.25, 0))

TYPES: dict[str, Glyph] = {
    "aircraft_violation": Glyph("incident", _DELTA, *_AIRCRAFT),
    "interception": Glyph("incident", _CHEVRON, *_AIRCRAFT),
    "unsafe_manoeuvre": Glyph("incident", _BOLT, *_AIRCRAFT),
    "drone_incursion": Glyph("incident", _regular(4), *_DRONE),
    "drone_sighting": Glyph("incident", _EYE, *_DRONE),
    "shoot_down": Glyph("incident", _CROSS, *_KINETIC),
    "crash_debris": Glyph("incident", _regular(3, turn=pi), *_KINETIC),
    "missile_overflight": Glyph("incident", _ROCKET, *_KINETIC),
    "airport_closure": Glyph("incident", _regular(4, turn=pi / 4, radius=1.15), *_AIRPORT),
    "balloon_incursion": Glyph("incident", _BALLOON, *_AIRPORT),
    "gnss_interference": Glyph("incident", _star(4, 0.36), *_SIGNAL),
    "article_4": Glyph("response", _star(6, 0.5), *_QUIET),
    "rules_of_engagement": Glyph("response", _HOURGLASS, *_QUIET),
    "deployment": Glyph("response", _FLAG, *_QUIET),
    "policy": Glyph("response", _HALF, *_QUIET),
    "sanctions": Glyph("response", _PLUS, *_QUIET),
    "diplomatic": Glyph("response", ((-0.6, -0.7), (0.6, -0.7), (1, 0.7), (-1, 0.7)), *_QUIET),
    "statement": Glyph("statement", _BUBBLE, *_SPEECH),
    "posture": Glyph("posture", ((-1, -0.4), (1, -0.4), (1, 0.4), (-1, 0.4)), *_SPEECH),
}
"""Order matters: the packed data stores the position of a type in this table (at most 32)."""
