"""Read a package from its folder, check all of it, and raise once."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from incidents.check_columns import check_column
from incidents.check_keys import check_keys
from incidents.check_rows import check_rows, spans
from incidents.check_updates import check_updates
from incidents.errors import PackageError, Problem
from incidents.package import Package
from incidents.read_table import RawTable, read_table
from incidents.schema import Table
from incidents.tables import TABLES

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
VARIABLE = "AIRSPACE_DATA"
DESCRIPTOR = "datapackage.json"


def _folder(path: str | os.PathLike[str] | None) -> Path:
    given = path if path is not None else os.environ.get(VARIABLE) or SEEDS
    folder = Path(given)
    try:
        if folder.is_dir():
            return folder
        what = "is not a folder" if folder.exists() else "there is no such folder"
    except (OSError, ValueError):
        what = "this cannot be a folder"
    where = f" ({VARIABLE})" if path is None and os.environ.get(VARIABLE) else ""
    message = f"{folder}{where}: {what}; name a folder that holds events.csv"
    raise PackageError(message, missing=True, folder=str(folder))


def _descriptor(folder: Path) -> tuple[dict[str, Any], list[Problem]]:
    path = folder / DESCRIPTOR
    try:
        if not path.exists():
            return {}, []
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return found, []
    except (OSError, ValueError, RecursionError):
        pass
    return {}, [Problem(DESCRIPTOR, None, None, "", "is not a JSON object", "correct or remove it", "warning")]


class _Reader:
    """Reads the tables in their order and keeps what later tables need to know of earlier ones."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.frames: dict[str, pd.DataFrame] = {}
        self.kept: dict[str, pd.DataFrame] = {}
        self.left_out: dict[str, dict[str, int | None]] = {}
        self.files: dict[str, str] = {}

    def read(self, table: Table) -> None:
        raw = read_table(self.folder, table)
        self.files[table.name] = raw.file
        problems, columns = list(raw.problems), {}
        for column in table.columns:
            columns[column.name], found = check_column(column, raw.frame[column.name], file=raw.file, rows=raw.rows)
            problems += found
        frame = pd.DataFrame(columns)
        more = check_rows(frame, table, file=raw.file, rows=raw.rows)
        more += check_keys(
            frame, table, file=raw.file, rows=raw.rows, kept=self.kept, left_out=self.left_out, files=self.files
        )
        if table.name == "updates" and "events" in self.kept:
            more += check_updates(frame, self.kept["events"], file=raw.file, rows=raw.rows)
        named = {(problem.row, problem.column) for problem in problems}
        problems += [problem for problem in more if (problem.row, problem.column) not in named]
        self._keep(frame, table, raw, problems)

    def _keep(self, frame: pd.DataFrame, table: Table, raw: RawTable, problems: list[Problem]) -> None:
        order = {column.name: at for at, column in enumerate(table.columns)}
        problems.sort(key=lambda problem: (problem.row or 0, order.get(problem.column or "", -1)))
        self.problems += problems
        bad_rows = [problem.row for problem in problems if problem.severity == "error" and problem.row is not None]
        bad = np.isin(raw.rows, bad_rows)
        good = frame if not bad.any() else frame[~bad].reset_index(drop=True)
        if len(table.key) == 1:
            ids, good_ids = (
                frame.loc[bad, table.key[0]].tolist(),
                set(good[table.key[0]].tolist()) if bad.any() else set(),
            )
            rows = raw.rows[bad].tolist()
            self.left_out[table.name] = {key: row for key, row in zip(ids, rows, strict=True) if key not in good_ids}
        self.frames[table.name] = good
        if raw.readable:
            self.kept[table.name] = good


def read_package(path: str | os.PathLike[str] | None = None, *, strict: bool = True) -> Package:
    """Read and check all tables of a package.

    Parameters
    ----------
    path : path, optional
        Folder with the tables. Default: the environment variable AIRSPACE_DATA, else the `seeds` folder beside this package.
    strict : bool, default True
        True: raise when anything is wrong. False: leave out bad rows and the rows that point to them, name each in
        ``package.problems``, and show the rest; a missing table other than events is empty.

    Returns
    -------
    Package
        ``package.problems`` holds warnings too, which leave nothing out.

    Raises
    ------
    PackageError
        There is no such folder (``missing`` is then True), the events cannot be read, or, when strict, anything is wrong; it carries
        all problems of all tables.
    """
    folder = _folder(path)
    descriptor, problems = _descriptor(folder)
    reader = _Reader(folder)
    for table in TABLES.values():
        reader.read(table)
    problems += reader.problems
    if "events" not in reader.kept:
        reason = next(problem for problem in reader.problems if problem.severity == "error")
        raise PackageError(f"{folder}: the events cannot be read: {reason}", problems=problems, folder=str(folder))
    errors = sum(problem.severity == "error" for problem in problems)
    if strict and errors:
        noun = "problem" if errors == 1 else "problems"
        raise PackageError(f"{folder}: {errors} {noun}", problems=problems, folder=str(folder))
    frames = dict(reader.frames)
    frames["events"] = spans(frames["events"])
    return Package(**frames, problems=tuple(problems), path=folder, descriptor=descriptor)
