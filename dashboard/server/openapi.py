"""The description of the API (OpenAPI 3.1), made from the filters, vocabularies and tables that the program itself reads."""

from __future__ import annotations

import argparse
from functools import cache
from typing import Any

from dashboard.server.described_answers import answers, components, ref
from dashboard.server.oembed import MOST_PIXELS
from dashboard.server.paging import MOST, PAGED, UNLIMITED
from dashboard.server.schemas import schemas
from incidents.export import FORMATS, MEDIA_TYPES
from incidents.export.csv_description import MEDIA_TYPE, SUFFIX
from incidents.filter_arguments import add_filter_arguments
from incidents.filter_params import NAMES, WORDS
from incidents.filter_parts import LONGEST_Q, RANGED
from incidents.flows import FLOW_FORMATS
from incidents.patterns import ID

EXAMPLES: dict[str, Any] = {
    "period": ["2025-09-01", "2025-09-30"], "country": ["EST", "POL"], "area": "20,53.5,31,60.8", "near": "Narva,50",
    "hours": "22-04,local", "changed": "2026-01-01", "q": "airport",
}  # fmt: skip


FILE = ("ETag", "Content-Disposition")


@cache
def _help() -> dict[str, str]:
    """Return what the command line says of each filter."""
    parser = argparse.ArgumentParser(add_help=False)
    add_filter_arguments(parser)
    return {
        action.option_strings[0].removeprefix("--"): str(action.help).replace("--", "") for action in parser._actions
    }


def _parameter(name: str) -> dict[str, Any]:
    facet = name.removeprefix("not-")
    made: dict[str, Any] = {
        "name": name,
        "in": "query",
        "description": _help().get(name, "the selected event; it leaves out no row"),
        "style": "form",
        "explode": True,
    }
    if facet in WORDS:
        words = sorted(WORDS[facet])
        made["schema"] = {"type": "array", "items": {"type": "string", "enum": words}, "maxItems": 300}
    elif name == "period" or name in RANGED:
        made["schema"] = {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2}
    else:
        made["schema"] = {"type": "string"} | ({"maxLength": LONGEST_Q} if name == "q" else {})
    return made | ({"example": EXAMPLES[name]} if name in EXAMPLES else {})


def _paths() -> dict[str, Any]:
    filters = [ref("parameters", name) for name in NAMES]
    bodies = {"json": ref("schemas", "events"), "geojson": ref("schemas", "collection")}
    paths: dict[str, Any] = {}
    for kind in FORMATS:
        paging = [ref("parameters", name) for name in ("limit", "offset")] if kind in PAGED else []
        most = "any number of events" if kind in UNLIMITED else f"at most {MOST} events in one answer"
        paths[f"/api/events.{kind}"] = {
            "get": {
                "operationId": f"events_{kind}",
                "summary": f"Events that the filters let through, as {kind}; {most}.",
                "parameters": filters + paging,
                "responses": answers(
                    MEDIA_TYPES[kind],
                    bodies.get(kind, {}),
                    "304",
                    "400",
                    "503",
                    headers=(*FILE, "X-Total-Count", *(["Link"] if kind in PAGED else [])),
                ),
            }
        }
    paths[f"/api/events.{SUFFIX}"] = _get(
        "events_csv_description",
        "What describes the CSV of the same query: filter, period, version, licence, columns (CSVW); the CSV's Link header leads here.",
        filters + [ref("parameters", name) for name in ("limit", "offset")],
        answers(MEDIA_TYPE, {"type": "object"}, "304", "400", "503", headers=FILE),
    )
    one = {"name": "event_id", "in": "path", "required": True, "schema": {"type": "string", "pattern": f"^{ID}$"}}
    json_type, either = "application/json", {"type": "object"}
    paths["/api/events/{event_id}.json"] = _get(
        "event",
        "One event with claims, sources, updates and relations.",
        [one],
        answers(json_type, ref("schemas", "event"), "304", "400", "404", "503", headers=("ETag",)),
    )
    for kind in FLOW_FORMATS:
        paths[f"/api/flows.{kind}"] = _get(
            f"flows_{kind}",
            f"Supply lines that the period touches, as {kind}.",
            [ref("parameters", "period")],
            answers(MEDIA_TYPES[kind], {}, "304", "400", "503", headers=(*FILE, *(["Link"] if kind == "csv" else []))),
        )
    paths[f"/api/flows.{SUFFIX}"] = _get(
        "flows_csv_description",
        "What describes the CSV of the same dates (CSVW); the CSV's Link header leads here.",
        [ref("parameters", "period")],
        answers(MEDIA_TYPE, either, "304", "400", "503", headers=FILE),
    )
    paths["/api/healthz"] = _get(
        "healthz",
        "Whether the data could be read, its version and number of events. Parameters are ignored: load balancers add some against caches.",
        [],
        answers(json_type, either, "400", "503"),
    )
    address = {"type": "string", "format": "uri", "description": "an address of this app, with its filters"}
    pixels = {"type": "integer", "minimum": 1, "maximum": MOST_PIXELS}
    paths["/api/oembed"] = _get(
        "oembed",
        "How to embed an address of the app (oEmbed 1.0, type rich).",
        [
            {"name": "url", "in": "query", "required": True, "schema": address},
            {"name": "format", "in": "query", "schema": {"type": "string", "enum": ["json"]}},
            *({"name": name, "in": "query", "schema": pixels} for name in ("maxwidth", "maxheight")),
            {
                "name": "dnt",
                "in": "query",
                "schema": {"type": "string"},
                "description": "do not track; nobody is tracked",
            },
        ],
        answers(json_type, ref("schemas", "oembed"), "400", "404", "501", "503"),
    )
    paths["/api/openapi.json"] = _get(
        "openapi", "This description.", [], answers(json_type, either, "304", "400", headers=("ETag",))
    )
    return paths


def _get(name: str, words: str, parameters: list[Any], responses: dict[str, Any]) -> dict[str, Any]:
    return {"get": {"operationId": name, "summary": words, "parameters": parameters, "responses": responses}}


@cache
def openapi() -> dict[str, Any]:
    """Return the document."""
    numbers = {
        "limit": (1, MOST, "Most events of a page."),
        "offset": (0, 999_999_999, "Events to pass over, in the order of time."),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Recorded airspace incidents",
            "version": "1",
            "summary": "Read-only; the same filters, rows and counts as the page.",
            "description": f"Any page may read it (CORS). Answers carry an ETag and are gzipped on request. A parameter that is not described is an error. Without limit all events of the view are returned; {', '.join(sorted(set(FORMATS) - set(UNLIMITED)))} hold at most {MOST} in one answer. Counts are of recorded events.",
        },
        "servers": [{"url": "/"}],
        "paths": _paths(),
        "components": components()
        | {
            "parameters": {name: _parameter(name) for name in NAMES}
            | {
                name: {
                    "name": name,
                    "in": "query",
                    "description": text,
                    "schema": {"type": "integer", "minimum": low, "maximum": high},
                }
                for name, (low, high, text) in numbers.items()
            },
            "schemas": schemas(),
        },
    }
