"""Scale bar and locator on the map."""

from __future__ import annotations

import numpy as np

from dashboard.language import tr
from dashboard.press import fonts
from dashboard.press.base import NOTHING
from dashboard.press.shapes import clipped, compound
from dashboard.press.sheet import Box, Sheet
from dashboard.press.topology import projected
from dashboard.press.view import GEOD, View, transformer

NAUTICAL = 1.852
ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
LONGEST = 130.0
"""Units of the scale bar at most."""


def metres_a_pixel(view: View) -> float:
    """Return the true metres of a pixel along the foot of the map, on the ellipsoid."""
    left, _, right, bottom = view.frame
    middle, y = (left + right) / 2, bottom - 20
    x = view.left + (np.array([middle - 50, middle + 50]) - left) * view.scale
    northing = view.top - (y - view.frame[1]) * view.scale
    lon, lat = transformer(view.crs).transform(x, np.full(2, northing), direction="INVERSE")
    metres = GEOD.inv(lon[0], lat[0], lon[1], lat[1])[2]
    return metres / 100 if np.isfinite(metres) and metres > 0 else view.scale


def scale_box(sheet: Sheet, view: View) -> Box:
    """Return the box that the scale bar takes."""
    left, _, _, bottom = view.frame
    unit = sheet.unit
    return left + 10 * unit, bottom - 48 * unit, left + (LONGEST + 70) * unit, bottom - 6 * unit


def draw_scale(sheet: Sheet, view: View) -> None:
    """Draw a bar in kilometres and one in nautical miles."""
    unit, colours = sheet.unit, sheet.colours
    kilometre = 1000 / metres_a_pixel(view)
    x, y = view.frame[0] + 16 * unit, view.frame[3] - 27 * unit
    for name, length, side in (("km", kilometre, -1), (tr("nm"), kilometre * NAUTICAL, 1)):
        fitting = [n for n in ROUND if n * length <= LONGEST * unit]
        number = fitting[-1] if fitting else ROUND[0]
        end = x + number * length
        for colour, width in ((colours["sea"], 3.4), (colours["muted"], 1.2)):
            sheet.rule(x, y, end, y, colour=colour, width=width)
            for tick in (x, end):
                sheet.rule(tick, y, tick, y + side * 5 * unit, colour=colour, width=width)
        sheet.text(
            end + 5 * unit + fonts.width(f"{number} {name}", 12.5 * unit) / 2, y + side * 7.5 * unit, f"{number} {name}", 12.5 * unit,
            colour=colours["muted"], halo=colours["sea"], align="center",
        )  # fmt: skip


def locator_box(sheet: Sheet, view: View, events: np.ndarray) -> Box:
    """Return the box of the locator: in the corner with fewest events, not where the scale bar is."""
    left, top, right, bottom = view.frame
    unit = sheet.unit
    side, edge = min(132 * unit, (bottom - top) * 0.27), 10 * unit
    corners = [
        (right - side - edge, top + edge, right - edge, top + edge + side),
        (right - side - edge, bottom - side - edge, right - edge, bottom - edge),
        (left + edge, top + edge, left + edge + side, top + edge + side),
    ]

    def crowd(box: Box) -> int:
        if not len(events):
            return 0
        x, y = events[:, 0], events[:, 1]
        return int(((x > box[0] - 8) & (x < box[2] + 8) & (y > box[1] - 8) & (y < box[3] + 8)).sum())

    return min(corners, key=crowd)


def draw_locator(sheet: Sheet, view: View, box: Box) -> None:
    """Draw where the map lies: a wider map of the same projection with the frame of this one."""
    unit, colours = sheet.unit, sheet.colours
    west, south, east, north = view.bounds()
    side = box[2] - box[0]
    span = float(np.clip(3.0 * max(east - west, north - south), 3.4e6, 1.15e7))
    scale = span / side
    middle = ((west + east) / 2, (south + north) / 2)
    small = View(view.crs, middle[0] - span / 2, middle[1] + span / 2, scale, box)
    land = projected("countries-overview", view.crs).get("countries", NOTHING)
    sheet.box(box, fill=colours["sea"])
    path = compound(clipped(land.shapes, small), small)
    if path is not None:
        sheet.paths([path], fill=colours["border"], clip=box)
    corners = small.pixels(np.array([(west, north), (east, south)]))
    inner = (*corners[0], *corners[1])
    sheet.box(inner, line=colours["halo"], width=3.4 * unit, clip=box)
    sheet.box(inner, line=colours["accent"], width=1.7 * unit, clip=box)
    sheet.box(box, line=colours["line"], width=1.0 * unit)
