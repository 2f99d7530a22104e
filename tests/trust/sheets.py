"""Exports for spreadsheets: which cells a spreadsheet would run as a formula, or open as a link."""

from __future__ import annotations

import csv
import io
import re
import zipfile

from defusedxml import ElementTree

from incidents import Package
from incidents.export import FORMATS
from incidents.filter_value import EVERYTHING

RISKY = re.compile(r"^\s*[=+\-@\t\r\x00]")
NUMBER = re.compile(r"^-?[0-9.]+(e[+-]?[0-9]+)?$")
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells_of(name: str, body: bytes) -> list[str]:
    """Return the texts of all cells of a CSV file or a workbook."""
    if name == "csv":
        lines = body.decode("utf-8-sig").split("\n")
        told = "\n".join(line for line in lines if not line.startswith("#"))
        return [cell for row in csv.reader(io.StringIO(told, newline="")) for cell in row]
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        parts = [
            archive.read(each) for each in archive.namelist() if re.search(r"sharedStrings|worksheets/sheet", each)
        ]
    found = [
        each
        for part in parts
        for each in ElementTree.fromstring(part).iter()
        if each.tag in (f"{_SPACE}si", f"{_SPACE}is")
    ]
    return ["".join(each.itertext()) for each in found]


def risky(name: str, body: bytes) -> list[str]:
    """Return the cells that would run: formulas, links, and texts that look like the beginning of one."""
    wrong = [f"{name}: {cell[:80]!r}" for cell in cells_of(name, body) if RISKY.match(cell) and not NUMBER.match(cell)]
    if name == "xlsx":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            text = b"".join(archive.read(each) for each in archive.namelist() if "worksheets/sheet" in each)
        wrong += [f"xlsx: {found.decode()}" for found in re.findall(rb"<(?:f|hyperlink)[ >][^<]{0,80}", text)]
    return wrong


def sheets(package: Package) -> tuple[list[str], set[str]]:
    """Return the risky cells of the exports of a package, and all that stands in their cells."""
    wrong, cells = [], set()
    for name in ("csv", "xlsx"):
        made = FORMATS[name](package, filter=EVERYTHING)
        body = made if isinstance(made, bytes) else b"".join(made)
        wrong += risky(name, body)
        cells |= {f"{name}\n{cell}" for cell in cells_of(name, body)}
    return wrong, cells
