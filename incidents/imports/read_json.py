"""Read GeoJSON, and the nested JSON of `export --format json`, one record at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from incidents.errors import Problem
from incidents.imports.detect import encoding_mark
from incidents.imports.raw import Columns, Raw
from incidents.imports.source import Source
from incidents.plain_number import decimal
from incidents.tables import EVENTS, TABLES

_CHILDREN = ("sources", "claims", "relations", "updates")
_FIRST_LOOK = 16_384
_MOST_PROBLEMS = 1000


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def _json_text(source: Source) -> str:
    data = source.read()
    try:
        return data.decode(encoding_mark(data[:4]) or "utf-8").lstrip("\ufeff")
    except UnicodeError:
        source.refuse("is not UTF-8", "JSON is UTF-8: save it again")


def _list_of(source: Source, text: str, key: str) -> Iterator[tuple[Any, int]]:
    """Yield each record of the list under a key, without building the whole; its number counts from 2 as in a table."""
    found = re.search(rf'"{key}"\s*:\s*\[', text)
    if not found:
        source.refuse(f"has no list named {key}", "GeoJSON has features; JSON of this project has events")
    at, limit, row = found.end(), source.limits.row_chars, 1
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
            try:
                record, used = _DECODER.raw_decode(text[at : at + _FIRST_LOOK])
            except ValueError:
                record, used = _DECODER.raw_decode(text[at : at + limit])
        except (ValueError, RecursionError):
            what = "is cut off, no JSON here, or a record that is too long or nested too deep"
            source.refuse(
                what, f"save it again; keep records to at most {limit} characters", row=row, value=text[at : at + 60]
            )
        at += used
        yield record, row


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode() if not value.isprintable() and _lone(value) else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int) and abs(value) < 10**15:
        return str(value)
    if isinstance(value, int | float):
        return decimal(float(value)) if abs(value) < 1e300 else str(value)[:100]
    return json.dumps(value, ensure_ascii=False)


def _lone(value: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in value)


def read_geojson(source: Source, *, progress: Callable[[float], None] = lambda _done: None) -> Raw:
    """Read the points of a FeatureCollection (RFC 7946: WGS 84, longitude first).

    Returns
    -------
    Raw
        The properties, longitude and latitude; the id of a feature as ``event_id`` where the properties have none. Features without a point, or
        that are no features, are problems.
    """
    text, records, names, problems, given = _json_text(source), [], {}, [], 0
    if re.search(r'"crs"\s*:', text[:5000]) and not re.search(r"CRS84|4326", text[:5000]):
        source.refuse(
            "names a reference system other than WGS 84", "convert it to EPSG:4326 and save it again", column="crs"
        )
    for feature, row in _list_of(source, text, "features"):
        given += 1
        record, message = _feature(feature)
        if message:
            if len(problems) < _MOST_PROBLEMS:
                problems.append(
                    Problem(source.name, row, "geometry", "", message, "give it a point of longitude and latitude")
                )
            continue
        names |= dict.fromkeys(record)
        if len(names) > source.limits.columns:
            source.refuse(
                f"has more than {source.limits.columns} properties",
                "remove some, or raise the limit (columns)",
                row=row,
            )
        records.append((record, row))
        if given % 10_000 == 0:
            progress(min(given * 500 / len(text), 0.9))
    columns = Columns(names or EVENTS.by_name)  # without records there is no column to miss
    for record, row in records:
        columns.add([record.get(name, "") for name in columns.names], row)
    frame, rows = columns.done()
    return Raw(frame, rows, given, {"format": "geojson"}, problems)


def _feature(feature: Any) -> tuple[dict[str, str], str]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return {}, "is not a Feature"
    geometry = feature.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return {}, "has no point"
    if not isinstance(point, list) or len(point) < 2 or not all(isinstance(n, int | float) for n in point[:2]):
        return {}, "has a point without two numbers"
    properties = feature.get("properties")
    record = {str(name): _cell(value) for name, value in properties.items()} if isinstance(properties, dict) else {}
    if feature.get("id") is not None:
        record.setdefault("event_id", _cell(feature["id"]))
    return record | {"longitude": _cell(point[0]), "latitude": _cell(point[1])}, ""


def read_json(source: Source) -> dict[str, Raw]:
    """Read what `export --format json` writes: events with their sources, claims, relations and updates."""
    text = _json_text(source)
    records: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in _CHILDREN}
    events, names = [], {}
    for event, row in _list_of(source, text, "events"):
        if not isinstance(event, dict):
            source.refuse("is not an event", "each event is an object", row=row)
        for name in _CHILDREN:
            for child in event.pop(name, None) or ():
                if isinstance(child, dict):
                    records[name].setdefault(json.dumps(child, sort_keys=True), child)
        names |= dict.fromkeys(map(str, event))
        events.append((event, row))
    tables = {"events": _table(names, events, {"format": "json"})}
    for name, found in records.items():
        kept = list(found.values())
        if kept:
            columns = dict.fromkeys(column.name for column in TABLES[name].columns)
            tables[name] = _table(columns, [(child, row) for row, child in enumerate(kept, start=2)], {})
    return tables


def _table(names: dict[str, None], records: list[tuple[dict[str, Any], int]], facts: dict[str, str]) -> Raw:
    columns = Columns(names or EVENTS.by_name)  # without records there is no column to miss
    for record, row in records:
        columns.add([_cell(record.get(name)) for name in columns.names], row)
    frame, rows = columns.done()
    return Raw(frame, rows, len(frame), facts)
