"""Events and what belongs to them as an Excel workbook."""

from __future__ import annotations

import io
import json
from datetime import datetime
from typing import Any

import pandas as pd

from incidents.export.metadata import metadata
from incidents.filter import EVERYTHING, Filter, filter_events
from incidents.neutral import neutralise
from incidents.package import Package
from incidents.schema import Table
from incidents.subset import subset
from incidents.tables import TABLES

MOST_ROWS = 1_048_575  # a sheet has 1 048 576, one is the header
ABOUT = "about"
_WIDE = {"title": 50, "summary": 60, "text": 60, "note": 60, "url": 50}


def export_xlsx(package: Package, *, filter: Filter = EVERYTHING) -> bytes:
    """Return the events as an Excel workbook with a sheet for each table.

    Parameters
    ----------
    package : Package
        Where the rows come from.
    filter : Filter, default everything
        What chooses them.

    Returns
    -------
    bytes
        Sheet ``about`` (filter, period, version, licence), ``events`` and the tables of `incidents.subset`. Headers are frozen, numbers are numbers
        (to 16 digits), `earliest` and `latest` are dates with time in UTC; `start` and `end` stay text, because a date cell could not say
        whether the hour is known. Text is neutralised as in CSV; nothing is a formula or a link.

    Raises
    ------
    ValueError
        There are more rows than a sheet can hold.
    OSError
        The sheets, which are put together in temporary files, cannot be written.
    """
    import xlsxwriter

    events = filter_events(package.events, filter)
    if len(events) > MOST_ROWS:
        raise ValueError(f"xlsx: {len(events)} rows, a sheet holds {MOST_ROWS}; filter more, or take csv or parquet")
    part = subset(package, events)
    out = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    try:
        with xlsxwriter.Workbook(out, options) as book:
            book.set_properties({"title": "Recorded events", "created": datetime(1980, 1, 1)})
            styles = {
                "head": book.add_format({"bold": True}),
                "time": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
            }
            _about(book.add_worksheet(ABOUT), metadata(package, filter=filter, n=len(events)), styles["head"])
            for name, table in TABLES.items():
                _sheet(book.add_worksheet(name), getattr(part, name), table, styles)
    except xlsxwriter.exceptions.FileCreateError as err:
        raise OSError(*err.args[0].args) from err
    return out.getvalue()


def _about(sheet: Any, about: dict[str, Any], bold: Any) -> None:
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 100)
    for row, (name, value) in enumerate(about.items()):
        sheet.write_string(row, 0, name, bold)
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        sheet.write_string(row, 1, neutralise(pd.Series([text], dtype="str")).iat[0])


def _sheet(sheet: Any, frame: pd.DataFrame, table: Table, styles: dict[str, Any]) -> None:
    times = [name for name in ("earliest", "latest") if name in frame]
    names = [column.name for column in table.columns] + times
    for at, name in enumerate(names):
        sheet.set_column(at, at, _WIDE.get(name, 18), styles["time"] if name in times else None)
        sheet.write_string(0, at, name, styles["head"])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(frame), len(names) - 1)
    cells: list[list[Any]] = [
        frame[column.name].tolist() if column.is_number else neutralise(frame[column.name]).tolist()
        for column in table.columns
    ]
    cells += [frame[name].dt.tz_localize(None).dt.to_pydatetime().tolist() for name in times]
    kinds = ["number" if column.is_number else "text" for column in table.columns] + ["time"] * len(times)
    for row, values in enumerate(zip(*cells, strict=True), start=1):
        for at, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            if kind == "number":
                if value == value:
                    sheet.write_number(row, at, value)
            elif kind == "time":
                sheet.write_datetime(row, at, value, styles["time"])
            elif value:
                sheet.write_string(row, at, value)
