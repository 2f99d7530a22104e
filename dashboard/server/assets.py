"""Files of the map frame: names carry hashes, so browsers may keep them for ever."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.layers.packing import Blob
from dashboard.layers.scripts import assets
from dashboard.server.reply import takes_gzip

FOR_EVER = "public, max-age=31536000, immutable"
MEDIA_TYPES = {"js": "text/javascript", "json": "application/json", "bin": "application/octet-stream"}


def blob_response(request: Request, blob: Blob, *, keep: str = FOR_EVER) -> Response:
    """Return a blob, gzipped where the browser takes it and it helps; `keep` is its Cache-Control."""
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    body = blob.data
    if takes_gzip(request) and len(blob.data) > 512:
        body, headers["Content-Encoding"] = blob.gzipped, "gzip"
    return Response(body, media_type=MEDIA_TYPES[blob.suffix], headers=headers)


def asset(request: Request) -> Response:
    """Serve one file of the map frame."""
    blob = assets().get(request.path_params["name"])
    if blob is None:
        return Response("No such file.\n", 404, media_type="text/plain")
    return blob_response(request, blob)


ROUTES = [Route("/assets/{name}", asset)]
