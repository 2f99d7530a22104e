"""Read an Excel workbook: cells as they are, never as a spreadsheet would show them."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import numpy as np

from incidents.imports.check_zip import check_zip
from incidents.imports.raw import Columns, Raw, header_names
from incidents.imports.sheet_survey import SheetSurvey
from incidents.imports.source import Source
from incidents.plain_number import decimal
from incidents.tables import EVENTS, TABLES

_ABOUT = "about"


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
        ``events`` (the sheet of that name, else the first) and other tables.

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
        main = "events" if "events" in names else next((name for name in names if name.lower() != _ABOUT), names[0])
        wanted = {"events": main} | {name: name for name in TABLES if name in names and main == "events"}
        tables = {table: _sheet(source, book, name, table) for table, name in wanted.items()}
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


def _sheet(source: Source, book: Any, name: str, table: str) -> Raw:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    first = next((at for at, row in enumerate(rows) if any(cell != "" for cell in row)), None)
    if first is None:
        source.refuse(f"the sheet {name} is empty", "add a header row and records")
    header = [_text(cell).strip() for cell in rows[first]]
    while header and header[-1] == "":
        header.pop()
    names, double = header_names(header)
    if double:
        source.refuse(
            f"two columns of the sheet {name} have this name",
            "rename or remove one of them",
            row=first + 1,
            column=double,
        )
    if len(rows) > source.limits.rows:
        source.refuse(f"has more than {source.limits.rows} rows", "split the file, or raise the limit (rows)")
    columns, width, strays = Columns(names), len(names), []
    for row in range(first + 1, len(rows)):
        cells = rows[row]
        rows[row] = ()
        if any(cell != "" for cell in cells):
            if any(cell != "" for cell in cells[width:]):
                strays.append(row + 1)
            columns.add([_text(cell) for cell in cells[:width]], row + 1)
    if strays:
        source.refuse(
            "holds a value right of the last header",
            "give its column a header, or remove it",
            row=strays[0],
            file=f"{source.name}: {name}",
        )
    frame, at = columns.done()
    facts = {"format": "xlsx", "sheet": name} if table == "events" else {}
    return Raw(frame, np.asarray(at), len(frame), facts)
