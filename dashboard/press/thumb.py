"""A small map of one event, for its page and for link previews."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from PIL import Image

from dashboard.language import mark, tr
from dashboard.press.base import draw_airspace, draw_land
from dashboard.press.drawing import drawn_in_turn
from dashboard.press.events import draw_highlight, outline_of
from dashboard.press.furniture import draw_locator, draw_scale, locator_box, scale_box
from dashboard.press.map_part import CARD_SPAN, WIDEST_CARD
from dashboard.press.names import Names
from dashboard.press.save import pixels
from dashboard.press.sheet import Sheet
from dashboard.press.view import NARROWEST, view_of

SIZE = (600, 315)
COLOURS = 128
CREDIT = mark("Land: Natural Earth. Limits: © OpenStreetMap contributors, ODbL")
DRAWN_FROM = ("event_type", "status", "longitude", "latitude", "coordinate_uncertainty_m", "georeference_basis")
"""Columns that decide how the picture looks."""


@drawn_in_turn
def thumb(event: Mapping[str, Any]) -> bytes:
    """Return a PNG of 600 x 315 pixels.

    Parameters
    ----------
    event : mapping
        The columns of `DRAWN_FROM`.
    """
    row = pd.DataFrame([{name: event[name] for name in DRAWN_FROM}])
    sheet = Sheet(*SIZE, dpi=100, unit=0.85, theme="light")
    span = max(NARROWEST, 2 * CARD_SPAN * float(event["coordinate_uncertainty_m"]))
    view = view_of(row, (0.0, 0.0, *map(float, SIZE)), pad=10, narrowest=min(span, WIDEST_CARD))
    draw_land(sheet, view)
    draw_airspace(sheet, view)
    place = view.place(np.array([event["longitude"]]), np.array([event["latitude"]]))
    box, scale = locator_box(sheet, view, place), scale_box(sheet, view)
    foot = (SIZE[0] - 330.0, SIZE[1] - 18.0, float(SIZE[0]), float(SIZE[1]))
    Names(sheet, view, place, [box, scale, foot], outline_of(view, event)).draw()
    draw_highlight(sheet, view, dict(event))
    draw_locator(sheet, view, box)
    draw_scale(sheet, view)
    sheet.text(
        SIZE[0] - 6,
        SIZE[1] - 9,
        tr(CREDIT),
        9.5,
        colour=sheet.colours["muted"],
        halo=sheet.colours["land"],
        align="right",
    )
    drawn = Image.fromarray(pixels(sheet)).convert("RGB")
    out = io.BytesIO()
    drawn.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "png")
    return out.getvalue()
