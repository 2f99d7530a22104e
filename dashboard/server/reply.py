"""How the API answers: to any page, unchanged things not twice, gzipped where it helps, errors as problem+json."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from incidents import Package

OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, X-Total-Count, Content-Disposition",
    "Cache-Control": "public, max-age=60",
}
JSON = "application/json"
PACKED = ("application/zip", "application/vnd.apache.parquet", "application/vnd.openxmlformats")
LEAST_GZIPPED, LEVEL = 512, 5


def json_bytes(content: Any) -> bytes:
    """Return JSON in UTF-8, compact."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def problem(status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return an error as problem+json (RFC 9457)."""
    body = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    return Response(
        json.dumps(body, ensure_ascii=False),
        status,
        media_type="application/problem+json",
        headers=OPEN | {"Cache-Control": "no-store"} | dict(headers or {}),
    )


def etag_of(package: Package, request: Request, *more: str) -> str:
    """Return a weak entity tag: the same for the same data, path and query (the order of parameters aside), whatever the encoding."""
    query = sorted(request.query_params.multi_items(), key=lambda pair: pair[0])
    parts = [
        package.version,
        json.dumps(package.descriptor, sort_keys=True, default=dict),
        request.url.path,
        json.dumps(query),
        *more,
    ]
    return f'W/"{hashlib.sha256(chr(30).join(parts).encode()).hexdigest()[:20]}"'


def unchanged(request: Request, etag: str) -> Response | None:
    """Return 304 when the reader already has what the tag names (RFC 9110, weak comparison), otherwise None."""
    given = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    if etag.removeprefix("W/") not in given and "*" not in given:
        return None
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=OPEN | {"ETag": etag, "Vary": "Accept-Encoding"})


def takes_gzip(request: Request) -> bool:
    """Return whether the reader takes gzip (RFC 9110, section 12.5.3)."""
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def reply(
    request: Request, body: bytes | Iterable[bytes], media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a body, or a stream of pieces, gzipped where the reader takes it and the format is not packed already."""
    found = OPEN | {"Vary": "Accept-Encoding"} | dict(headers or {})
    zipped = takes_gzip(request) and not media_type.startswith(PACKED)
    if isinstance(body, bytes):
        zipped = zipped and len(body) >= LEAST_GZIPPED
        content = gzip.compress(body, LEVEL, mtime=0) if zipped else body
        return Response(
            content, media_type=media_type, headers=found | ({"Content-Encoding": "gzip"} if zipped else {})
        )
    pieces = _gzipped(body) if zipped else body
    return StreamingResponse(
        iter(pieces), media_type=media_type, headers=found | ({"Content-Encoding": "gzip"} if zipped else {})
    )


def _gzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()
