"""Packed data for the map, under a key that changes with the data: any replica with the same package can serve it.

Data of a session are served as long as it is connected, under a key that only its own page knows, and kept by no cache.
"""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.language import ENGLISH, using
from dashboard.layers.packing import Blob, pack_mask
from dashboard.own_store import OwnStore, own_store
from dashboard.server.assets import FOR_EVER, blob_response
from dashboard.store import Store, served
from incidents import Filter, PackageError, filter_mask

MOST_LABEL_CHUNKS = 100_000
NOWHERE = "private, no-store"


def _of_key(request: Request) -> Store | None:
    key = request.path_params["key"]
    if (own := own_store(key)) is not None:
        return own
    try:
        return served.of_key(key)
    except PackageError:
        return None


def _keep(current: Store) -> str:
    return NOWHERE if isinstance(current, OwnStore) else FOR_EVER


def _gone() -> Response:
    return Response("This data is no longer served; reload the page.\n", 404, media_type="text/plain")


def packed(request: Request) -> Response:
    """Serve the core or the extra file."""
    current = _of_key(request)
    if current is None or request.path_params["name"] not in ("core", "extra"):
        return _gone()
    blob = current.core if request.path_params["name"] == "core" else current.extra
    return blob_response(request, blob, keep=_keep(current))


def mask(request: Request) -> Response:
    """Serve which events a filter lets through, one bit each; the filter is in the query, as in the page's address."""
    current = _of_key(request)
    if current is None:
        return _gone()
    query = request.query_params
    view, _ = Filter.from_params({name: query.getlist(name) for name in query}, current.package)
    timeless = view.replace(period=(None, None), event="")
    blob = Blob("mask", "bin", pack_mask(filter_mask(current.package, timeless)))
    return blob_response(request, blob, keep=_keep(current))


def labels(request: Request) -> Response:
    """Serve one chunk of ids, titles, dates and places."""
    current = _of_key(request)
    if current is None or request.path_params["chunk"] > MOST_LABEL_CHUNKS:
        return _gone()
    with using(request.path_params.get("lang", ENGLISH)):
        blob = Blob("labels", "json", current.labels(request.path_params["chunk"]))
    return blob_response(request, blob, keep=_keep(current))


def flows(request: Request) -> Response:
    """Serve the supply lines for their map."""
    current = _of_key(request)
    if current is None:
        return _gone()
    with using(request.path_params.get("lang", ENGLISH)):
        blob = Blob("flows", "json", current.flows())
    return blob_response(request, blob, keep=_keep(current))


def find(request: Request) -> Response:
    """Answer the row of an event id, -1 when there is none."""
    current = _of_key(request)
    if current is None:
        return _gone()
    body = json.dumps({"index": current.index_of(request.query_params.get("event", "")[:200])})
    return Response(body, media_type="application/json", headers={"Cache-Control": _keep(current)})


ROUTES = [
    Route("/blobs/{key}/labels/find.json", find),
    Route("/blobs/{key}/labels/{chunk:int}.json", labels),
    Route("/blobs/{key}/{lang}/labels/find.json", find),
    Route("/blobs/{key}/{lang}/labels/{chunk:int}.json", labels),
    Route("/blobs/{key}/mask.bin", mask),
    Route("/blobs/{key}/flows.json", flows),
    Route("/blobs/{key}/{lang}/flows.json", flows),
    Route("/blobs/{key}/{name}.bin", packed),
]
