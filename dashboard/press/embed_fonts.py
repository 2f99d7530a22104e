"""The letters of an SVG inside it: so it looks the same where the family is not installed, and its text stays text."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping

from fontTools import subset
from fontTools.ttLib import TTFont

from dashboard.press import fonts

FAMILIES = {
    "regular": ("Source Sans Pro", "normal"),
    "semibold": ("Source Sans Pro Semibold", "normal"),
    "italic": ("Source Sans Pro", "italic"),
}


def font_faces(used: Mapping[str, frozenset[str]]) -> str:
    """Return @font-face rules with just the letters that are used.

    Parameters
    ----------
    used : mapping of str to set of str
        Face ("regular", "semibold", "italic") to its characters.
    """
    rules = []
    for face, characters in sorted(used.items()):
        files = fonts.paths(face)
        if len(files) < 2 or not characters:
            continue
        family, style = FAMILIES[face]
        data = base64.b64encode(_subset(files[0], characters)).decode()
        rules.append(f'@font-face{{font-family:"{family}";font-style:{style};src:url("data:font/ttf;base64,{data}")}}')
    return "".join(rules)


def web_faces(characters: frozenset[str], *, family: str = "Source Sans") -> str:
    """Return @font-face rules of a page for two weights, with just these characters; "" without the font package."""
    rules = []
    for face, weight in (("regular", 400), ("semibold", 600)):
        files = fonts.paths(face)
        if len(files) > 1:
            data = base64.b64encode(_subset(files[0], characters, flavor="woff")).decode()
            source = f'url("data:font/woff;base64,{data}") format("woff")'
            rules.append(f'@font-face{{font-family:"{family}";font-weight:{weight};src:{source}}}')
    return "".join(rules)


def _subset(path: str, characters: frozenset[str], *, flavor: str | None = None) -> bytes:
    options = subset.Options(layout_features=["kern", "mark", "ccmp", "locl"], notdef_outline=True, hinting=False)
    font = TTFont(path, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in characters])
    cutter.subset(font)
    font.flavor = flavor
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
