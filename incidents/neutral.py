"""Keep spreadsheets from running text as a formula, in a way that can be undone exactly.

After OWASP's advice on CSV injection: a cell that begins with ``= + - @``, tab, carriage return or NUL gets an apostrophe in front. A cell
that already begins with apostrophes and one of these gets one more, so that taking one away always gives back the text.
"""

from __future__ import annotations

import pandas as pd

_RISKY = "'*[=+\\-@\t\r\x00]"


def neutralise(text: pd.Series) -> pd.Series:
    """Return the text with an apostrophe in front of cells that a spreadsheet could run."""
    risky = text.str.match(_RISKY)
    return text.where(~risky, "'" + text) if risky.any() else text


def restore(text: pd.Series) -> pd.Series:
    """Undo `neutralise`."""
    marked = text.str.match("'" + _RISKY)
    return text.where(~marked, text.str[1:]) if marked.any() else text
