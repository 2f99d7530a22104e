"""The API answers for itself, before what Streamlit puts around every answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.server.passing import below, home_of

_SLASHES = re.compile("/{2,}")


class ApiFirst:
    """ASGI middleware: all paths below /api lead to its routes alone.

    Streamlit's own middleware would pack once more what is packed already, and answer paths that look unsafe with a bare 400. No path of the API is
    one of a file.

    Parameters
    ----------
    app : ASGI app
        What is wrapped.
    routes : iterable of Route
        Those of the API.
    unknown : ASGI app
        Answers paths that none of them takes.
    base : str
        Folder in which the app is served, "" for the root.
    """

    def __init__(self, app: ASGIApp, *, routes: Iterable[Route], unknown: ASGIApp, base: str = "") -> None:
        self.app = app
        self._api = Router(below(base, routes), redirect_slashes=False, default=unknown)
        self._folder = f"{home_of(base)}api/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is asked of the API, pass the rest on."""
        is_ours = scope["type"] == "http" and self._is_ours(scope)
        await (self._api if is_ours else self.app)(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        path = _SLASHES.sub("/", scope["path"].removeprefix(scope.get("root_path", "")))
        return f"{path}/".startswith(self._folder)
