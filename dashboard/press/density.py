"""Many events as hexagons shaded by how many lie in each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.path import Path

from dashboard.press.sheet import Sheet
from dashboard.press.view import View

RADIUS = 7.5
"""From the middle of a hexagon to a corner, in units."""
CLASSES = 5


@dataclass(frozen=True)
class Density:
    """What the legend says of the hexagons: lower bounds of the classes, their colours, kilometres across."""

    bounds: tuple[int, ...]
    colours: tuple[tuple[float, float, float, float], ...]
    kilometres: float


def _hexagon_of(places: np.ndarray, radius: float) -> np.ndarray:
    """Return the middle of the hexagon in which each pixel lies, shape (n, 2)."""
    step = np.array([radius * np.sqrt(3), radius * 3])
    even = np.round(places / step) * step
    odd = (np.floor(places / step) + 0.5) * step
    nearer = np.hypot(*(places - even).T) <= np.hypot(*(places - odd).T)
    return np.where(nearer[:, None], even, odd)


def densest(sheet: Sheet, view: View, places: np.ndarray) -> int:
    """Return the greatest number of events in one hexagon, 0 without any; `places` as for `draw_density`."""
    places = places[view.holds(places)]
    if not len(places):
        return 0
    middles = np.round(_hexagon_of(places, RADIUS * sheet.unit), 3)
    return int(np.unique(middles, axis=0, return_counts=True)[1].max())


def draw_density(sheet: Sheet, view: View, places: np.ndarray, *, most: int | None = None) -> Density | None:
    """Draw the hexagons; classes grow about threefold, so that one crowded place does not flatten the rest.

    Parameters
    ----------
    sheet, view
        Where to draw.
    places : ndarray of float, shape (n, 2)
        Pixels of the events.
    most : int, optional
        The number at the top of the scale, where several maps share one. Default: the greatest in a hexagon.
    """
    places = places[view.holds(places)]
    if not len(places):
        return None
    radius = RADIUS * sheet.unit
    middles, counts = np.unique(np.round(_hexagon_of(places, radius), 3), axis=0, return_counts=True)
    most = int(counts.max()) if most is None else most
    bounds = sorted({max(1, round(most ** (k / CLASSES))) for k in range(CLASSES)})
    rgb = to_rgb(sheet.colours["accent"])
    shades = tuple((*rgb, 0.22 + 0.74 * k / max(1, len(bounds) - 1)) for k in range(len(bounds)))
    turn = np.radians(np.arange(0, 421, 60) + 30)[:7]
    corner = np.column_stack([np.cos(turn), np.sin(turn)]) * radius * 0.96
    codes = [Path.MOVETO, *[Path.LINETO] * 5, Path.CLOSEPOLY]
    which = np.searchsorted(bounds, counts, side="right") - 1
    for k, shade in enumerate(shades):
        paths = [Path(corner + middle, codes) for middle in middles[which == k]]
        if paths:
            sheet.paths(paths, fill=shade, clip=view.frame)
    across = radius * np.sqrt(3) * view.scale / 1000
    return Density(tuple(bounds), shades, across)
