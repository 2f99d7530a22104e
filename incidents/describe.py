"""The description of the tables: a Data Package descriptor and a list of columns, both made from the schema."""

from __future__ import annotations

import json
from typing import Any

from incidents.codes import LANGUAGES
from incidents.instants import DATE, PARTIAL, TIME
from incidents.patterns import DOCUMENT, ID, URL
from incidents.schema import Column, Table
from incidents.tables import TABLES
from incidents.vocabulary import VOCABULARIES

PACKAGE: dict[str, Any] = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "name": "airspace-incidents-eastern-flank",
    "title": "Airspace incidents on NATO's eastern flank",
    "description": "Recorded airspace incidents from Norway to Turkey since 2014, with responses, statements, who said what, and sources.",
    "version": "1.0.0",
    "created": "2026-05-31T00:00:00Z",
    "licenses": [
        {
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": "Creative Commons Attribution 4.0 International",
        }
    ],
    "sources": [
        {
            "title": "Public pages up to May 2026, listed row by row in sources.csv, and one article of late September 2025"
        }
    ],
}
_FORMATS = {
    "id": (ID, "id"),
    "state": (r"[A-Z]{2,4}", "ISO 3166-1 alpha-3"),
    "language": (r"[a-z]{2}", "ISO 639-1"),
    "url": (f"({URL})|({DOCUMENT})", "address"),
    "instant": (f"({DATE})|({TIME})", "ISO 8601 date or UTC time"),
    "partial": (PARTIAL, "ISO 8601 year, month or day"),
    "ids": (f"{ID}(;{ID})*", "ids"),
    "words": (r"[a-z_0-9]+(;[a-z_0-9]+)*", "words"),
}
_TYPES = {"number": "number", "integer": "integer"}


def _field(column: Column, *, key: bool) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if column.required:
        limits["required"] = True
    if key:
        limits["unique"] = True
    for name, value in (("minimum", column.minimum), ("maximum", column.maximum), ("exclusiveMinimum", column.above)):
        if value is not None:
            limits[name] = value
    if column.kind == "word":
        limits["enum"] = list(VOCABULARIES[column.vocabulary])
    elif column.kind == "language":
        limits["enum"] = sorted(LANGUAGES)
    elif column.kind in _FORMATS:
        limits["pattern"] = _FORMATS[column.kind][0]
    field = {"name": column.name, "type": _TYPES.get(column.kind, "string"), "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    if column.vocabulary:
        field["categories"] = [
            {"value": word, "label": str(label)} for word, label in VOCABULARIES[column.vocabulary].items()
        ]
    return field | ({"constraints": limits} if limits else {})


def _keys(table: Table) -> list[dict[str, Any]]:
    """Return the foreign keys; Table Schema has none for a list of ids."""
    found = []
    for column in table.columns:
        if column.references and column.kind == "id":
            resource, _, field = column.references.partition(".")
            found.append({"fields": [column.name], "reference": {"resource": resource, "fields": [field]}})
    return found


def _resource(table: Table) -> dict[str, Any]:
    fields = [_field(column, key=table.key == (column.name,)) for column in table.columns]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": list(table.key)}
    if keys := _keys(table):
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "type": "table",
        "path": table.file,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json"} | schema,
    }


def descriptor() -> dict[str, Any]:
    """Return the Data Package 2.0 descriptor of the tables."""
    return PACKAGE | {"resources": [_resource(table) for table in TABLES.values()]}


def descriptor_text() -> str:
    """Return the descriptor as the text of datapackage.json."""
    return json.dumps(descriptor(), ensure_ascii=False, indent=2) + "\n"


def _values(column: Column) -> str:
    if column.vocabulary:
        return f"words of [{column.vocabulary}](#{column.vocabulary})"
    span = ""
    if column.maximum is not None:
        low = f"{column.minimum:,.0f}" if column.minimum is not None else f"above {column.above:,.0f}"
        span = f", {low} to {column.maximum:,.0f}".replace("-", "−")
    words = (
        _FORMATS[column.kind][1]
        if column.kind in _FORMATS
        else "whole number"
        if column.kind == "integer"
        else column.kind
    )
    also = f", {', '.join(column.also)}" if column.also else ""
    to = f", in {column.references.replace('.', '.csv ')}" if column.references else ""
    return words + also + span + to


def columns_text() -> str:
    """Return a Markdown list of all columns and vocabularies, for seeds/README.md."""
    lines = []
    for table in TABLES.values():
        lines += [f"### {table.file}", "", f"{table.description} Key: {' + '.join(table.key)}.", ""]
        lines += ["| column | what | unit | values | may be empty |", "|---|---|---|---|---|"]
        for column in table.columns:
            empty = "no" if column.required else "yes"
            lines.append(f"| {column.name} | {column.description} | {column.unit} | {_values(column)} | {empty} |")
        lines.append("")
    used = {column.vocabulary: column for table in TABLES.values() for column in table.columns if column.vocabulary}
    lines += ["## Vocabularies", ""]
    for name in used:
        lines += [f"### {name}", "", "| word | label | meaning |", "|---|---|---|"]
        for word, label in VOCABULARIES[name].items():
            of = f" ({label.category})" if label.category else ""
            lines.append(f"| {word} | {label}{of} | {label.description} |")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"
