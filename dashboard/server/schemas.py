"""What the answers of the API look like, as JSON Schema, from the declaration of the tables."""

from __future__ import annotations

from typing import Any

from incidents import VOCABULARIES
from incidents.schema import Column, Table
from incidents.tables import CLAIMS, EVENTS, RELATIONS, SOURCES, UPDATES

CHILDREN = (CLAIMS, SOURCES, UPDATES, RELATIONS)
EMBED_TEXTS, EMBED_NUMBERS = ("title", "provider_name", "provider_url", "html"), ("cache_age", "width", "height")
INSTANT = {"type": "string", "format": "date-time"}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def column_schema(column: Column) -> dict[str, Any]:
    """Return the JSON Schema of a column in an answer: an empty number is null, empty text is ""."""
    if column.is_number:
        kind = "integer" if column.kind == "integer" else "number"
        bounds = {"minimum": column.minimum, "maximum": column.maximum, "exclusiveMinimum": column.above}
        schema: dict[str, Any] = {"type": kind if column.required else [kind, "null"]}
        schema |= {name: value for name, value in bounds.items() if value is not None}
    else:
        schema = {"type": "string"}
        if column.kind == "word":
            schema["enum"] = [*VOCABULARIES[column.vocabulary], *([] if column.required else [""])]
    unit = f" Unit: {column.unit}." if column.unit else ""
    return schema | {"description": column.description + unit}


def _table(table: Table) -> dict[str, Any]:
    columns = {column.name: column_schema(column) for column in table.columns}
    return {"type": "object", "description": table.description, "properties": columns, "required": list(columns)}


def schemas() -> dict[str, Any]:
    """Return the schemas of `components` in the OpenAPI document."""
    event = _table(EVENTS)
    event["properties"] |= {"earliest": INSTANT, "latest": INSTANT}
    event["properties"] |= {table.name: {"type": "array", "items": _ref(table.name)} for table in CHILDREN}
    event["required"] = list(event["properties"])
    about = {
        "type": "object",
        "description": "n of N recorded events, filter in words and as parameters, period, version, licence; page, when limit or offset is given.",
        "properties": {
            "n": {"type": "integer"},
            "N": {"type": "integer"},
            "version": {"type": "string"},
            "page": {"type": "object"},
            "left_out": {
                "type": "object",
                "description": "With hours: events that the other filters let through, but whose hour is not known.",
                "properties": {"hour_not_known": {"type": "integer"}},
            },
        },
        "required": ["n", "N", "filter", "period", "version", "licence", "note"],
    }
    point = {
        "type": "object",
        "properties": {
            "type": {"const": "Point"},
            "coordinates": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        },
        "required": ["type", "coordinates"],
    }
    feature = {
        "type": "object",
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "geometry": point,
            "properties": {"type": "object"},
        },
        "required": ["type", "id", "geometry", "properties"],
    }
    texts = ("type", "title", "detail")
    return {table.name: _table(table) for table in CHILDREN} | {
        "event": event,
        "metadata": about,
        "events": {
            "type": "object",
            "properties": {
                "metadata": _ref("metadata"),
                "events": {"type": "array", "items": _ref("event")},
            },
            "required": ["metadata", "events"],
        },
        "collection": {
            "type": "object",
            "description": "GeoJSON FeatureCollection (RFC 7946), WGS 84, longitude first.",
            "properties": {
                "type": {"const": "FeatureCollection"},
                "metadata": _ref("metadata"),
                "features": {"type": "array", "items": feature},
            },
            "required": ["type", "metadata", "features"],
        },
        "oembed": {
            "type": "object",
            "description": "oEmbed 1.0, type rich: the HTML of a frame, with its size in pixels.",
            "properties": {name: {"type": "string"} for name in EMBED_TEXTS}
            | {"type": {"const": "rich"}, "version": {"const": "1.0"}}
            | {name: {"type": "integer"} for name in EMBED_NUMBERS},
            "required": [*EMBED_TEXTS, "type", "version", *EMBED_NUMBERS],
        },
        "problem": {
            "type": "object",
            "description": "Problem details (RFC 9457).",
            "properties": {name: {"type": "string"} for name in texts} | {"status": {"type": "integer"}},
            "required": [*texts, "status"],
        },
    }
