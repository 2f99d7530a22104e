"""The records of a JSON file, one at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from incidents.imports.detect import encoding_mark
from incidents.imports.source import Source

_FIRST_LOOK = 16_384
_LONGEST_INTEGER = 400


def _decoder(twice: list[str]) -> json.JSONDecoder:
    """Return a decoder that takes NaN and numbers of any length as they stand, so that the check of the cell names them, and notes keys that one object gives twice."""

    def paired(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            twice.append(next(name for name in names if names.count(name) > 1))
        return found

    return json.JSONDecoder(
        object_pairs_hook=paired, parse_int=lambda text: int(text) if len(text) <= _LONGEST_INTEGER else text
    )


def json_text(source: Source) -> str:
    """Return the text of a file in UTF-8, or in what its mark names."""
    data = source.read()
    try:
        return data.decode(encoding_mark(data[:4]) or "utf-8").lstrip("\ufeff")
    except UnicodeError:
        source.refuse("is not UTF-8", "JSON is UTF-8: save it again")


def records_of(source: Source, text: str, key: str) -> Iterator[tuple[Any, int, str]]:
    """Yield each record of the list under a key, without building the whole; its number counts from 2 as in a table; and a key that it gives twice."""
    found = re.search(rf'"{key}"\s*:\s*\[', text)
    if not found:
        source.refuse(f"has no list named {key}", "GeoJSON has features; JSON of this project has events")
    at, limit, row = found.end(), source.limits.row_chars, 1
    twice: list[str] = []
    decoder = _decoder(twice)
    while True:
        at = re.compile(r"[\s,]*").match(text, at).end()
        if text[at : at + 1] == "]":
            return
        row += 1
        if row - 1 > source.limits.rows:
            source.refuse(
                f"has more than {source.limits.rows} records", "split the file, or raise the limit (rows)", row=row
            )
        try:
            twice.clear()
            try:
                record, used = decoder.raw_decode(text[at : at + _FIRST_LOOK])
            except ValueError:
                twice.clear()
                record, used = decoder.raw_decode(text[at : at + limit])
        except (ValueError, RecursionError):
            what = "is cut off, no JSON here, or a record that is too long or nested too deep"
            source.refuse(
                what, f"save it again; keep records to at most {limit} characters", row=row, value=text[at : at + 60]
            )
        at += used
        yield record, row, twice[0] if twice else ""
