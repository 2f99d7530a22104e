"""A difference of packages in lines of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from incidents.diff.diff_packages import Difference, Row
from incidents.errors import shown
from incidents.tables import TABLES

_LONGEST = 60
_SAID_BY = ("title", "commodity", "publisher", "text", "note", "relation")
"""Columns that tell a reader what a row is about, the first that a table has."""


def _value(value: Any) -> str:
    if value is None or value == "":
        return "empty"
    return f"“{shown(value, limit=_LONGEST)}”" if isinstance(value, str) else f"{value:.15g}"


def _key(row: Row, table: str) -> str:
    return " → ".join(shown(row[name]) for name in TABLES[table].key)


def _about(row: Row) -> str:
    name = next((name for name in _SAID_BY if row.get(name)), "")
    return f": {shown(row[name], limit=_LONGEST)}" if name else ""


def _lines(found: Difference) -> Iterator[str]:
    yield f"{found.table}: {len(found.added)} added, {len(found.changed)} changed, {len(found.removed)} removed"
    for row in found.added:
        yield f"  + {_key(row, found.table)}{_about(row)}"
    for row in found.changed:
        changes = "; ".join(
            f"{name} {_value(pair['old'])} → {_value(pair['new'])}" for name, pair in row["columns"].items()
        )
        yield f"  ~ {_key(row['key'], found.table)}: {changes}"
    for row in found.removed:
        yield f"  - {_key(row, found.table)}{_about(row)}"


def diff_words(found: Iterable[Difference]) -> list[str]:
    """Return lines: each changed table with its counts, then ``+`` added, ``~`` changed (column, old → new value), ``-`` removed rows."""
    lines = [line for each in found if each.n for line in _lines(each)]
    return lines or ["No row of any table differs."]
