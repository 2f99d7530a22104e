"""Events as CSV."""

from __future__ import annotations

import csv
import io

import numpy as np

from incidents.filter import EVERYTHING, Filter, filter_events
from incidents.neutral import neutralise
from incidents.package import Package
from incidents.tables import EVENTS


def decimal(value: float) -> str:
    """Return a number in plain decimal digits, as few as give it back exactly; "" for NaN."""
    if value != value:
        return ""
    text = repr(value)
    if "e" in text:
        text = np.format_float_positional(value, trim="-")
    return text.removesuffix(".0").removesuffix(".")


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
        A CSV has no place for metadata: `incidents.export.file_name` puts period and version in the file's name.
    """
    events = filter_events(package.events, filter)
    columns = [
        map(decimal, events[column.name].tolist()) if column.is_number else neutralise(events[column.name]).tolist()
        for column in EVENTS.columns
    ]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in EVENTS.columns])
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue().encode()
