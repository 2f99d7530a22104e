"""Make text comparable without regard to case, accents and typographic variants."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e",
        "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Return the text in small letters without accents: ``Łódź`` becomes ``lodz``, ``Straße`` ``strasse``.

    NFKD, without combining marks, casefolded; letters that do not decompose (ł, ø, đ …) and typographic quotes and dashes are mapped.
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return bare.casefold().translate(_LETTERS)
