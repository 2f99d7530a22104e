"""Text from the data inside Streamlit labels, which read Markdown."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """Return text so that Markdown, LaTeX and Streamlit's directives show it as typed, on one line.

    CommonMark (section 2.4) lets every ASCII punctuation character be escaped by a backslash.
    """
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
