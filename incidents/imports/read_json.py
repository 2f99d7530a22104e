"""Read GeoJSON, and the nested JSON of `export --format json`, one record at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from incidents.errors import Problem, shown
from incidents.imports.json_records import json_text, records_of
from incidents.imports.raw import MOST_PROBLEMS, Columns, Raw
from incidents.imports.source import Source
from incidents.imports.unclear import written_cells
from incidents.plain_number import decimal
from incidents.tables import EVENTS, TABLES

_CHILDREN = ("sources", "claims", "relations", "updates")


_POSITION = {"longitude": 0, "lon": 0, "lng": 0, "latitude": 1, "lat": 1}
_SAME_PLACE = 1e-6  # degrees, a tenth of a metre


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int) and abs(value) < 10**15:
        return str(value)
    if isinstance(value, int | float):
        return decimal(float(value)) if abs(value) < 1e300 else str(value).replace("nan", "NaN")[:100]
    return json.dumps(value, ensure_ascii=False)


def _halved(source: Source, table: str, row: int, record: dict[str, str]) -> Problem | None:
    """Return the problem of a record that holds half of a character (a lone surrogate, which no file in UTF-8 can hold)."""
    for name, value in record.items():
        where = name if _lone(name) else value if _lone(value) else ""
        if where:
            file = source.name if table == "events" else f"{source.name}: {table}"
            message = "holds half of a character, a surrogate without its other half"
            return Problem(
                file, row, shown(name), shown(where), message, "write the character whole, or remove the half"
            )
    return None


def _lone(value: str) -> bool:
    return not value.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in value)


def read_geojson(source: Source, *, progress: Callable[[float], None] = lambda _done: None) -> Raw:
    """Read the points of a FeatureCollection (RFC 7946: WGS 84, longitude first).

    Returns
    -------
    Raw
        The properties, longitude and latitude; the id of a feature as ``event_id`` where the properties have none. Features without a point, or
        that are no features, are problems.
    """
    text, records, names, given = json_text(source), [], {}, 0
    problems, written = [], set()
    if re.search(r'"crs"\s*:', text[:5000]) and not re.search(r"CRS84|4326", text[:5000]):
        source.refuse(
            "names a reference system other than WGS 84", "convert it to EPSG:4326 and save it again", column="crs"
        )
    for feature, row, twice in records_of(source, text, "features"):
        given += 1
        record, found = ({}, _double(source.name, row, twice)) if twice else _feature(feature, source.name, row)
        if found is not None and len(problems) < MOST_PROBLEMS:
            problems.append(found)
        if not record:
            continue
        if halved := _halved(source, "events", row, record):
            if len(problems) < MOST_PROBLEMS:
                problems.append(halved)
            continue
        names |= dict.fromkeys(record)
        if len(names) > source.limits.columns:
            source.refuse(
                f"has more than {source.limits.columns} properties",
                "remove some, or raise the limit (columns)",
                row=row,
            )
        records.append((record, row))
        written.update(written_cells(_properties(feature).items(), row))
        if given % 10_000 == 0:
            progress(min(given * 500 / len(text), 0.9))
    columns = Columns(names or EVENTS.by_name)  # without records there is no column to miss
    for record, row in records:
        columns.add([record.get(name, "") for name in columns.names], row)
    frame, rows = columns.done()
    return Raw(frame, rows, given, {"format": "geojson"}, problems, written)


def _double(file: str, row: int, name: str) -> Problem:
    return Problem(file, row, name, "", "is given twice in one object", "remove one of the two")


def _feature(feature: Any, file: str, row: int) -> tuple[dict[str, str], Problem | None]:
    """Return the columns of a feature, none when it has no place; and what is wrong with it or to be looked at."""

    def bad(message: str, value: str = "") -> tuple[dict[str, str], Problem]:
        return {}, Problem(file, row, "geometry", value, message, "give it a point of longitude and latitude")

    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return bad("is not a Feature")
    geometry = feature.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return bad("has no point")
    if not isinstance(point, list) or len(point) < 2 or not all(isinstance(n, int | float) for n in point[:2]):
        return bad("has a point without two numbers", _cell(point)[:100])
    record = {str(name): _cell(value) for name, value in _properties(feature).items()}
    if feature.get("id") is not None:
        record.setdefault("event_id", _cell(feature["id"]))
    found = None
    for name, axis in _POSITION.items():
        if record.get(name) and not _same(record[name], point[axis]):
            what = f"is {name} in the properties, but the geometry says {_cell(point[axis])}, which is taken"
            found = found or Problem(file, row, name, record[name], what, "correct the one that is wrong", "warning")
    return record | {"longitude": _cell(point[0]), "latitude": _cell(point[1])}, found


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    found = feature.get("properties")
    return found if isinstance(found, dict) else {}


def _same(text: str, number: float) -> bool:
    try:
        return abs(float(text) - number) < _SAME_PLACE
    except ValueError:
        return False


def read_json(source: Source) -> dict[str, Raw]:
    """Read what `export --format json` writes: events with their sources, claims, relations and updates."""
    text = json_text(source)
    records: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in _CHILDREN}
    events, names, problems = [], {}, []
    for event, row, twice in records_of(source, text, "events"):
        if twice:
            problems.append(_double(source.name, row, twice))
            continue
        if not isinstance(event, dict):
            source.refuse("is not an event", "each event is an object", row=row)
        children = {name: event.pop(name, None) or [] for name in _CHILDREN}
        wrong = [name for name, found in children.items() if not _are_objects(found)]
        if wrong:
            value = shown(_cell(children[wrong[0]]))
            problems.append(
                Problem(source.name, row, wrong[0], value, "is not a list of objects", "correct it, or leave it out")
            )
            continue
        for name, found in children.items():
            for child in found:
                records[name].setdefault(json.dumps(child, sort_keys=True), child)
        names |= dict.fromkeys(map(str, event))
        events.append((event, row))
    tables = {"events": _table(source, "events", names, events)}
    tables["events"].facts["format"] = "json"
    tables["events"].problems = [*problems, *tables["events"].problems][:MOST_PROBLEMS]
    tables["events"].given += len(problems)
    for name, found in records.items():
        kept = list(found.values())
        if kept:
            columns = dict.fromkeys(column.name for column in TABLES[name].columns)
            tables[name] = _table(source, name, columns, list(zip(kept, range(2, len(kept) + 2), strict=True)))
    return tables


def _are_objects(found: Any) -> bool:
    return isinstance(found, list) and all(isinstance(child, dict) for child in found)


def _table(source: Source, table: str, names: dict[str, None], records: list[tuple[dict[str, Any], int]]) -> Raw:
    whole = [name for name in names if not _lone(name)]
    columns = Columns(whole or EVENTS.by_name)  # without records there is no column to miss
    problems, written = [], set()
    for record, row in records:
        cells = {str(name): _cell(value) for name, value in record.items()}
        if halved := _halved(source, table, row, cells):
            problems.append(halved)
        else:
            written.update(written_cells(record.items(), row))
            columns.add([cells.get(name, "") for name in columns.names], row)
    frame, rows = columns.done()
    return Raw(frame, rows, len(records), {}, problems, written)
