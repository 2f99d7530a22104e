"""Rows of a table as dicts that JSON can hold."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from incidents.schema import Table

INSTANT = "%Y-%m-%dT%H:%M:%SZ"


def number(value: float) -> int | float | None:
    """Return a number as JSON writes it best: whole ones without a point, None for NaN."""
    if value != value:
        return None
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def records(frame: pd.DataFrame, table: Table) -> list[dict[str, Any]]:
    """Return each row as a dict of the table's columns; text stays text, empty numbers are None."""
    columns = [
        [number(value) for value in frame[column.name].tolist()] if column.is_number else frame[column.name].tolist()
        for column in table.columns
    ]
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def times(frame: pd.DataFrame) -> list[dict[str, str]]:
    """Return `earliest` and `latest` of each event as UTC text, the half-open interval in which it could have happened."""
    pairs = [frame[name].dt.strftime(INSTANT).tolist() for name in ("earliest", "latest")]
    return [{"earliest": first, "latest": last} for first, last in zip(*pairs, strict=True)]


def to_bytes(content: Any) -> bytes:
    """Return JSON as UTF-8, compact, with a line feed at the end; NaN is refused."""
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()
