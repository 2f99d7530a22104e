"""The direction of a text that has been broken into lines: that of the whole, not of the word a line happens to begin with."""

from __future__ import annotations

import unicodedata

LEFT, RIGHT = "\u200e", "\u200f"
"""Marks without width that are as strong as a letter; the drawing library takes the direction of a line from its first strong character."""
_RIGHT_TO_LEFT = ("R", "AL")


def marked(line: str, whole: str) -> str:
    """Return a line of a text with marks of the text's direction around it; a text without right-to-left letters needs none."""
    strong = [kind for kind in map(unicodedata.bidirectional, whole) if kind in ("L", *_RIGHT_TO_LEFT)]
    if not set(strong) & set(_RIGHT_TO_LEFT):
        return line
    mark = RIGHT if strong[0] in _RIGHT_TO_LEFT else LEFT
    return f"{mark}{line.strip(LEFT + RIGHT)}{mark}"


def joined(lines: list[str]) -> str:
    """Return lines as one again, without the marks where they meet."""
    text = " ".join(lines)
    for mark in (LEFT, RIGHT):
        text = text.replace(f"{mark} {mark}", " ")
    return text
