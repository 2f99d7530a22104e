"""The twelve reference pictures: `python -m tests.dashboard.press.references` draws them anew, to be looked at before they are committed."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import numpy as np
from PIL import Image

from dashboard.press.image import image
from dashboard.press.picture import Picture
from dashboard.press.presets import PRESETS
from incidents import Filter, Package, read_package
from incidents.read_package import SEEDS

HERE = Path(__file__).parent / "references"
WIDTH = 300
COLOURS = 32
SEPTEMBER = Filter(period=(date(2025, 9, 1), date(2025, 9, 30)))
CARD = Filter(event="2025-09-19-ee-mig31-vaindloo")
PICTURES = {
    f"{preset}-{name}": Picture(preset=preset, **options)
    for preset in PRESETS
    for name, options in (
        ("light", {}),
        ("dark", {"theme": "dark", "filter": SEPTEMBER}),
        ("event", {"filter": CARD}),
    )
}


def small(png: bytes) -> Image.Image:
    """Return a picture at the size of the references."""
    with Image.open(io.BytesIO(png)) as full:
        height = round(full.height * WIDTH / full.width)
        return full.convert("RGB").resize((WIDTH, height), Image.Resampling.BOX)


def difference(drawn: Image.Image, reference: Image.Image) -> float:
    """Return the share of pixels whose colour clearly differs; 1 where the sizes differ."""
    if drawn.size != reference.size:
        return 1.0
    pair = [np.asarray(each.convert("RGB"), dtype=int) for each in (drawn, reference)]
    return float((np.abs(pair[0] - pair[1]).max(axis=2) > 48).mean())


def draw(package: Package, name: str) -> Image.Image:
    """Draw one of the pictures at the size of the references."""
    return small(image(package, PICTURES[name]))


if __name__ == "__main__":
    seeds = read_package(SEEDS)
    HERE.mkdir(exist_ok=True)
    for each in PICTURES:
        draw(seeds, each).quantize(COLOURS).save(HERE / f"{each}.png", optimize=True)
        print(each, (HERE / f"{each}.png").stat().st_size)
