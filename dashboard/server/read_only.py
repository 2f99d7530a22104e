"""An endpoint that only reads."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from dashboard.server.reply import OPEN, problem
from incidents import PackageError

ALLOWED = ("GET", "HEAD", "OPTIONS")


class ReadOnly:
    """ASGI app: OPTIONS says what is allowed, HEAD is GET without a body, every other method is 405, data that cannot be read 503.

    A route hands it all methods: of those that a route is told, it answers the others itself, as plain text.

    Parameters
    ----------
    endpoint : callable
        Makes the answer to GET; runs in a thread.
    """

    def __init__(self, endpoint: Callable[[Request], Response]) -> None:
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        found = await run_in_threadpool(self._answer, Request(scope, receive))
        await found(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        allow = {"Allow": ", ".join(ALLOWED)}
        if request.method == "OPTIONS":
            asked = {
                "Access-Control-Allow-Methods": allow["Allow"],
                "Access-Control-Allow-Headers": "If-None-Match",
                "Access-Control-Max-Age": "86400",
            }
            return Response(status_code=HTTPStatus.NO_CONTENT, headers=OPEN | allow | asked)
        if request.method not in ALLOWED:
            return problem(HTTPStatus.METHOD_NOT_ALLOWED, "The API is read-only: use GET, HEAD or OPTIONS.", allow)
        try:
            unquote_to_bytes(request.scope.get("query_string", b"")).decode()
        except UnicodeDecodeError:
            return problem(HTTPStatus.BAD_REQUEST, "The query is not in UTF-8: percent-encode its text as UTF-8.")
        try:
            found = self._endpoint(request)
        except PackageError:
            found = problem(HTTPStatus.SERVICE_UNAVAILABLE, "The data could not be read; the server's log says why.")
        return _head(found) if request.method == "HEAD" else found


def _head(response: Response) -> Response:
    bare = Response(status_code=response.status_code)
    bare.raw_headers = response.raw_headers
    return bare
