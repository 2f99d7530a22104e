"""Make text comparable without regard to case, accents and typographic variants."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e",
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "i", "і": "i", "к": "k",
        "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
        "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ј": "j", "љ": "lj", "њ": "nj", "џ": "dz",
        "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "\u2010": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-", "\u00a0": " ",
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
    Cyrillic letters become Latin ones, near to BGN/PCGN without its marks: ``Калининград`` becomes ``kaliningrad``; the other spellings of a Cyrillic word are in `incidents.romanise`.
    """
    return text.lower() if text.isascii() else text.translate(_TABLE)
