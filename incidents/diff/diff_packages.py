"""Rows that were added, changed and removed from one package to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from incidents.export.records import records
from incidents.package import Package
from incidents.schema import Table
from incidents.tables import TABLES

Row = dict[str, Any]


@dataclass(frozen=True)
class Difference:
    """What changed in one table.

    Attributes
    ----------
    table : str
        Its name.
    added, removed : tuple of dict
        Whole rows, in the order of the new and of the old table; empty numbers are None.
    changed : tuple of dict
        ``key`` (the columns of the key) and ``columns`` (for each changed column its ``old`` and ``new`` value), in the order of the new table.
    """

    table: str
    added: tuple[Row, ...]
    changed: tuple[Row, ...]
    removed: tuple[Row, ...]

    @property
    def n(self) -> int:
        """Number of rows that differ."""
        return len(self.added) + len(self.changed) + len(self.removed)


def _by_key(frame: pd.DataFrame, table: Table) -> dict[tuple[str, ...], Row]:
    return {tuple(row[name] for name in table.key): row for row in records(frame, table)}


def _changed(key: tuple[str, ...], old: Row, new: Row, table: Table) -> Row:
    columns = {name: {"old": old[name], "new": value} for name, value in new.items() if old[name] != value}
    return {"key": dict(zip(table.key, key, strict=True)), "columns": columns}


def diff_packages(old: Package, new: Package) -> tuple[Difference, ...]:
    """Compare all tables of two packages, row by row of the same key; the order of rows does not matter.

    Parameters
    ----------
    old, new : Package
        The earlier and the later one.

    Returns
    -------
    tuple of Difference
        One for each table, also where nothing changed.
    """
    found = []
    for name, table in TABLES.items():
        before, after = (_by_key(getattr(package, name), table) for package in (old, new))
        found.append(
            Difference(
                table=name,
                added=tuple(row for key, row in after.items() if key not in before),
                changed=tuple(
                    _changed(key, before[key], row, table)
                    for key, row in after.items()
                    if key in before and before[key] != row
                ),
                removed=tuple(row for key, row in before.items() if key not in after),
            )
        )
    return tuple(found)
