"""Events as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import numpy as np
import pandas as pd

from incidents.export.page import Page
from incidents.filter import EVERYTHING, Filter, filter_mask
from incidents.neutral import neutralise
from incidents.package import Package
from incidents.plain_number import decimals
from incidents.schema import Table
from incidents.tables import EVENTS

CHUNK = 20_000


def table_chunks(
    frame: pd.DataFrame, table: Table, *, neutral: bool, at: np.ndarray | None = None, rows: int = CHUNK
) -> Iterator[bytes]:
    """Yield a table as RFC 4180 CSV in UTF-8, some thousand rows at a time, so that memory does not grow with the table.

    Parameters
    ----------
    frame : DataFrame
        The rows.
    table : Table
        Its declaration: the columns and their order.
    neutral : bool
        Whether text that a spreadsheet could run gets an apostrophe in front (`incidents.neutral`).
    at : ndarray of int, optional
        Positions of the rows to write. Default: all.
    rows : int, default 20 000
        Rows in one chunk.
    """
    n = len(frame) if at is None else len(at)
    for first in range(0, max(n, 1), rows):
        part = frame.iloc[first : first + rows] if at is None else frame.iloc[at[first : first + rows]]
        columns = [
            decimals(part[column.name].tolist())
            if column.is_number
            else (neutralise(part[column.name]) if neutral else part[column.name]).tolist()
            for column in table.columns
        ]
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")  # with "\n" alone a lone "\r" would stand unquoted
        if first == 0:
            writer.writerow([column.name for column in table.columns])
        writer.writerows(zip(*columns, strict=True))
        yield out.getvalue().encode()


def csv_chunks(
    package: Package, *, filter: Filter = EVERYTHING, page: Page | None = None, rows: int = CHUNK
) -> Iterator[bytes]:
    """Yield the bytes of `export_csv`, or of one page of it, some thousand rows at a time, for streaming; memory stays bounded at any number of rows."""
    at = np.flatnonzero(filter_mask(package.events, filter))
    if page is not None:
        at = at[page.slice]
    return table_chunks(package.events, EVENTS, neutral=True, at=at, rows=rows)


def export_csv(package: Package, *, filter: Filter = EVERYTHING) -> bytes:
    """Return the events as RFC 4180 CSV in UTF-8 (no byte order mark, CRLF).

    Parameters
    ----------
    package : Package
        Where the rows come from.
    filter : Filter, default everything
        What chooses them.

    Returns
    -------
    bytes
        The columns of events.csv in their order. Text that a spreadsheet could run is neutralised (`incidents.neutral`); numbers are not touched.
        A CSV has no place for metadata: `incidents.export.csv_description` is the file beside it, and `incidents.export.file_name` puts them in its name too.
    """
    return b"".join(csv_chunks(package, filter=filter))
