"""Scripts and style sheets of Streamlit's page, gzipped: it sends them as they are, 2.7 MB for the first map. And the pages of its components' frames."""

from __future__ import annotations

import asyncio
import gzip
import posixpath
import re

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.server.passing import ENCODED, home_of, whole, without
from dashboard.server.reply import takes_gzip

KINDS = (".js", ".css", ".svg", ".json")
"""Ends of names; fonts and pictures are packed already, and Streamlit's own page is written into, each time anew."""
FRAME = ".html"
"""End of the name of the page of a component's frame; what we write into it is always the same."""
FOLDERS = {"static/": KINDS, "component/": (*KINDS, FRAME)}
LEVEL = 9
HASHED = re.compile(r"\.[0-9a-f]{8,}\.\w+")
"""End of a name that tells the content: another content has another name. Streamlit gives its own such files a lifetime, but not those of components,
whose script the browser fetched and compiled anew for each map."""
LIFETIME = "public, immutable, max-age=31536000"
FRAME_LIFETIME = "public, max-age=60"
"""Streamlit's page asks for that of a frame with each map, and once more to see whether it is there. Short, as it names scripts that another version no longer has."""


class PackedFiles:
    """ASGI middleware: files that never change while the server runs are packed when they are first asked for, and kept so.

    Measured: 0.7 MB are kept for the first map; all 321 files of Streamlit would be 7 MB, and 0.9 s of processor time once.

    Parameters
    ----------
    app : ASGI app
        What is wrapped.
    base : str
        Folder in which the app is served, "" for the root.
    """

    def __init__(self, app: ASGIApp, *, base: str = "") -> None:
        self.app = app
        self._folders = {home_of(base) + folder: kinds for folder, kinds in FOLDERS.items()}
        self._kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the packed file where the reader takes it, otherwise pass the request on."""
        if scope["type"] == "http" and not takes_gzip(Request(scope)):
            # Streamlit's own packing reads "gzip;q=0" as a wish for it.
            await self.app(without(scope, ENCODED), receive, send)
            return
        if not self._packs(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self._kept:
            try:
                start, body = await whole(self.app, without(scope, ENCODED) | {"method": "GET"})
            except EOFError:  # never kept: the next reader asks anew
                await self.app(scope, receive, send)
                return
            if start["status"] != 200:
                await _answer(scope, send, start, body)
                return
            start, small = await asyncio.to_thread(_packed, start, body)
            if path.endswith(FRAME):
                MutableHeaders(scope=start)["cache-control"] = FRAME_LIFETIME
            elif HASHED.search(path):
                MutableHeaders(scope=start)["cache-control"] = LIFETIME
            self._kept[path] = start, small
        await _answer(scope, send, *self._kept[path])

    def _packs(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return False
        path = scope["path"]
        if not any(path.startswith(folder) and path.endswith(kinds) for folder, kinds in self._folders.items()):
            return False
        # Each file is kept under one spelling of its path: the others, of which there is no end, pass.
        if posixpath.normpath(path) != path:
            return False
        # Streamlit's own validators and ranges speak of the file as it is.
        plain = ("range", "if-none-match", "if-modified-since")
        return not any(name in Request(scope).headers for name in plain)


def _packed(start: Message, body: bytes) -> tuple[Message, bytes]:
    """Return the answer with its body packed; the tag becomes a weak one, as it names the file in any encoding."""
    small = gzip.compress(body, LEVEL, mtime=0)
    start = start | {"headers": list(start["headers"])}
    headers = MutableHeaders(scope=start)
    headers["content-encoding"] = "gzip"
    headers["content-length"] = str(len(small))
    headers["vary"] = "Accept-Encoding"
    del headers["accept-ranges"]
    if tag := headers.get("etag"):
        headers["etag"] = tag if tag.startswith("W/") else f"W/{tag}"
    return start, small


async def _answer(scope: Scope, send: Send, start: Message, body: bytes) -> None:
    # Whoever wraps this adds headers of its own to the message.
    await send(start | {"headers": list(start["headers"])})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
