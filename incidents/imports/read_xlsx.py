"""Read an Excel workbook: cells as they are, never as a spreadsheet would show them."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import numpy as np

from incidents.imports.check_zip import check_zip
from incidents.imports.raw import Columns, Raw, header_names
from incidents.imports.sheet_reach import SheetReach
from incidents.imports.sheet_survey import SheetSurvey
from incidents.imports.source import Source
from incidents.imports.unclear import written_cells
from incidents.plain_number import decimal
from incidents.tables import EVENTS, TABLES

_ABOUT = "about"
_LEAST_COLUMNS = 3
"""A sheet with fewer holds notes, not a table of events: that needs five columns, of which some may be given as one value for all rows."""


def _text(value: Any) -> str:
    """Return a cell as text: whole numbers without a point, dates in ISO 8601 (a time without Z: a cell has no zone)."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return decimal(float(value))
    if isinstance(value, datetime):
        midnight = not (value.hour or value.minute or value.second or value.microsecond)
        return value.date().isoformat() if midnight else value.replace(microsecond=0).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def read_xlsx(source: Source) -> dict[str, Raw]:
    """Read the events and, when sheets are named as tables of a package, these too.

    Parameters
    ----------
    source : Source
        The workbook.

    Returns
    -------
    dict of str to Raw
        ``events`` (the sheet of that name, else the first that is wide enough for a table) and other tables.

    Raises
    ------
    PackageError
        It cannot be read, or is not safe to read.
    """
    import python_calamine

    survey = SheetSurvey(source)
    check_zip(source, look=survey.look)
    survey.check()
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(source.read()))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
        if not names:
            source.refuse("holds no sheet with cells", "choose a workbook with a table")
        main = "events" if "events" in names else _first_table(names, survey.sheets)
        wanted = {"events": main} | {name: name for name in TABLES if name in names and main == "events"}
        known = survey.sheets
        tables = {
            table: _sheet(source, book, name, table, known[name].errors if name in known else {})
            for table, name in wanted.items()
        }
    except (python_calamine.CalamineError, OSError, ValueError) as err:
        source.refuse(f"cannot be read as a workbook ({str(err)[:80]})", "save it again as .xlsx, or as CSV UTF-8")
    except BaseException as err:
        if type(err).__name__ != "PanicException":  # what a fault in the Rust of the reader becomes
            raise
        source.refuse("cannot be read as a workbook", "save it again as .xlsx, or as CSV UTF-8")
    left = [name for name in names if name not in wanted.values() and name != _ABOUT]
    tables["events"].facts |= {"sheets not taken": ", ".join(left)} if left else {}
    ours = _ABOUT in names and list(tables["events"].frame)[: len(EVENTS.columns)] == [c.name for c in EVENTS.columns]
    for raw in tables.values():
        raw.ours = ours
    return tables


def _first_table(names: list[str], known: dict[str, SheetReach]) -> str:
    """Return the first sheet that is wide enough for a table, else the first that is not the description of one of our exports."""
    own = [name for name in names if name.lower() != _ABOUT]
    wide = (name for name in own if name in known and known[name].columns >= _LEAST_COLUMNS)
    return next(wide, own[0] if own else names[0])


def _sheet(source: Source, book: Any, name: str, table: str, errors: dict[tuple[int, int], str]) -> Raw:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None:
        source.refuse(f"the sheet {name} is empty", "add a header row and records")
    rows = enumerate(sheet.to_python(skip_empty_area=False), start=1)
    failed: dict[int, dict[int, str]] = {}
    for (row, column), word in errors.items():
        failed.setdefault(row, {})[column - 1] = word
    first, cells = next(
        (row, cells) for row, cells in rows if any(cell != "" for cell in cells) or row > sheet.start[0]
    )
    header = [_text(cell).strip() for cell in cells]
    while header and header[-1] == "":
        header.pop()
    names, double = header_names(header)
    if double:
        source.refuse(
            f"two columns of the sheet {name} have this name", "rename or remove one of them", row=first, column=double
        )
    columns, width, written = Columns(names), len(names), set()
    for row, cells in rows:
        for column, word in failed.pop(row, {}).items():
            cells[column : column + 1] = [word]  # the reader takes an error for an empty cell
        if all(cell == "" for cell in cells):
            continue
        if any(cell != "" for cell in cells[width:]):
            title = f"; if row {first} is a title, delete it: the first row has the names of the columns"
            source.refuse(
                "holds a value right of the last header",
                f"give its column a header, or remove it{title if width == 1 else ''}",
                row=row,
                file=f"{source.name}: {name}",
            )
        columns.add([_text(cell) for cell in cells[:width]], row)
        written.update(written_cells(zip(names, cells, strict=False), row))
    frame, at = columns.done()
    facts = {"format": "xlsx", "sheet": name} if table == "events" else {}
    return Raw(frame, np.asarray(at), len(frame), facts, written=written)
