"""The read-only API: the same filters and the same rows as the page's address."""

from __future__ import annotations

import hashlib
from datetime import datetime
from http import HTTPStatus

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.server import paging
from dashboard.server.api_page import api_page
from dashboard.server.oembed import oembed
from dashboard.server.openapi import openapi
from dashboard.server.read_only import ReadOnly
from dashboard.server.reply import JSON, etag_of, json_bytes, problem, reply, unchanged
from dashboard.store import served, store
from incidents import Filter, Package, filter_mask
from incidents.errors import shown
from incidents.export import FORMATS, MEDIA_TYPES, csv_chunks, csv_description_bytes, event_record, file_name
from incidents.export.csv_description import MEDIA_TYPE, SUFFIX
from incidents.flows import FLOW_FORMATS, export_flows


def _instant(when: datetime | None) -> str | None:
    return f"{when:%Y-%m-%dT%H:%M:%SZ}" if when else None


def _filter(query: QueryParams, package: Package, *, beside: tuple[str, ...] = ()) -> Filter:
    """Return the filter of a query; what a page's address would ignore is an error here."""
    given = {name: query.getlist(name) for name in query if name not in beside}
    view, notes = Filter.from_params(given, package)
    if notes:
        told = (note.removeprefix("Ignored: ") + "." * (not note.endswith("?")) for note in notes)
        raise ValueError(" ".join(told))
    return view


def _strange(request: Request, why: str, *, known: tuple[str, ...] = ()) -> Response | None:
    """Return the error that names parameters which are not known here, None when there are none."""
    found = sorted(set(request.query_params) - set(known))
    return problem(HTTPStatus.BAD_REQUEST, f"{', '.join(map(shown, found))}: {why}.") if found else None


def events(request: Request) -> Response:
    """Answer the events that the query's filter lets through, or a page of them."""
    package, query, kind = store().package, request.query_params, request.path_params["format"]
    if kind not in FORMATS:
        return problem(HTTPStatus.NOT_FOUND, f"There is no format of that name; use one of {', '.join(FORMATS)}.")
    try:
        page = paging.page_of(query, kind)
        view = _filter(query, package, beside=("limit", "offset"))
    except ValueError as error:
        return problem(HTTPStatus.BAD_REQUEST, str(error))
    etag = etag_of(package, request)
    if (same := unchanged(request, etag)) is not None:
        return same
    n = int(filter_mask(package, view).sum())
    if page is None and kind not in paging.UNLIMITED and n > paging.MOST:
        way = "page with limit and offset" if kind in paging.PAGED else f"take {' or '.join(paging.UNLIMITED)}"
        return problem(
            HTTPStatus.BAD_REQUEST,
            f"{n} events; {kind} holds at most {paging.MOST} in one answer. Filter more, or {way}.",
        )
    headers = {
        "ETag": etag,
        "X-Total-Count": str(n),
        "Content-Disposition": f'inline; filename="{file_name(package, filter=view, suffix=kind)}"',
    } | (paging.links(view, page, n) if page else {})
    if kind == "csv":
        links = [headers["Link"]] if page else []
        headers["Link"] = ", ".join([*links, paging.described_by(f"events.{SUFFIX}{paging.query_of(view, page)}")])
    paged = {"page": page} if page else {}
    body = csv_chunks(package, filter=view, **paged) if kind == "csv" else FORMATS[kind](package, filter=view, **paged)
    return reply(request, body, MEDIA_TYPES[kind], headers)


def csv_metadata(request: Request) -> Response:
    """Answer what describes the CSV of the same query: filter, period, version, licence and columns (CSVW)."""
    package, query = store().package, request.query_params
    try:
        page = paging.page_of(query, "csv")
        view = _filter(query, package, beside=("limit", "offset"))
    except ValueError as error:
        return problem(HTTPStatus.BAD_REQUEST, str(error))
    etag = etag_of(package, request)
    if (same := unchanged(request, etag)) is not None:
        return same
    name = file_name(package, filter=view, suffix=SUFFIX)
    headers = {"ETag": etag, "Content-Disposition": f'inline; filename="{name}"'}
    body = csv_description_bytes(package, url=f"events.csv{paging.query_of(view, page)}", filter=view, page=page)
    return reply(request, body, MEDIA_TYPE, headers)


def flows(request: Request) -> Response:
    """Answer the supply lines that the query's period touches; any other parameter is an error."""
    package, query, kind = store().package, request.query_params, request.path_params["format"]
    if kind not in (*FLOW_FORMATS, SUFFIX):
        return problem(HTTPStatus.NOT_FOUND, f"There is no format of that name; use one of {', '.join(FLOW_FORMATS)}.")
    if strange := _strange(request, "supply lines are chosen by period only", known=("period",)):
        return strange
    try:
        view = _filter(query, package)
    except ValueError as error:
        return problem(HTTPStatus.BAD_REQUEST, str(error))
    etag = etag_of(package, request)
    if (same := unchanged(request, etag)) is not None:
        return same
    name = f"supply-lines_{package.version}.{kind}"
    headers = {"ETag": etag, "Content-Disposition": f'inline; filename="{name}"'}
    beside = paging.query_of(view, None)
    if kind == "csv":
        headers["Link"] = paging.described_by(f"flows.{SUFFIX}{beside}")
    body = export_flows(package, kind, filter=view, url=f"flows.csv{beside}")
    return reply(request, body, MEDIA_TYPES.get(kind, MEDIA_TYPE), headers)


def event(request: Request) -> Response:
    """Answer one event with its claims, sources, updates and relations."""
    package = store().package
    if strange := _strange(request, "one event takes no parameters"):
        return strange
    try:
        found = event_record(package, request.path_params["event_id"])
    except KeyError:
        return problem(HTTPStatus.NOT_FOUND, "There is no event of that id.")
    etag = etag_of(package, request)
    return unchanged(request, etag) or reply(request, json_bytes(found), JSON, {"ETag": etag})


def healthz(request: Request) -> Response:
    """Answer whether the data could be read, with version and number of events, since when, and why a changed package is not taken."""
    package, refusal = store().package, served.refusal
    body = {
        "status": "ok",
        "version": package.version,
        "events": len(package.events),
        "left_out": len(package.problems),
        "since": _instant(served.taken),
        "refused": {"at": _instant(refusal.at), "reason": refusal.reason} if refusal else None,
    }
    return reply(request, json_bytes(body), JSON, {"Cache-Control": "no-store"})


def description(request: Request) -> Response:
    """Answer the OpenAPI description of all this."""
    if strange := _strange(request, "the description takes no parameters"):
        return strange
    root = request.scope.get("root_path", "").rstrip("/") or "/"
    body = json_bytes(openapi() | {"servers": [{"url": root}]})
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
    return unchanged(request, etag) or reply(request, body, JSON, {"ETag": etag})


def page(request: Request) -> Response:
    """Answer the page that says how to use it, with examples."""
    below = "" if request.url.path.endswith("/") else "api/"
    return reply(request, api_page(store().package, below=below), "text/html; charset=utf-8")


def unknown(request: Request) -> Response:  # noqa: ARG001 - Starlette's signature
    """Answer that there is nothing at this path."""
    return problem(HTTPStatus.NOT_FOUND, "There is nothing at this path; /api says what there is.")


NOWHERE = ReadOnly(unknown)
ROUTES = [
    Route(path, ReadOnly(endpoint), name=endpoint.__name__)
    for path, endpoint in (
        ("/api", page),
        ("/api/", page),
        ("/api/openapi.json", description),
        ("/api/healthz", healthz),
        ("/api/oembed", oembed),
        ("/api/events/{event_id}.json", event),
        (f"/api/events.{SUFFIX}", csv_metadata),
        ("/api/events.{format}", events),
        ("/api/flows.{format}", flows),
        ("/api/{path:path}", unknown),
    )
]
