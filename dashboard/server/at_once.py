"""What is small leaves the server at once."""

from __future__ import annotations

import asyncio
import socket
from typing import Any


def send_at_once(loop: asyncio.AbstractEventLoop) -> None:
    """Let every connection that a server of this loop accepts send small pieces without waiting for an acknowledgement.

    asyncio does so by itself, but only for sockets that name TCP as their protocol, and Streamlit's listening socket names none: an answer of two
    pieces (head and body), and each message of a session after the first, then waits up to 40 ms. Accepted sockets inherit the option.
    """
    create = loop.create_server

    async def create_server(*args: Any, **options: Any) -> asyncio.Server:
        listening = options.get("sock")
        if listening is not None and listening.family in (socket.AF_INET, socket.AF_INET6):
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return await create(*args, **options)

    loop.create_server = create_server
