"""Text from the data inside Streamlit labels, which read Markdown."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
JOINER = "\u2060"
"""WORD JOINER: has no width and no glyph."""
_REPLACED = re.compile(
    r"(?<=:)(?=(?:streamlit|material_\w+):)"
    r"|(?:^|(?<=\s))(?=(?:<->|->|<-|--|>=|<=|~=)(?:\s|$))"
    r"|(?<=http)(?=s?://)|(?<=www)(?=\.)|(?<=[\w+.-])(?=@)",
    re.IGNORECASE,
)
"""Places in which Streamlit replaces text after Markdown has been read, whatever was escaped: its logo, icons, arrows, bare addresses."""


def plain(text: str) -> str:
    """Return text so that Markdown, LaTeX and Streamlit's directives show it as typed, on one line.

    CommonMark (section 2.4) lets every ASCII punctuation character be escaped by a backslash. What Streamlit replaces later is broken up by
    a character that nobody sees.
    """
    return _PUNCTUATION.sub(r"\\\1", _REPLACED.sub(JOINER, " ".join(text.split())))
