"""The icon of the tab: what stands on it."""

from __future__ import annotations

import base64
import io
from functools import cache

from PIL import Image, ImageDraw

from dashboard.layers.glyphs import TYPES
from dashboard.layers.palette import THEMES

SIDE = 180
"""Pixels: what a telephone shows on its home screen; tabs scale it down."""
FINER = 4
"""Pillow draws polygons without smoothing; the picture is drawn this many times larger and scaled down."""


@cache
def icon() -> bytes:
    """Return the glyph of an aircraft on the dark ground of the map, as PNG."""
    side = SIDE * FINER
    picture = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), side / 5, fill=THEMES["dark"]["panel"])
    glyph = TYPES["aircraft_violation"]
    draw.polygon([(side * (0.5 + 0.36 * x), side * (0.5 + 0.36 * y)) for x, y in glyph.shape], fill=glyph.dark)
    out = io.BytesIO()
    picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


@cache
def icon_address() -> str:
    """Return the icon as an address that holds it, for pages that may ask for nothing."""
    return f"data:image/png;base64,{base64.b64encode(icon()).decode()}"
