"""The read-only API: the same filters and the same rows as the page's address."""

from __future__ import annotations

import json
import os
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.store import store
from incidents import Filter, PackageError
from incidents.errors import shown
from incidents.export import FORMATS, MEDIA_TYPES, event_record, file_name
from incidents.flows import FLOW_FORMATS, export_flows

OPEN = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=60"}


def problem(status: HTTPStatus, detail: str) -> Response:
    """Return an error as problem+json (RFC 9457)."""
    body = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    return Response(json.dumps(body, ensure_ascii=False), status, media_type="application/problem+json", headers=OPEN)


def events(request: Request) -> Response:
    """Answer the events that the query's filter lets through; what a page's address would ignore is an error here."""
    try:
        package = store().package
    except PackageError:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "The data could not be read; the server's log says why.")
    query = request.query_params
    view, notes = Filter.from_params({name: query.getlist(name) for name in query}, package)
    if notes:
        return problem(HTTPStatus.BAD_REQUEST, " ".join(note.removeprefix("Ignored: ") + "." for note in notes))
    kind = request.path_params["format"]
    if kind not in FORMATS:
        return problem(HTTPStatus.NOT_FOUND, f"There is no format of that name; use one of {', '.join(FORMATS)}.")
    disposition = {"Content-Disposition": f'inline; filename="{file_name(package, filter=view, suffix=kind)}"'}
    return Response(FORMATS[kind](package, filter=view), media_type=MEDIA_TYPES[kind], headers=OPEN | disposition)


def flows(request: Request) -> Response:
    """Answer the supply lines that the query's period touches; any other parameter is an error."""
    try:
        package = store().package
    except PackageError:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "The data could not be read; the server's log says why.")
    query, kind = request.query_params, request.path_params["format"]
    if strange := sorted(set(query) - {"period"}):
        return problem(
            HTTPStatus.BAD_REQUEST, f"{', '.join(map(shown, strange))}: supply lines are chosen by period only."
        )
    view, notes = Filter.from_params({name: query.getlist(name) for name in query}, package)
    if notes:
        return problem(HTTPStatus.BAD_REQUEST, " ".join(note.removeprefix("Ignored: ") + "." for note in notes))
    if kind not in FLOW_FORMATS:
        return problem(HTTPStatus.NOT_FOUND, f"There is no format of that name; use one of {', '.join(FLOW_FORMATS)}.")
    name = f"supply-lines_{package.version}.{kind}"
    headers = OPEN | {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(export_flows(package, kind, filter=view), media_type=MEDIA_TYPES[kind], headers=headers)


def event(request: Request) -> Response:
    """Answer one event with its claims, sources, updates and relations."""
    try:
        found = event_record(store().package, request.path_params["event_id"])
    except PackageError:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "The data could not be read; the server's log says why.")
    except KeyError:
        return problem(HTTPStatus.NOT_FOUND, "There is no event of that id.")
    return Response(json.dumps(found, ensure_ascii=False, indent=1), media_type="application/json", headers=OPEN)


def oembed(request: Request) -> Response:
    """Answer how to embed an address of this app (oEmbed 1.0, type rich)."""
    from dashboard.press.embed import oembed as answer
    from dashboard.press.errors import PressError

    query = request.query_params
    if query.get("format", "json") != "json":
        return problem(HTTPStatus.NOT_IMPLEMENTED, "Only format=json is answered.")
    try:
        limits = {name: int(query[name]) if name in query else None for name in ("maxwidth", "maxheight")}
        own = os.environ.get("AIRSPACE_URL", "") or str(request.base_url)
        found = answer(store().package, query.get("url", ""), url=own, **limits)
    except PressError as error:
        status = HTTPStatus.NOT_FOUND if str(error).startswith("url") else HTTPStatus.BAD_REQUEST
        return problem(status, str(error))
    except ValueError:
        return problem(HTTPStatus.BAD_REQUEST, "maxwidth and maxheight are whole numbers of pixels.")
    except PackageError:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "The data could not be read; the server's log says why.")
    return Response(json.dumps(found, ensure_ascii=False), media_type="application/json", headers=OPEN)


def healthz(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
    """Answer whether the data could be read, with its version and number of events."""
    try:
        package = store().package
    except PackageError:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "The data could not be read; the server's log says why.")
    body = {
        "status": "ok",
        "version": package.version,
        "events": len(package.events),
        "left_out": len(package.problems),
    }
    return Response(json.dumps(body), media_type="application/json", headers=OPEN | {"Cache-Control": "no-store"})


ROUTES = [
    Route("/api/healthz", healthz),
    Route("/api/oembed", oembed),
    Route("/api/events/{event_id}.json", event),
    Route("/api/events.{format}", events),
    Route("/api/flows.{format}", flows),
]
