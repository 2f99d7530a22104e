"""The events on the map: discs of uncertainty, glyphs, numbers, the highlighted one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.path import Path

from dashboard.layers.packing import COARSE
from dashboard.press.density import Density, draw_density
from dashboard.press.glyph_paths import RADIUS, Glyphs, circle, moved
from dashboard.press.sheet import Sheet
from dashboard.press.view import View

DOTS_FROM, DENSITY_FROM, DISCS_UP_TO = 1501, 10_001, 3000
"""Numbers of events from which dots and hexagons are drawn, and up to which discs are, as on the screen."""
CROWDED_FROM, CROWDED_RADIUS = 200, 5.5
"""Number of events from which glyphs are a little smaller, and their radius then, in units."""


@dataclass(frozen=True)
class Drawn:
    """What came onto the map.

    Attributes
    ----------
    inside : DataFrame
        The events inside the frame.
    places : ndarray of float, shape (n, 2)
        Pixels of all events of the view.
    discs : bool
        Whether a disc larger than its glyph was drawn.
    density : Density or None
        Set when hexagons stand for the events.
    glyphs : bool
        Whether full glyphs were drawn (not dots or hexagons).
    """

    inside: pd.DataFrame
    places: np.ndarray
    discs: bool
    density: Density | None
    glyphs: bool


def draw_events(
    sheet: Sheet, view: View, events: pd.DataFrame, *, n: int | None = None, most: int | None = None
) -> Drawn:
    """Draw events, oldest first; incidents above responses and statements.

    Parameters
    ----------
    sheet, view, events
        Where to draw what.
    n : int, optional
        Number of events that decides between glyphs, dots and hexagons, where several maps must look alike. Default: that of `events`.
    most : int, optional
        Top of the scale of hexagons; see `draw_density`.
    """
    places = view.place(events["longitude"].to_numpy(float), events["latitude"].to_numpy(float))
    inside = view.holds(places)
    n = len(events) if n is None else n
    if n >= DENSITY_FROM:
        return Drawn(events[inside], places, False, draw_density(sheet, view, places, most=most), False)
    small = n >= DOTS_FROM
    discs = n <= DISCS_UP_TO and _draw_discs(sheet, view, events[inside], 2.0 if small else 7.0)
    glyphs = Glyphs(sheet)
    coarse = events["georeference_basis"].isin(COARSE).to_numpy()
    # Above the others what matters most: incidents, and of them those whose place is known.
    order = np.argsort((events["category"] == "incident").to_numpy() * (2 - coarse), kind="stable")
    radius = RADIUS if n < CROWDED_FROM else CROWDED_RADIUS
    columns = [events[name].to_numpy() for name in ("event_type", "status", "georeference_basis")]
    for i in order[inside[order]]:
        (x, y), kind, status, basis = places[i], *(column[i] for column in columns)
        if small:
            glyphs.dot(x, y, kind, 2.2)
        else:
            glyphs.add(x, y, kind, status, coarse=basis in COARSE, radius=radius)
    glyphs.draw(clip=view.frame)
    return Drawn(events[inside], places, discs, None, not small)


def _draw_discs(sheet: Sheet, view: View, events: pd.DataFrame, smallest: float) -> bool:
    radius = events["coordinate_uncertainty_m"].to_numpy(float)
    large = radius / view.scale > smallest * sheet.unit
    if not large.any():
        return False
    columns = [events[name].to_numpy(float)[large] for name in ("longitude", "latitude", "coordinate_uncertainty_m")]
    rings = view.circles(*np.unique(np.column_stack(columns), axis=0).T)  # events at one place share their disc
    sheet.paths([Path(ring) for ring in rings], line=sheet.colours["disc"], width=0.9 * sheet.unit, clip=view.frame)
    return True


def draw_others(sheet: Sheet, view: View, places: np.ndarray) -> None:
    """Draw the other events of a card's view as quiet dots at pixels of shape (n, 2)."""
    dot = circle(2.8 * sheet.unit)
    paths = [moved(dot, *place) for place in places[view.holds(places)]] if len(places) else []
    if paths:
        sheet.paths(
            paths, fill=sheet.colours["muted"], line=sheet.colours["halo"], width=1.0 * sheet.unit, clip=view.frame
        )


def outline_of(view: View, event: Mapping[str, Any]) -> np.ndarray:
    """Return pixels along the disc of one event, closer together than names are high; shape (n, 2)."""
    columns = ("longitude", "latitude", "coordinate_uncertainty_m")
    (ring,) = view.circles(*(np.array([float(event[name])]) for name in columns))
    at = np.linspace(0, len(ring) - 1, 360)
    return np.column_stack([np.interp(at, np.arange(len(ring)), ring[:, k]) for k in (0, 1)])


def draw_highlight(sheet: Sheet, view: View, event: Mapping[str, Any]) -> None:
    """Draw the disc and ring of one event, and its glyph above all others."""
    colours, unit = sheet.colours, sheet.unit
    lon, lat = np.array([event["longitude"]]), np.array([event["latitude"]])
    (x, y) = view.place(lon, lat)[0]
    (disc,) = view.circles(lon, lat, np.array([event["coordinate_uncertainty_m"]]))
    if event["coordinate_uncertainty_m"] / view.scale > 7 * unit:
        sheet.paths([Path(disc)], fill=colours["discFill"], line=colours["accent"], width=1.6 * unit, clip=view.frame)
    around = moved(circle(15 * unit), x, y)
    sheet.paths([around], line=colours["halo"], width=5.5 * unit, clip=view.frame)
    sheet.paths([around], line=colours["accent"], width=2.6 * unit, clip=view.frame)
    glyphs = Glyphs(sheet)
    coarse = event["georeference_basis"] in COARSE
    glyphs.add(x, y, event["event_type"], event["status"], coarse=coarse, radius=7.5)
    glyphs.draw(clip=view.frame)
