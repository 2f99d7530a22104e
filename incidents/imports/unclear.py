"""Cells that hold no value, or one of two: errors of a spreadsheet, and dots that could part thousands where commas are decimal points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from incidents.imports.options import Options
from incidents.schema import Column

Unclear = tuple[np.ndarray, str, Callable[[str], str]]  # mask, message, way out of a value

ERROR_WORDS = (
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA",
    "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!",
)  # fmt: skip
TWO_READINGS = r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+"
_TWO_READINGS = re.compile(TWO_READINGS)


def has_two_readings(value: str) -> bool:
    """Tell whether a number has the form of 1.500, which is 1500 for those who write 1,5."""
    return "." in value and _TWO_READINGS.fullmatch(value) is not None


def written_cells(cells: Iterable[tuple[str, Any]], row: int) -> Iterator[tuple[int, str]]:
    """Yield the row and column of each cell (column and value) that is text and has two readings, in a format that has numbers too."""
    for name, value in cells:
        if isinstance(value, str) and has_two_readings(value):
            yield row, str(name)


def spreadsheet_errors(column: Column, text: pd.Series, broken: np.ndarray | None) -> Iterator[tuple[Unclear, str]]:
    """Yield the cells that are an error of a spreadsheet, with the severity.

    Parameters
    ----------
    column : Column
        Its declaration. In free text a word like #N/A can be meant; nowhere else is it a value.
    text : Series
        Cells as they stand in the file.
    broken : ndarray of bool or None
        Which cells are known to be errors; None: the format cannot tell, so that free text is kept and flagged.
    """
    if pd.api.types.is_numeric_dtype(text):
        return
    words = text.isin(ERROR_WORDS).to_numpy(dtype=bool)
    way = "mend its formula, or empty the cell if nothing is known"
    if column.kind != "text":
        yield (words, "is an error of the spreadsheet, no value", lambda _value: way), "error"
    elif broken is None:
        said = f"{way}; if the text is meant, leave it"
        yield (words, "may be an error of a spreadsheet; it is taken as text", lambda _value: said), "warning"
    else:
        yield (words & broken, "is an error of the spreadsheet, no value", lambda _value: way), "error"


def unclear(column: Column, text: pd.Series, options: Options, written: np.ndarray | None) -> Iterator[Unclear]:
    """Yield what cannot be taken as it stands.

    A dot is unclear only where both readings are possible: 54.687 is a latitude, for 54687 is none.

    Parameters
    ----------
    column : Column
        Its declaration.
    text : Series
        Cells as they stand in the file; numbers are clear.
    options : Options
        Whether commas are decimal points.
    written : ndarray of bool or None
        Which cells are text in a format that has numbers too; None: all are.
    """
    if pd.api.types.is_numeric_dtype(text):
        return
    if column.is_number and options.decimal_comma:
        mask = text.str.fullmatch(TWO_READINGS).to_numpy(dtype=bool).copy()
        if written is not None:
            mask &= written
        for at in np.flatnonzero(mask):
            mask[at] = _possible(column, text.iat[at])
        yield mask, "could be a number of thousands or a decimal number", _both


def _possible(column: Column, value: str) -> bool:
    whole = int(value.replace(".", ""))
    low, high = column.minimum, column.maximum
    return (low is None or whole >= low) and (high is None or whole <= high)


def _both(value: str) -> str:
    whole, parts = value.replace(".", ""), value.count(".")
    return f"write {whole} or {value.replace('.', ',')}" if parts == 1 else f"write {whole}"
