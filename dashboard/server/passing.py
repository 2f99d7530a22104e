"""What our middlewares share: requests without some headers, answers gathered whole, the address of the app."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Scope

ENCODED = b"accept-encoding"


def home_of(base: str) -> str:
    """Return the path at which the app is served, with a slash at both ends; `base` is its folder, "" for the root."""
    return f"/{base.strip('/')}/" if base.strip("/") else "/"


def below(base: str, routes: Iterable[Route]) -> list[Route]:
    """Return routes below the folder in which the app is served. A mount would take all other addresses there from Streamlit."""
    home = home_of(base).rstrip("/")
    return [Route(home + route.path, route.endpoint, methods=route.methods, name=route.name) for route in routes]


def without(scope: Scope, *names: bytes) -> Scope:
    """Return a request without some of its headers."""
    return scope | {"headers": [header for header in scope["headers"] if header[0] not in names]}


async def whole(app: ASGIApp, scope: Scope) -> tuple[Message, bytes]:
    """Return the start of an answer and all of its body, for a request without one.

    It does not hear whether the reader leaves: an answer that others get as well would be cut short by the one who does.

    Raises
    ------
    EOFError
        The answer ended before its last part, or is not as long as it says.
    """
    start: Message = {}
    body, more, asked = bytearray(), True, False

    async def receive() -> Message:
        nonlocal asked
        if asked:
            await asyncio.Event().wait()
        asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def collect(event: Message) -> None:
        nonlocal start, more
        if event["type"] == "http.response.start":
            start = event
        else:
            body.extend(event.get("body", b""))
            more = event.get("more_body", False)

    await app(scope, receive, collect)
    said = Headers(raw=start.get("headers", [])).get("content-length", str(len(body)))
    if more or said != str(len(body)):
        raise EOFError(
            f"{scope['path']}: {len(body)} of {said} bytes, the last part {'is missing' if more else 'came'}"
        )
    return start, bytes(body)
