"""Writes into the head of a page of Streamlit, which has no place for it."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.server.passing import ENCODED, whole, without

OF_THE_FILE = (b"if-none-match", b"if-modified-since", b"range", b"if-range")
"""What asks about Streamlit's file, which the page no longer is."""


class InHead:
    """ASGI middleware that adds markup to the head of HTML pages.

    Parameters
    ----------
    app : ASGI app
        What is wrapped.
    written : callable
        Returns the markup for a scope; "" where there is none, and the answer passes as it is.
    """

    def __init__(self, app: ASGIApp, *, written: Callable[[Scope], str]) -> None:
        self.app, self._written = app, written

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; what comes back gets the markup when it is a page."""
        markup = self._written(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else ""
        if not markup:
            await self.app(scope, receive, send)
            return
        # Nothing can be written into a packed page.
        start, page = await whole(self.app, without(scope, ENCODED, *OF_THE_FILE) | {"method": "GET"})
        headers = MutableHeaders(scope=start)
        if headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers:
            page = page.replace(b"</head>", markup.encode() + b"</head>", 1)
            for name in ("etag", "last-modified", "accept-ranges"):
                del headers[name]
            headers["content-length"] = str(len(page))
        await send(start)
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else page})
