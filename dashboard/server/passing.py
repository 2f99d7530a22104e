"""What our middlewares share: requests without some headers, answers gathered whole, the address of the app."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope

ENCODED = b"accept-encoding"


def home_of(base: str) -> str:
    """Return the path at which the app is served, with a slash at both ends; `base` is its folder, "" for the root."""
    return f"/{base.strip('/')}/" if base.strip("/") else "/"


def without(scope: Scope, *names: bytes) -> Scope:
    """Return a request without some of its headers."""
    return scope | {"headers": [header for header in scope["headers"] if header[0] not in names]}


async def whole(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
    """Return the start of an answer and all of its body."""
    start: Message = {}
    body = bytearray()

    async def collect(event: Message) -> None:
        nonlocal start
        if event["type"] == "http.response.start":
            start = event
        else:
            body.extend(event.get("body", b""))

    await app(scope, receive, collect)
    return start, bytes(body)
