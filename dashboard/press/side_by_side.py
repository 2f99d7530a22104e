"""Two maps with one extent and one scale, to compare two views."""

from __future__ import annotations

import numpy as np
import pandas as pd
from PIL import Image

from dashboard.language import tr
from dashboard.press.base import draw_airspace, draw_land
from dashboard.press.density import densest
from dashboard.press.drawing import drawn_in_turn
from dashboard.press.events import DENSITY_FROM, draw_events
from dashboard.press.furniture import draw_scale, scale_box
from dashboard.press.names import Names
from dashboard.press.save import pixels, png
from dashboard.press.sheet import Sheet
from dashboard.press.thumb import CREDIT
from dashboard.press.view import View, view_of
from incidents import Filter, Package, filter_events

WIDTH, HEIGHT, DPI, UNIT = 900, 820, 144, 1.35


@drawn_in_turn
def side_by_side(package: Package, first: Filter, second: Filter, *, theme: str) -> tuple[bytes, bytes]:
    """Return both maps as PNG, 900 by 820 pixels.

    Parameters
    ----------
    package : Package
        The data.
    first, second : Filter
        The views. The extent holds the events of both; glyphs, dots or hexagons and the classes of hexagons are the same on both.
    theme : str
        "light" or "dark".
    """
    sides = [filter_events(package, view) for view in (first, second)]
    frame = (0.0, 0.0, float(WIDTH), float(HEIGHT))
    view = view_of(pd.concat(sides), frame, pad=34 * UNIT)
    n = max(map(len, sides))
    places = [view.place(*(events[name].to_numpy(float) for name in ("longitude", "latitude"))) for events in sides]
    ground = _ground(view, np.concatenate(places) if n < DENSITY_FROM else places[0][:0], theme)
    sheets = [_sheet(theme) for _ in sides]
    most = max(densest(sheets[0], view, each) for each in places) if n >= DENSITY_FROM else None
    first_map, second_map = (
        _map(sheet, view, events, ground, n=n, most=most) for sheet, events in zip(sheets, sides, strict=True)
    )
    return first_map, second_map


def _sheet(theme: str) -> Sheet:
    return Sheet(WIDTH, HEIGHT, dpi=DPI, unit=UNIT, theme=theme)


def _ground(view: View, places: np.ndarray, theme: str) -> Image.Image:
    """Return what both maps have in common, drawn once; names keep clear of the events of both."""
    sheet = _sheet(theme)
    draw_land(sheet, view)
    draw_airspace(sheet, view)
    foot = (WIDTH - 480.0, HEIGHT - 26.0, float(WIDTH), float(HEIGHT))
    Names(sheet, view, places, [scale_box(sheet, view), foot]).draw()
    draw_scale(sheet, view)
    quiet = {"colour": sheet.colours["muted"], "halo": sheet.colours["land"], "align": "right"}
    sheet.text(WIDTH - 8, HEIGHT - 12, tr(CREDIT), 13, **quiet)
    sheet.box(view.frame, line=sheet.colours["line"], width=2.0 * sheet.unit)
    return Image.fromarray(pixels(sheet))


def _map(sheet: Sheet, view: View, events: pd.DataFrame, ground: Image.Image, *, n: int, most: int | None) -> bytes:
    sheet.figure.patch.set_alpha(0)
    draw_events(sheet, view, events, n=n, most=most)
    return png(Image.alpha_composite(ground, Image.fromarray(pixels(sheet))))
