"""Find out which cells of a sheet show an hour: the reader of the cells does not tell their number formats."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection
from xml.parsers import expat

from incidents.imports.source import Source

_BUILT_IN = frozenset({18, 19, 20, 21, 22, 32, 33, 45, 46, 47})
"""Formats with an hour or minutes that a workbook does not spell out (ECMA-376, part 1, 18.8.30)."""
_NO_CLOCK = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_STYLES = "xl/styles.xml"


def shows_hour(code: str) -> bool:
    """Return whether a number format has hours or seconds outside of its quoted text, colours and locales."""
    return bool(re.search("[hs]", _NO_CLOCK.sub("", code.partition(";")[0].lower().replace("general", ""))))


def shown_hours(source: Source, member: str, places: Collection[int]) -> dict[int, list[int]]:
    """Return for some columns (from 0) the rows (from 1) whose format shows an hour.

    Parameters
    ----------
    source : Source
        A workbook that has been surveyed.
    member : str
        The part of it that holds the sheet.
    places : collection of int
        The columns that are asked for.

    Returns
    -------
    dict of int to list of int
        Empty where the formats cannot be read: then the values have to tell.
    """
    try:
        with source.open() as file, zipfile.ZipFile(file) as archive:
            names = {name.lower(): name for name in archive.namelist()}
            clocks = _clocks(archive.read(names[_STYLES]))
            return _rows(archive.read(names[member.lower()]), clocks, places) if clocks else {}
    except (KeyError, zipfile.BadZipFile, OSError, expat.ExpatError, ValueError):
        return {}


def _clocks(styles: bytes) -> set[str]:
    """Return the numbers of the cell styles that show an hour, as cells name them."""
    codes: dict[str, str] = {}
    used: list[str] = []
    within = [False]

    def start(name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            within[0] = True
        elif name == "xf" and within[0]:
            used.append(attributes.get("numFmtId", "0"))

    def end(name: str) -> None:
        if name.rpartition(":")[2] == "cellXfs":
            within[0] = False

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(styles, True)
    return {
        str(at)
        for at, key in enumerate(used)
        if (shows_hour(codes[key]) if key in codes else key.isdigit() and int(key) in _BUILT_IN)
    }


def _rows(sheet: bytes, clocks: set[str], places: Collection[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    known: dict[str, int] = {}
    row, column = 0, -1

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            if place := attributes.get("r"):
                letters = place.rstrip("0123456789")
                if letters not in known:
                    known[letters] = _number(letters)
                column = known[letters]
            else:
                column += 1
            if column in places and attributes.get("s", "0") in clocks:
                found.setdefault(column, []).append(row)
        elif name == "row":
            row, column = int(attributes.get("r", row + 1)), -1

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    parser.Parse(sheet, True)
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
