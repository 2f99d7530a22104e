"""Readers come before what is made ahead."""

from __future__ import annotations

from typing import Any

from dashboard.spare_time import spare_time


class Disturb:
    """Middleware: every request, and every message of a session, is heard by `spare_time`.

    Parameters
    ----------
    app : ASGI app
        What is wrapped.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Pass everything on."""
        spare_time.disturb(done=False)
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def heard() -> dict[str, Any]:
            event = await receive()
            spare_time.disturb()
            return event

        await self.app(scope, heard, send)
