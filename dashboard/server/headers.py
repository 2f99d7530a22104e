"""Security headers on every response."""

from __future__ import annotations

import logging
import os

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAME_ANCESTORS = "AIRSPACE_FRAME_ANCESTORS"
"""Environment variable: who may embed the map, as CSP sources. Default: everyone, because embedding is what the map is for."""


def policy() -> dict[str, str]:
    """Return the headers.

    Streamlit's page needs inline styles and loads the script of our rows from a blob that it makes of it, and st_folium evaluates the
    map's script in its frame: all are ours, and no foreign host is allowed anywhere.
    """
    ancestors = os.environ.get(FRAME_ANCESTORS, "*").replace(";", " ").replace("\n", " ").replace("\r", " ")
    csp = {
        "default-src": "'self'",
        "script-src": "'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'self' blob: data:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": ancestors,
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in csp.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    }


class SecurityHeaders:
    """ASGI middleware that adds the headers of `policy` to each HTTP response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = policy()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, add the headers to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        started = False

        async def with_headers(event: Message) -> None:
            nonlocal started
            if event["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=event)
                for name, value in self.headers.items():
                    headers[name] = value
                if vary := headers.get("vary"):  # Streamlit's packing adds what our own answers have said already
                    headers["vary"] = ", ".join(dict.fromkeys(part.strip() for part in vary.split(",")))
            await send(event)

        try:
            await self.app(scope, receive, with_headers)
        except Exception:
            # Starlette's own answer to a fault would come from outside of this, without the headers.
            if started:
                raise
            logging.getLogger("airspace").exception("%s %s", scope["method"], scope["path"])
            await PlainTextResponse("Internal Server Error\n", 500)(scope, receive, with_headers)
