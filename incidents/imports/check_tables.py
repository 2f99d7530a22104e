"""Check the tables beside the events of an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from incidents.check_columns import check_column
from incidents.check_keys import check_keys
from incidents.check_rows import check_rows
from incidents.check_updates import check_updates
from incidents.errors import Problem
from incidents.imports.raw import Raw
from incidents.neutral import restore
from incidents.schema import Table
from incidents.tables import TABLES

_ENDS = {"event_id": "related_event_id", "related_event_id": "event_id"}


class TableCheck:
    """Checks sources, claims and the other tables; rows that are wrong or point to refused events are left out.

    A relation of the nested JSON may lead to an event that the filter of the export left out: it is left out as well, and flagged, not refused.

    Parameters
    ----------
    raws : mapping of str to Raw
        The tables that the file has.
    events : DataFrame
        The accepted events.
    given : collection of str
        Ids of all events of the file, the refused ones too.
    file : str
        Name for the problems.
    partial : bool
        Whether the file may be a part of a package whose relations lead out of it.

    Attributes
    ----------
    tables : dict of str to DataFrame
        The good rows of each table but the events.
    problems : list of Problem
        One for each row and column.
    refused : int
        Rows with an error.
    outside : int
        Relations that lead out of the file.
    """

    def __init__(
        self, raws: Mapping[str, Raw], *, events: pd.DataFrame, given: pd.Series, file: str, partial: bool
    ) -> None:
        self._files = {name: f"{file}: {name}" for name in TABLES}
        self._given = frozenset(given.tolist()) if partial else frozenset()
        self.problems: list[Problem] = []
        self.refused = self.outside = 0
        kept = {"events": events}
        for name, table in TABLES.items():
            if name != "events":
                kept[name] = self._checked(table, raws.get(name), kept)
        self.tables = {name: kept[name] for name in TABLES if name != "events"}

    def _checked(self, table: Table, raw: Raw | None, kept: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
        file, frame = self._files[table.name], _texts(raw, table)
        rows = np.empty(0, dtype=np.int64) if raw is None else raw.rows
        found = [] if raw is None else list(raw.problems)
        message, way = "is an error of the spreadsheet, no value", "mend its formula, or empty the cell"
        for row, name in sorted((raw.broken or ()) if raw is not None else ()):
            if name in table.by_name:
                found.append(Problem(file, row, name, "", message, way))
        columns = {}
        for column in table.columns:
            columns[column.name], some = check_column(column, frame[column.name], file=file, rows=rows)
            found += some
        frame = pd.DataFrame(columns)
        found += check_rows(frame, table, file=file, rows=rows)
        keys = check_keys(frame, table, file=file, rows=rows, kept=kept, left_out={}, files=self._files)
        out: set[int | None] = set()
        if table.name == "relations" and self._given:
            keys = self._leading_out(keys, frame, rows)
            out = {p.row for p in keys if p.severity == "warning"}
        found += keys
        if table.name == "updates":
            found += check_updates(frame, kept["events"], file=file, rows=rows)
        wrong = {p.row for p in found if p.severity == "error"}
        self.refused += len(wrong)
        self.outside += len(out - wrong)
        self.problems += list({(p.row, p.column): p for p in reversed(found)}.values())[::-1]
        bad = np.isin(rows, [row for row in wrong | out if row is not None])
        return frame if not bad.any() else frame[~bad].reset_index(drop=True)

    def _leading_out(self, keys: list[Problem], frame: pd.DataFrame, rows: np.ndarray) -> list[Problem]:
        """Return the problems of the relations, as warnings where one end is an event of the file and the other is not."""
        at = {int(row): place for place, row in enumerate(rows)}
        message = "is not in this file: the relation leads out of it and is left out"
        way = "to keep it, take both events in one file; or correct the id"
        return [
            replace(p, message=message, way_out=way, severity="warning")
            if p.value not in self._given and frame[_ENDS[p.column]].iat[at[p.row]] in self._given
            else p
            for p in keys
        ]


def _texts(raw: Raw | None, table: Table) -> pd.DataFrame:
    """Return the columns of a table, empty where the file has none."""
    n = 0 if raw is None else len(raw.frame)
    columns = {}
    for column in table.columns:
        given = raw is not None and column.name in raw.frame
        values = raw.frame[column.name] if given else pd.Series([""] * n, dtype="str")
        columns[column.name] = restore(values) if given and raw.ours else values
    return pd.DataFrame(columns)
