"""What a workbook really holds, found out by a streaming parser before a reader allots memory for it."""

from __future__ import annotations

import re
from xml.parsers import expat

from incidents.imports.shared_texts import SharedTexts
from incidents.imports.sheet_reach import SheetReach
from incidents.imports.source import Source

_PLACE = re.compile(r"([A-Za-z]{1,7})([0-9]{1,10})")
_MARK = re.compile(rb"sheetData|<[\w:]*s(?:i|st)\b")
_AGAIN = "save it again as .xlsx, or as CSV UTF-8"
_LONGEST_TAG = 4_000_000


class SheetSurvey:
    """Parses every XML member of a workbook, whatever its name, in pieces; what it says of itself (`dimension`, `count`) is not believed.

    The bytes are read as UTF-8 whatever their declaration says: so does the reader that comes after.

    Parameters
    ----------
    source : Source
        The workbook.

    Attributes
    ----------
    reach : dict of str to SheetReach
        For each member with cells how far they reach.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self.reach: dict[str, SheetReach] = {}
        self._texts, self._bytes = SharedTexts(source), 0
        self._sheets: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        self._known = {}
        self._begin("")

    @property
    def members(self) -> dict[str, str]:
        """Name of a sheet to the part that holds it, as far as the workbook relates them."""
        return {name: self._targets.get(key, "") for name, key in self._sheets.items()}

    @property
    def sheets(self) -> dict[str, SheetReach]:
        """Name of a sheet to its reach, the same."""
        reach = {name.lower(): reach for name, reach in self.reach.items()}
        return {name: reach[member.lower()] for name, member in self.members.items() if member.lower() in reach}

    def check(self) -> None:
        """Refuse sheets that reach too far, and texts that repeat until they fill the memory.

        Raises
        ------
        PackageError
            With the sheet and the way out.
        """
        source, names = self._source, {id(reach): name for name, reach in self.sheets.items()}
        for member, reach in self.reach.items():
            reach.check(source, names.get(id(reach), member))
        if sum(reach.rows * reach.columns for reach in self.reach.values()) > source.limits.cells:
            source.refuse(
                "has sheets that are too large together", "leave only the sheet of the table, or save it as CSV UTF-8"
            )
        self._texts.check(self._bytes)

    def look(self, member: str, piece: bytes) -> None:
        """Take the next piece of a member; an empty one ends it.

        Raises
        ------
        PackageError
            It is not what a reader may be given.
        """
        if member != self._member:
            self._begin(member)
        self._bytes += len(piece)
        self._fed += len(piece)
        if not self._broken:
            try:
                self._parser.Parse(piece, not piece)
            except expat.ExpatError as err:
                if member.lower().endswith((".xml", ".rels")):
                    why = f"is not well-formed XML ({expat.ErrorString(err.code)})"
                    self._source.refuse(why, _AGAIN, value=member)
                self._broken = True  # a picture, say
            if self._fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
                self._source.refuse("holds a tag that is too long", _AGAIN, value=member)
        if self._broken:
            if _MARK.search(self._tail + piece):
                self._source.refuse("holds cells in a part that is no XML", _AGAIN, value=member)
            self._tail = piece[-64:]
        if not piece:
            self._begin("")

    def _begin(self, member: str) -> None:
        self._member, self._fed, self._broken, self._tail = member, 0, False, b""
        self._row, self._column, self._kind, self._row_text = 0, 0, "", ""
        self._reach: SheetReach | None = None
        self._parts: list[str] | None = None
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = self._doctype

    def _doctype(self, *_: object) -> None:
        way = "remove the DOCTYPE: it could make the file huge or fetch others"
        self._source.refuse("declares a document type or entities", way, value=self._member)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            self._kind, place = attributes.get("t", ""), attributes.get("r")
            self._column += 1
            if place is None:
                self._at = self._row
            elif place.endswith(self._row_text) and (column := self._known.get(place[: -len(self._row_text)])):
                self._column, self._at = column, self._row
            else:
                self._place(place)
        elif name in ("v", "is"):
            if self._reach is not None:
                self._fill(self._reach)
                if name == "v" and self._kind in ("s", "e"):
                    self._listen()
        elif name == "row":
            self._enter(attributes.get("r"))
        elif name == "si":
            self._listen()
        elif name == "sst":
            self._texts.claim(attributes)
        elif name == "sheetData":
            self._reach = self.reach.setdefault(self._member, SheetReach())
        elif name == "sheet" and self._member.lower() == "xl/workbook.xml":
            key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            self._sheets[attributes.get("name", "")] = key
        elif name == "Relationship" and self._member.lower() == "xl/_rels/workbook.xml.rels":
            target = attributes.get("Target", "").replace("\\", "/")
            target = target[1:] if target.startswith("/") else target if target.startswith("xl/") else f"xl/{target}"
            self._targets[attributes.get("Id", "")] = target

    def _end(self, name: str) -> None:
        if self._parts is None:
            return
        if ":" in name:
            name = name.rpartition(":")[2]
        if name not in ("v", "si"):
            return
        parts, self._parts, self._parser.CharacterDataHandler = self._parts, None, None
        if name == "si":
            self._texts.add(sum(map(len, parts)))
        elif self._kind == "s":
            self._texts.use("".join(parts))
        elif self._reach is not None:
            self._reach.errors[self._at, self._column] = "".join(parts).strip()[:20]

    def _listen(self) -> None:
        self._parts = []
        self._parser.CharacterDataHandler = self._parts.append

    def _enter(self, row: str | None) -> None:
        """Begin a row: one without a number follows the last."""
        self._column = 0
        if row is None:
            self._row += 1
        elif row.isascii() and row.isdigit() and len(row) <= 10:
            self._row = int(row)
        else:
            self._source.refuse("names a row that no sheet has", _AGAIN, value=row)
        self._row_text = str(self._row)

    def _place(self, place: str) -> None:
        found = _PLACE.fullmatch(place)
        if not found:
            self._source.refuse("names a cell that no sheet has", _AGAIN, value=place)
        column = 0
        for letter in found[1].upper():
            column = column * 26 + ord(letter) - 64
        if len(self._known) < 20_000:
            self._known[found[1]] = column
        self._column, self._at = column, int(found[2])

    def _fill(self, reach: SheetReach) -> None:
        reach.filled += 1
        if self._at > reach.rows:
            reach.rows = self._at
            reach.filled_rows += 1
        if self._column > reach.columns:
            reach.columns = self._column
