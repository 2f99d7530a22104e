"""Two maps with one extent and one scale."""

import io
from datetime import date

import numpy as np
from PIL import Image

from dashboard.press.density import densest
from dashboard.press.events import DENSITY_FROM
from dashboard.press.sheet import Sheet
from dashboard.press.side_by_side import HEIGHT, WIDTH, side_by_side
from dashboard.press.view import view_of
from incidents import Filter

FIRST = Filter(period=(date(2025, 9, 1), date(2025, 12, 31)), category=("incident",))
NOTHING = FIRST.replace(q="nowhere at all")


def pixels(png):
    """Return a picture as an array."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def test_one_extent(served):
    """Where nothing happened the two maps are alike, and they differ only where events are drawn."""
    maps = [pixels(png) for png in side_by_side(served.package, FIRST, NOTHING, theme="light")]
    assert maps[0].shape == maps[1].shape == (HEIGHT, WIDTH, 3)
    differs = (maps[0] != maps[1]).any(axis=2)
    assert 0 < differs.mean() < 0.2
    same = [pixels(png) for png in side_by_side(served.package, FIRST, FIRST, theme="dark")]
    assert (same[0] == same[1]).all()


def test_one_scale(served):
    """With very many events both maps are hexagons of the same classes, counted alike."""
    events = served.package.events
    view = view_of(events, (0, 0, 400, 400), pad=10)
    places = view.place(events["longitude"].to_numpy(), events["latitude"].to_numpy())
    sheet = Sheet(400, 400, dpi=100, unit=1, theme="light")
    most = densest(sheet, view, places)
    assert densest(sheet, view, np.repeat(places, 3, axis=0)) == 3 * most
    assert densest(sheet, view, places[:0]) == 0
    assert len(events) < DENSITY_FROM
