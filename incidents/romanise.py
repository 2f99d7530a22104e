"""Cyrillic words in the Latin spellings that people use, so that a search in either script finds the other."""

from __future__ import annotations

import re

from incidents.fold import fold

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"\S*[\u0400-\u04ff]\S*")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ"))
_CONSONANTS = "бвгґджзклмнпрстфхцчшщ"
# Ukraine, Cabinet of Ministers, resolution 55 of 27 January 2010; at the start of a word some letters differ.
_UKRAINIAN = str.maketrans({"г": "h", "ґ": "g", "и": "y", "ї": "i", "й": "i", "є": "ie", "ю": "iu", "я": "ia"})
_UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
# Russian by BGN/PCGN 1947, without its marks; fold() has the same with е always e and й as i (ICAO Doc 9303, as in passports).
_RUSSIAN = str.maketrans({"й": "y"})
_RUSSIAN_YE = re.compile(r"(?<![^\W\d_])е|(?<=[аеёиоуыэюяйъь])е")
# Belarus, instruction of 23 November 2000 as changed on 11 June 2007 (UN resolution X/4, 2012), without its marks.
_BELARUSIAN = str.maketrans({"г": "h", "х": "ch", "ц": "c", "ч": "c", "ш": "s", "ж": "z", "й": "j", "ў": "u", "і": "i"})
_SOFT = {"е": "e", "ё": "o", "ю": "u", "я": "a"}


def _ukrainian(word: str) -> str:
    letters = word.replace("зг", "zgh").replace("ь", "")
    start = next((at for at, letter in enumerate(letters) if letter.isalpha()), 0)
    first = _UKRAINIAN_FIRST.get(letters[start : start + 1])
    if first is not None:
        letters = letters[:start] + first + letters[start + 1 :]
    return letters.translate(_APOSTROPHES).translate(_UKRAINIAN)


def _russian(word: str) -> str:
    return _RUSSIAN_YE.sub("ye", word).translate(_RUSSIAN)


def _belarusian(word: str) -> str:
    parts = [
        ("i" if at and word[at - 1] in _CONSONANTS else "j") + _SOFT[letter] if letter in _SOFT else letter
        for at, letter in enumerate(word)
    ]
    return "".join(parts).translate(_APOSTROPHES).translate(_BELARUSIAN)


def romanise(word: str) -> tuple[str, ...]:
    """Return the folded forms of a word that are to be looked for: one, or for Cyrillic up to four.

    Parameters
    ----------
    word : str
        Without spaces.

    Returns
    -------
    tuple of str
        `incidents.fold.fold` of it first (``Пулково``: pulkovo); then Russian by BGN/PCGN 1947 (``Ейск``: yeysk), Ukrainian by the national system of
        2010 (``Київ``: kyiv, ``Чернігів``: chernihiv), Belarusian by the national system of 2007 (``Магілёў``: mahiliou), as far as they differ. Which
        language a word is in is not asked: whoever reads any of the spellings has found it.
    """
    base = fold(word)
    if not _CYRILLIC.search(word):
        return (base,)
    plain = word.casefold()
    return tuple(dict.fromkeys((base, *(fold(form(plain)) for form in (_russian, _ukrainian, _belarusian)))))


def search_words(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a search, each with its forms, of which one must occur."""
    found: list[tuple[str, ...]] = []
    for word in text.split():
        pieces = fold(word).split()
        found += [romanise(word)] if len(pieces) == 1 else [(piece,) for piece in pieces]
    return tuple(found)


def searchable(text: str) -> str:
    """Return a text as it is searched: folded, and after it the other forms of its Cyrillic words."""
    folded = fold(text)
    if text.isascii() or not _CYRILLIC.search(text):
        return folded
    also = dict.fromkeys(form for word in _WORD.findall(text) for form in romanise(word)[1:])
    return "\n".join((folded, " ".join(also)))
