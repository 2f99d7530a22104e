"""The tables of one package, read and checked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from incidents.errors import Problem
from incidents.frame_index import FrameIndex
from incidents.shared_table import SharedTable, frozen
from incidents.tables import TABLES

Row = dict[str, Any]
MOST_ROWS_KEPT = 1024


@dataclass(frozen=True, eq=False)
class Package:
    """All tables of a package. The DataFrames refuse to be changed: they are shared.

    Text columns hold str, "" for empty. Number columns hold float64, NaN for empty.

    Attributes
    ----------
    events : DataFrame
        Columns of events.csv and `earliest`, `latest`: the half-open interval in UTC in which the event could have happened.
        Sorted by `earliest` and `event_id`, numbered from 0. Positions are WGS 84 degrees.
    sources, claims, relations, updates, flows, watchlist, assessments : DataFrame
        Columns of their files, in the order of the file.
    problems : tuple of Problem
        What was left out and why (lenient reading), and warnings.
    path : Path
        Folder of the package.
    descriptor : mapping
        Content of datapackage.json, empty when there is none.
    """

    events: pd.DataFrame
    sources: pd.DataFrame
    claims: pd.DataFrame
    relations: pd.DataFrame
    updates: pd.DataFrame
    flows: pd.DataFrame
    watchlist: pd.DataFrame
    assessments: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    path: Path = Path()
    descriptor: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in TABLES:
            if not isinstance(frame := getattr(self, name), SharedTable):
                object.__setattr__(self, name, SharedTable(frame))
        object.__setattr__(self, "descriptor", frozen(self.descriptor))
        index = FrameIndex.of(self.events)
        index.claims, index.dated = self.claims, ((self.sources, "published"), (self.updates, "date"))

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits of a SHA-256 over the content of all tables."""
        digest = hashlib.sha256()
        for name, table in TABLES.items():
            frame = getattr(self, name)
            for column in table.columns:
                values = frame[column.name]
                digest.update(f"\x1e{name}.{column.name}\x1e".encode())
                if column.is_number:
                    numbers = values.to_numpy(dtype="<f8") + 0.0
                    numbers[np.isnan(numbers)] = np.nan
                    digest.update(numbers.tobytes())
                else:
                    digest.update("\x1f".join(values.tolist()).encode())
        return digest.hexdigest()[:12]

    @property
    def created(self) -> str:
        """When the package was made: an ISO date or UTC time that datapackage.json gives, otherwise ""."""
        given = str(self.descriptor.get("created", ""))
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?", given):
            return ""
        try:
            date.fromisoformat(given[:10])
        except ValueError:
            return ""
        return given

    @property
    def licence(self) -> str:
        """Name of the first licence in datapackage.json, or ""."""
        licences = self.descriptor.get("licenses")
        first = licences[0] if isinstance(licences, tuple) and licences else {}
        return str(first.get("name", "")) if isinstance(first, Mapping) else ""

    def event(self, event_id: str) -> Row | None:
        """Return one event as a dict (numbers None when empty), or None when there is no such event."""
        at = self.place_of(event_id)
        return None if at is None else self._row("events", at)

    def place_of(self, event_id: str) -> int | None:
        """Return the position of an event in `events`, or None when there is no such event."""
        return self._places.get(event_id)

    def sources_of(self, event_id: str) -> list[Row]:
        """Return the sources of an event, in the order of the file."""
        return self._children("sources", event_id)

    def claims_of(self, event_id: str) -> list[Row]:
        """Return the claims about an event, in the order of the file."""
        return self._children("claims", event_id)

    def updates_of(self, event_id: str) -> list[Row]:
        """Return the history of an event, in the order of the file (`date` may be empty, a year or a month)."""
        return self._children("updates", event_id)

    def relations_of(self, event_id: str) -> list[Row]:
        """Return the relations of an event in both directions.

        Returns
        -------
        list of dict
            The columns of relations.csv and ``other`` (id of the other event) and ``direction``: ``to`` when this event is
            part of, responds to or follows the other, ``from`` when the other does so to this one.
        """
        ahead = [
            row | {"other": row["related_event_id"], "direction": "to"} for row in self._children("relations", event_id)
        ]
        behind = self._children("relations", event_id, column="related_event_id")
        return ahead + [row | {"other": row["event_id"], "direction": "from"} for row in behind]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {event_id: at for at, event_id in enumerate(self.events["event_id"].tolist())}

    @cached_property
    def _groups(self) -> dict[tuple[str, str], Mapping[str, np.ndarray]]:
        return {}

    @cached_property
    def _rows(self) -> dict[tuple[str, int], Row]:
        return {}

    @cached_property
    def _columns(self) -> dict[str, list[tuple[str, Any]]]:
        return {}

    def _row(self, table: str, at: int) -> Row:
        """Return one row as a dict; an empty number is None. The last ones are kept: a screen asks for three hundred, again and again."""
        row = self._rows.get((table, at))
        if row is None:
            if len(self._rows) >= MOST_ROWS_KEPT:
                self._rows.clear()
            row = self._rows[(table, at)] = self._read_row(table, at)
        return dict(row)

    def _read_row(self, table: str, at: int) -> Row:
        """Return one row from the table. Columns are looked up once a table: that is slow in pandas."""
        columns = self._columns.get(table)
        if columns is None:
            frame = getattr(self, table)
            columns = self._columns[table] = [(str(name), frame[name].array) for name in frame.columns]
        return {name: _plain(values[at]) for name, values in columns}

    def _children(self, table: str, event_id: str, *, column: str = "event_id") -> list[Row]:
        frame = getattr(self, table)
        groups = self._groups.get((table, column))
        if groups is None:
            groups = self._groups[(table, column)] = frame.groupby(column, sort=False).indices
        return [self._row(table, at) for at in groups.get(event_id, ())] if event_id else []


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return None if np.isnan(value) else float(value)
    return value
