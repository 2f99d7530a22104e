"""Read one table as text, from CSV or Parquet, and say what in its form is wrong."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import numpy as np
import pandas as pd

from incidents.errors import Problem
from incidents.schema import Table

LONGEST_FIELD = 131_072  # the limit of the csv module
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


@dataclass
class RawTable:
    """A table as it stands in the file.

    Attributes
    ----------
    frame : DataFrame
        Every column of the schema as text, "" for empty; numbers of a Parquet file as float64.
    rows : ndarray of int
        For each row of `frame` its row in a spreadsheet (the header is row 1).
    problems : list of Problem
        What is wrong with the form of the file.
    readable : bool
        False when the file is missing or no row of it can be trusted; `frame` is then empty.
    file : str
        Name of the file that was read.
    """

    frame: pd.DataFrame
    rows: np.ndarray
    file: str
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True


class _UnreadableError(Exception):
    """No row of the file can be trusted; carries the problem."""

    def __init__(
        self, message: str, way_out: str, *, row: int | None = None, column: str | None = None, value: str = ""
    ) -> None:
        super().__init__(message)
        self.row, self.column, self.value, self.message, self.way_out = row, column, value, message, way_out


def _closed(err: OSError) -> _UnreadableError:
    return _UnreadableError(f"cannot be opened ({err.strerror})", "check the permissions of the file and its folder")


def _text(path: Path) -> str:
    if not path.exists():
        raise _UnreadableError("there is no such file", "add it, with at least the header row")
    if not path.is_file():
        raise _UnreadableError("is not a file", "put a CSV file in its place")
    try:
        data = path.read_bytes()
    except OSError as err:
        raise _closed(err) from err
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise _UnreadableError(f"is {encoding}, not UTF-8", "save it as CSV UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        row = data.count(b"\n", 0, err.start) + 1
        byte = f"0x{data[err.start]:02x}"
        raise _UnreadableError(
            "is not UTF-8 here", "save the file as CSV UTF-8", row=row, value=f"byte {byte}"
        ) from err


def _records(text: str) -> tuple[list[str], list[list[str]], list[int]]:
    """Split the text into header, records and their rows; blank lines count as rows and are passed over."""
    records, rows, row = [], [], 0
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for row, record in enumerate(reader, start=1):
            if record:
                records.append(record)
                rows.append(row)
    except csv.Error as err:
        if "field larger" in str(err):
            raise _UnreadableError(
                "a field is too long", f"keep fields to at most {LONGEST_FIELD} characters", row=row + 1
            ) from err
        way = "close the quotation marks of this row; a quotation mark inside a field is written twice"
        raise _UnreadableError("quotation marks do not match", way, row=row + 1) from err
    if not records:
        raise _UnreadableError("is empty", "add the header row")
    return records[0], records[1:], rows[1:]


def _header_problems(header: list[str], table: Table, file: str) -> list[Problem]:
    """Return what is wrong with the header; raise where no column can be trusted."""
    seen: set[str] = set()
    for name in header:
        if name in seen:
            raise _UnreadableError("two columns have this name", "keep one of them", row=1, column=name)
        seen.add(name)
    known = table.by_name
    missing = [name for name in known if name not in seen]
    unknown = [name for name in header if name not in known]
    if needed := [name for name in missing if known[name].required]:
        near = get_close_matches(needed[0], unknown, n=1)
        way = f'rename the column "{near[0]}"' if near else "add it to the header and to each row"
        if len(needed) == 1:
            raise _UnreadableError("this column is missing", way, row=1, column=needed[0])
        raise _UnreadableError(f"columns are missing: {', '.join(needed)}", way, row=1)
    problems = [
        Problem(file, 1, name, "", "this column is missing", "add it; its cells may be empty") for name in missing
    ]
    for name in unknown[:20]:
        near = get_close_matches(name, missing, n=1)
        way = f"rename it to {near[0]}" if near else "remove it or give it a name of the schema"
        problems.append(Problem(file, 1, name or "(no name)", "", "this column is not known", way))
    if len(unknown) > 20:
        problems.append(Problem(file, 1, None, "", f"{len(unknown) - 20} more columns are not known", "remove them"))
    return problems


def _from_csv(path: Path, table: Table) -> RawTable:
    header, records, rows = _records(_text(path))
    problems = _header_problems(header, table, path.name)
    width = len(header)
    whole = [len(record) == width for record in records]
    if not all(whole):
        for record, row, good in zip(records, rows, whole, strict=True):
            if not good:
                message = f"this row has {len(record)} fields, the header has {width}"
                way = "add or remove commas; put a field that holds a comma in quotation marks"
                problems.append(Problem(path.name, row, None, record[0], message, way))
        records = [record for record, good in zip(records, whole, strict=True) if good]
        rows = [row for row, good in zip(rows, whole, strict=True) if good]
    by_name = dict(zip(header, zip(*records, strict=True), strict=True)) if records else {}
    empty = ("",) * len(records)
    frame = pd.DataFrame({name: pd.Series(by_name.get(name, empty), dtype="str") for name in table.by_name})
    return RawTable(frame, np.asarray(rows, dtype=np.int64), path.name, problems)


def _from_parquet(path: Path, table: Table) -> RawTable:
    try:
        given = pd.read_parquet(path)
    except Exception as err:  # pyarrow raises many kinds for a broken file
        raise _UnreadableError("cannot be read as Parquet", "write it again with pandas or pyarrow") from err
    problems = _header_problems([str(name) for name in given.columns], table, path.name)
    columns = {}
    for name, column in table.by_name.items():
        values = given[name] if name in given else pd.Series([""] * len(given), dtype="str")
        if column.is_number and pd.api.types.is_numeric_dtype(values):
            columns[name] = values.astype("float64").reset_index(drop=True)
        elif isinstance(values.dtype, pd.CategoricalDtype) or pd.api.types.is_string_dtype(values):
            columns[name] = values.astype("str").fillna("").reset_index(drop=True)
        else:
            raise _UnreadableError(f"this column holds {values.dtype}, not text", "write it as text", column=name)
    return RawTable(pd.DataFrame(columns), np.arange(2, len(given) + 2), path.name, problems)


def read_table(folder: Path, table: Table) -> RawTable:
    """Read one table of a package as text.

    Parameters
    ----------
    folder : Path
        The package.
    table : Table
        Declaration of the table. ``events.parquet`` is read in place of ``events.csv``, and so for each table, when only that exists.

    Returns
    -------
    RawTable
        With ``readable=False`` and one problem when the file is missing or broken as a whole.
    """
    path, parquet = folder / table.file, folder / f"{table.name}.parquet"
    try:
        if parquet.is_file():
            if path.exists():
                raise _UnreadableError(f"stands beside {parquet.name}", "keep one of the two")
            path = parquet
            return _from_parquet(path, table)
        return _from_csv(path, table)
    except (_UnreadableError, OSError) as error:
        err = error if isinstance(error, _UnreadableError) else _closed(error)
        problem = Problem(path.name, err.row, err.column, err.value, err.message, err.way_out)
        empty = pd.DataFrame({name: pd.Series(dtype="str") for name in table.by_name})
        return RawTable(empty, np.empty(0, dtype=np.int64), path.name, [problem], readable=False)
