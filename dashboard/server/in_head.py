"""Writes into the head of a page of Streamlit, which has no place for it."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.server.passing import ENCODED, whole, without

CONDITIONAL = (b"if-none-match", b"if-modified-since")


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
        markup = self._written(scope) if scope["type"] == "http" and scope["method"] == "GET" else ""
        if not markup:
            await self.app(scope, receive, send)
            return
        # The page is no longer the file that Streamlit's validators speak of, and nothing can be written into a packed one.
        scope = without(scope, ENCODED, *CONDITIONAL)
        start, page = await whole(self.app, scope)
        headers = MutableHeaders(scope=start)
        if headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers:
            page = page.replace(b"</head>", markup.encode() + b"</head>", 1)
            for name in ("etag", "last-modified"):
                del headers[name]
            headers["content-length"] = str(len(page))
        await send(start)
        await send({"type": "http.response.body", "body": page})
