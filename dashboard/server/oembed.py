"""How to embed an address of this app (oEmbed 1.0, type rich)."""

from __future__ import annotations

import os
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from dashboard.server import paging
from dashboard.server.reply import JSON, json_bytes, problem, reply
from dashboard.store import store

KNOWN = ("url", "format", "maxwidth", "maxheight", "dnt")
"""Parameters; dnt (do not track) is what some consumers add, and is so anyway."""
MOST_PIXELS = 999_999_999


def oembed(request: Request) -> Response:
    """Answer the HTML of a frame with its size."""
    from dashboard.press.embed import oembed as answer
    from dashboard.press.errors import PressError

    query = request.query_params
    try:
        given = paging.once(query, KNOWN)
        limits = {name: paging.whole(query, name, least=1, most=MOST_PIXELS) for name in ("maxwidth", "maxheight")}
    except ValueError as error:
        return problem(HTTPStatus.BAD_REQUEST, str(error))
    if given.get("format", "json") != "json":
        return problem(HTTPStatus.NOT_IMPLEMENTED, "Only format=json is answered.")
    try:
        own = os.environ.get("AIRSPACE_URL", "") or str(request.url).partition("/api/oembed")[0] + "/"
        found = answer(store().package, given.get("url", ""), url=own, **limits)
    except PressError as error:
        status = HTTPStatus.NOT_FOUND if str(error).startswith("url") else HTTPStatus.BAD_REQUEST
        return problem(status, str(error))
    return reply(request, json_bytes(found), JSON)
