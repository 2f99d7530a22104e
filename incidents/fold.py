"""Make text comparable without regard to case, accents and typographic variants."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e",
        "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ",
    }
)  # fmt: skip


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is first met; at C speed from then on."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code).casefold())
        bare = "".join(c for c in parts if not unicodedata.combining(c))
        self[code] = folded = bare.casefold().translate(_LETTERS)
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """Return the text in small letters without accents: ``Łódź`` becomes ``lodz``, ``Straße`` ``strasse``.

    NFKD, without combining marks, casefolded; letters that do not decompose (ł, ø, đ …) and typographic quotes and dashes are mapped.
    """
    return text.lower() if text.isascii() else text.translate(_TABLE)
