"""An address that is no screen is answered as one that does not exist, with the way to the map."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.language import current, tr, using
from dashboard.server.passing import ENCODED, home_of, without
from dashboard.server.preload import language_of

PARTIAL = 206
"""Only Streamlit's page is HTML outside of the folders that answer for themselves: a part of it is known without its root."""
SHELL = b'<div id="root">'
"""Stands in the page that Streamlit answers with wherever it has nothing else; below a folder that page finds none of its files and stays blank."""
OURS = ("api/", "assets/", "blobs/", "component/")
"""Folders that answer for themselves; the page of a component has a root like Streamlit's."""
PAGE = Markup(
    '<!doctype html><html lang="{4}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{0}</title><link rel="icon" href="{2}favicon.png">'
    '<body style="font: 16px/1.5 sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem; color-scheme: light dark; color: CanvasText; background: Canvas">'
    '<h1 style="font-size: 1.3rem">{0}</h1><p>{1}</p><p><a href="{2}">{3}</a></p></body></html>'
)


class NoSuchPage:
    """ASGI middleware: Streamlit's page stands at the addresses of the screens and nowhere else.

    Parameters
    ----------
    app : ASGI app
        What is wrapped.
    screens : iterable of str
        Addresses of the screens, without a slash.
    base : str
        Folder in which the app is served, "" for the root.
    """

    def __init__(self, app: ASGIApp, *, screens: Iterable[str], base: str = "") -> None:
        self.app = app
        self._home = home_of(base)
        self._known = {self._home, self._home.rstrip("/"), *(self._home + screen for screen in screens)}
        self._ours = tuple(self._home + folder for folder in OURS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; Streamlit's page at a strange address becomes the answer 404."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or self._is_known(scope["path"]):
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        replaced = False

        async def look(event: Message) -> None:
            nonlocal start, replaced
            if event["type"] == "http.response.start" and _is_html(event):
                start = event
                return
            if start is not None and (start["status"] == PARTIAL or SHELL in event.get("body", b"")):
                replaced = True
                with using(language_of(scope)):
                    page = _page(self._home)
                await page(scope, receive, send)
            elif start is not None:
                await send(start)
            start = None
            if not replaced:
                await send(event)

        # HEAD is answered as GET would be; the server leaves out the text. What is packed could not be recognised.
        await self.app(without(scope, ENCODED) | {"method": "GET"}, receive, look)

    def _is_known(self, path: str) -> bool:
        return path in self._known or path.startswith(self._ours)


def _is_html(start: Message) -> bool:
    kinds = (value for name, value in start["headers"] if name.lower() == b"content-type")
    return start["status"] in (200, PARTIAL) and next(kinds, b"").startswith(b"text/html")


def _page(home: str) -> HTMLResponse:
    said = tr("There is no page at this address. It may have been cut off or mistyped.")
    return HTMLResponse(PAGE.format(tr("No such page"), said, home, tr("To the map"), current()), 404)
