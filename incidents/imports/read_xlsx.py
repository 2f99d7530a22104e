"""Read an Excel workbook: cells as they are, never as a spreadsheet would show them."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

import numpy as np

from incidents.imports.check_zip import check_zip
from incidents.imports.midnights import Midnights
from incidents.imports.options import Options
from incidents.imports.raw import Columns, Raw, header_names
from incidents.imports.sheet_reach import SheetReach
from incidents.imports.sheet_survey import SheetSurvey
from incidents.imports.shown_hours import shown_hours
from incidents.imports.source import Source
from incidents.imports.suggest import suggest
from incidents.imports.unclear import written_cells
from incidents.plain_number import decimal
from incidents.tables import EVENTS, TABLES

_ABOUT = "about"
_LEAST_COLUMNS = 3
"""A sheet with fewer holds notes, not a table of events: that needs five columns, of which some may be given as one value for all rows."""


def _text(value: Any) -> str:
    """Return a cell as text: whole numbers without a point, dates in ISO 8601 (a time without Z: a cell has no zone), one of 00:00 as a day for now."""
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


def read_xlsx(source: Source, options: Options) -> dict[str, Raw]:
    """Read the events and, when sheets are named as tables of a package, these too.

    Parameters
    ----------
    source : Source
        The workbook.
    options : Options
        Which columns are which: the precision of a row tells whether a cell of 00:00 is a time.

    Returns
    -------
    dict of str to Raw
        ``events`` (the sheet of that name, else the first that is wide enough for a table; hidden sheets only where all are) and other tables.

    Raises
    ------
    PackageError
        It cannot be read, or is not safe to read.
    """
    import python_calamine

    survey = SheetSurvey(source)
    check_zip(source, look=survey.look)
    survey.check()
    settled = {}
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(source.read()))
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
        if not sheets:
            source.refuse("holds no sheet with cells", "choose a workbook with a table")
        names = [sheet.name for sheet in sheets]
        hidden = {sheet.name for sheet in sheets if sheet.visible != python_calamine.SheetVisibleEnum.Visible}
        seen = [name for name in names if name not in hidden] or names
        main = "events" if "events" in seen else _first_table(seen, survey.sheets)
        wanted = {"events": main} | {name: name for name in TABLES if name in names and main == "events"}
        known = survey.sheets
        tables = {}
        for table, name in wanted.items():
            errors = known[name].errors if name in known else {}
            tables[table], settled[table] = _sheet(source, book, name, table, errors)
    except (python_calamine.CalamineError, OSError, ValueError) as err:
        source.refuse(f"cannot be read as a workbook ({str(err)[:80]})", "save it again as .xlsx, or as CSV UTF-8")
    except BaseException as err:
        if type(err).__name__ != "PanicException":  # what a fault in the Rust of the reader becomes
            raise
        source.refuse("cannot be read as a workbook", "save it again as .xlsx, or as CSV UTF-8")
    events = tables["events"]
    _settle(
        events, settled["events"], options, lambda places: shown_hours(source, survey.members.get(main, ""), places)
    )
    left = [name for name in names if name not in {*wanted.values(), _ABOUT}]
    for said, some in (
        ("hidden sheets taken", [name for name in wanted.values() if name in hidden]),
        ("sheets not taken", [name for name in left if name not in hidden]),
        ("hidden sheets not taken", [name for name in left if name in hidden]),
    ):
        events.facts |= {said: ", ".join(some)} if some else {}
    ours = _ABOUT in names and list(events.frame)[: len(EVENTS.columns)] == [c.name for c in EVENTS.columns]
    for raw in tables.values():
        raw.ours = ours
    return tables


def _settle(
    raw: Raw, midnights: Midnights, options: Options, shown: Callable[[Collection[int]], dict[int, list[int]]]
) -> None:
    """Tell the midnights of the events from days, and say where only the other cells of the column told them."""
    mapping = options.mapping
    fields = suggest(name for name in raw.frame if name not in mapping) | dict(mapping)
    guessed = midnights.settle(raw.frame, raw.rows, fields=fields, fixed=options.fixed, shown=shown)
    if guessed:
        told = ", ".join(f"{name} {n}" for name, n in guessed.items())
        raw.facts["cells of 00:00 taken as times, as others of the column have one"] = told


def _first_table(names: list[str], known: dict[str, SheetReach]) -> str:
    """Return the first sheet that is wide enough for a table, else the first that is not the description of one of our exports."""
    own = [name for name in names if name.lower() != _ABOUT]
    wide = (name for name in own if name in known and known[name].columns >= _LEAST_COLUMNS)
    return next(wide, own[0] if own else names[0])


def _sheet(
    source: Source, book: Any, name: str, table: str, errors: dict[tuple[int, int], str]
) -> tuple[Raw, Midnights]:
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
    columns, width, written, midnights = Columns(names), len(names), set(), Midnights()
    broken: set[tuple[int, str]] = set()
    for row, cells in rows:
        for column, word in failed.pop(row, {}).items():
            cells[column : column + 1] = [word]  # the reader takes an error for an empty cell
            if column < width:
                broken.add((row, names[column]))
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
        for place, cell in enumerate(cells[:width]):
            if isinstance(cell, date):
                midnights.note(place, cell, len(columns))
        columns.add([_text(cell) for cell in cells[:width]], row)
        written.update(written_cells(zip(names, cells, strict=False), row))
    frame, at = columns.done()
    facts = {"format": "xlsx", "sheet": name} if table == "events" else {}
    return Raw(frame, np.asarray(at), len(frame), facts, written=written, broken=broken), midnights
