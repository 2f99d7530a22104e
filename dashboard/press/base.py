"""Land, borders, national airspace and occupied areas under the events."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import shapely

from dashboard.press.shapes import clipped, compound, hatch
from dashboard.press.sheet import Sheet
from dashboard.press.topology import Layer, projected
from dashboard.press.view import View

SCALES = (("countries-10m", 900.0), ("countries-50m", 4500.0), ("countries-overview", np.inf))
"""Files of geodata and the metres a pixel up to which each is drawn."""
NOTHING = Layer(np.array([], dtype=object), ())


def land_layers(view: View) -> dict[str, Layer]:
    """Return the layers of the scale that suits a view."""
    name = next(name for name, coarsest in SCALES if view.scale <= coarsest)
    return projected(name, view.crs) or projected("countries-overview", view.crs)


def _airspace_layers(view: View) -> dict[str, Layer]:
    name = "airspace-close" if view.scale <= SCALES[0][1] else "airspace"
    return projected(name, view.crs) or projected("airspace", view.crs)


def limits_layer(view: View) -> Layer:
    """Return the limits of airspace at the scale that suits a view."""
    return _airspace_layers(view).get("limits", NOTHING)


@lru_cache(maxsize=4)
def _land_in(view: View) -> np.ndarray:
    """Return the land in the frame, prepared: the names of one picture ask for it many times."""
    shapes = land_layers(view)["countries"].shapes
    west, south, east, north = view.bounds()
    bounds = shapely.bounds(shapes)
    near = (bounds[:, 0] < east) & (bounds[:, 2] > west) & (bounds[:, 1] < north) & (bounds[:, 3] > south)
    land = shapely.clip_by_rect(shapes[near], west, south, east, north)
    shapely.prepare(land)
    return land


def on_land(view: View, pixels: np.ndarray) -> np.ndarray:
    """Tell which pixels of the frame, shape (n, 2), lie on land; outside of it all is taken for sea."""
    metres = view.metres(pixels)
    return shapely.contains_xy(_land_in(view)[:, None], metres[None, :, 0], metres[None, :, 1]).any(axis=0)


def draw_land(sheet: Sheet, view: View) -> None:
    """Draw sea, land, coasts and borders."""
    colours, unit, frame = sheet.colours, sheet.unit, view.frame
    sheet.box(frame, fill=colours["sea"])
    layers = land_layers(view)
    for name, style in (
        ("countries", {"fill": colours["land"]}),
        ("coast", {"line": colours["coast"], "width": 0.8 * unit}),
        ("border", {"line": colours["border"], "width": 0.9 * unit}),
    ):
        path = compound(clipped(layers.get(name, NOTHING).shapes, view), view)
        if path is not None:
            sheet.paths([path], clip=frame, **style)


def draw_airspace(sheet: Sheet, view: View) -> set[str]:
    """Draw seaward limits, occupied and uncertain areas; return which of "limit", "occupied" and "uncertain" are in view."""
    layers = _airspace_layers(view)
    colours, unit, frame = sheet.colours, sheet.unit, view.frame
    shown = set()
    limits = layers.get("limits", NOTHING)
    seaward = np.array([row.get("kind") == "limit" for row in limits.properties], dtype=bool)
    for name, rows, dash in (("limit", seaward, None), ("border", ~seaward, (3.0, 3.0))):
        path = compound(clipped(limits.shapes[rows], view), view) if len(limits.shapes) else None
        if path is not None and view.holds(path.vertices).any():
            sheet.paths([path], line=colours["airspace"], width=0.9 * unit, dash=dash, clip=frame)
            shown.add(name)
    for name, key in (("occupied", "occupied"), ("uncertain", "uncertain")):
        shapes = clipped(layers.get(key, NOTHING).shapes, view)
        path = compound(shapes, view) if len(shapes) else None
        if path is None or not view.holds(path.vertices).any():
            continue
        shown.add(name)
        strokes = hatch(shapes, view, 6 * unit) if name == "occupied" else None
        if strokes is not None:
            sheet.paths([strokes], line=colours["hatch"], width=0.9 * unit, clip=frame)
        sheet.paths([path], line=colours["airspace"], width=1.0 * unit, dash=(4.0, 3.0), clip=frame)
    return shown - {"border"}
