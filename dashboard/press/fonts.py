"""Type of the pictures: Source Sans Pro from a pip package, the family of the screen, and DejaVu Sans for what it lacks."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib
from matplotlib.font_manager import FontProperties, fontManager, get_font

from dashboard.press.direction import marked

_FILES = {"regular": "Regular", "semibold": "Semibold", "italic": "It"}
_FAMILY = {"regular": "Source Sans Pro", "semibold": "Source Sans Pro Semibold", "italic": "Source Sans Pro"}
_DEJAVU = {"regular": "DejaVuSans.ttf", "semibold": "DejaVuSans.ttf", "italic": "DejaVuSans-Oblique.ttf"}
_MEASURED = 64.0
MISSING = "\u25a1"
"""Drawn for a character that neither family has."""


@cache
def paths(face: str) -> tuple[str, ...]:
    """Return the files of a face ("regular", "semibold", "italic"): Source Sans Pro where it is installed, DejaVu Sans."""
    spec = find_spec("font_source_sans_pro")
    found = []
    if spec is not None and spec.submodule_search_locations:
        found = [Path(spec.submodule_search_locations[0]) / "files" / f"SourceSansPro-{_FILES[face]}.ttf"]
    found.append(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / _DEJAVU[face])
    return tuple(str(path) for path in found if path.exists())


@cache
def _register() -> None:
    known = {entry.fname for entry in fontManager.ttflist}
    for face in _FILES:
        for path in paths(face):
            if path not in known:
                fontManager.addfont(path)


@lru_cache(maxsize=256)
def properties(face: str, points: float) -> FontProperties:
    """Return a face at a size in points."""
    _register()
    style = "italic" if face == "italic" else "normal"
    own = [_FAMILY[face]] if len(paths(face)) > 1 else []
    return FontProperties(family=[*own, "DejaVu Sans"], style=style, weight=400, size=points)


@cache
def _characters(face: str) -> frozenset[int]:
    return frozenset().union(*(get_font(path).get_charmap() for path in paths(face)))


@lru_cache(maxsize=4096)
def drawable(text: str, face: str) -> str:
    """Return the text with a box for each character that no font has; joiners and marks without a glyph vanish."""
    has = _characters(face)
    out = []
    for character in text:
        if ord(character) in has or character == " ":
            out.append(character)
        elif unicodedata.category(character) not in ("Cf", "Mn", "Me", "Cs", "Sk"):
            out.append(MISSING)
    return "".join(out)


@lru_cache(maxsize=8192)
def _width(text: str, face: str) -> float:
    font = get_font(paths(face))
    font.set_size(_MEASURED, 72)
    font.set_text(drawable(text, face), 0.0)
    return font.get_width_height()[0] / 64 / _MEASURED


def width(text: str, size: float, face: str = "regular") -> float:
    """Return the width of a line in the unit of `size`, the height of the type."""
    return _width(text, face) * size


def _keeps_to(line: str, size: float, room: float, face: str) -> bool:
    """Tell whether a line keeps to a width: by the widths of its words, which are known already, where that is clear."""
    about = width(" ", size, face) * line.count(" ") + sum(width(word, size, face) for word in line.split(" "))
    return width(line, size, face) <= room if 0.97 * room < about < 1.03 * room else about <= room


def wrap(text: str, size: float, room: float, face: str = "regular") -> list[str]:
    """Return the lines of a text that keep to a width, in the direction of the text; a word longer than the line is broken."""
    lines: list[str] = []
    line = ""
    for word in filter(None, re.split(r"[ \t\r\n]+", text)):  # not at no-break spaces
        longer = f"{line} {word}" if line else word
        if _keeps_to(longer, size, room, face):
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word, size, face) > room and len(word) > 1:
            cut = next((k for k in range(len(word) - 1, 0, -1) if width(word[:k], size, face) <= room), 1)
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [marked(each, text) for each in ([*lines, line] if line else lines)]


def fit(text: str, size: float, room: float, face: str = "regular") -> str:
    """Return the text on one line, its end cut with an ellipsis where it is too long."""
    if width(text, size, face) <= room:
        return text
    cut = next((k for k in range(len(text), 0, -1) if width(text[:k].rstrip() + "…", size, face) <= room), 0)
    return marked(text[:cut].rstrip() + "…", text)
