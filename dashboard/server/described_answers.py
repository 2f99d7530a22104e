"""What the description of the API says of answers and their headers."""

from __future__ import annotations

from typing import Any

from dashboard.server.read_only import ALLOWED

HEADERS: dict[str, str] = {
    "ETag": "Weak tag of data, path and query; If-None-Match with it gets 304 while nothing has changed.",
    "X-Total-Count": "Events that the filters let through, also when the answer is one page of them.",
    "Content-Disposition": "A file name that says filter, period, version and licence.",
    "Link": "Of a page: first, last, prev and next (RFC 8288); of a CSV also describedby, which leads to what describes it.",
    "Cache-Control": "How long an answer may be kept.",
    "Vary": "Accept-Encoding: gzipped where the reader takes it and it helps.",
    "Access-Control-Allow-Origin": "*: any page may read it.",
    "Allow": f"{', '.join(ALLOWED)}.",
}
ALWAYS = ("Access-Control-Allow-Origin", "Cache-Control")
PROBLEMS = {
    "400": "A parameter cannot be read; the detail names it and the way out.",
    "404": "There is no such thing.",
    "405": "The API is read-only: another method than GET, HEAD and OPTIONS.",
    "501": "Only format=json is answered.",
    "503": "The data could not be read.",
}


def ref(kind: str, name: str) -> dict[str, str]:
    """Return a reference to a component of the document."""
    return {"$ref": f"#/components/{kind}/{name}"}


def _headers(*names: str) -> dict[str, Any]:
    return {"headers": {name: ref("headers", name) for name in names}}


def answers(media: str, schema: dict[str, Any], *codes: str, headers: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the responses of an operation: what is found, with its headers, and the codes of what is not."""
    found = {"description": "Found.", "content": {media: {"schema": schema}}} | _headers(*ALWAYS, "Vary", *headers)
    return {"200": found} | {code: ref("responses", code) for code in sorted({*codes, "405"})}


def components() -> dict[str, Any]:
    """Return the headers and responses of `components` in the OpenAPI document."""
    problem = {"application/problem+json": {"schema": ref("schemas", "problem")}}
    failed = {
        code: {"description": text, "content": problem} | _headers(*ALWAYS, *(["Allow"] if code == "405" else []))
        for code, text in PROBLEMS.items()
    }
    same = {"description": "Unchanged: the ETag given in If-None-Match still holds."} | _headers(
        *ALWAYS, "Vary", "ETag"
    )
    kinds = {name: {"type": "integer" if name == "X-Total-Count" else "string"} for name in HEADERS}
    return {
        "headers": {name: {"description": text, "schema": kinds[name]} for name, text in HEADERS.items()},
        "responses": failed | {"304": same},
    }
