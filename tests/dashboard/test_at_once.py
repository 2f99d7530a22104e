"""Connections send small pieces at once, the listening socket of Streamlit included."""

import asyncio
import socket

import pytest

from dashboard.server.at_once import send_at_once
from dashboard.warm import lifespan
from tests.awaited import awaited


async def nodelay(*, prepared):
    """Return whether a connection accepted from a socket without a protocol, such as Streamlit's, has TCP_NODELAY."""
    found = asyncio.get_running_loop().create_future()

    class Accepted(asyncio.Protocol):
        def connection_made(self, transport):
            accepted = transport.get_extra_info("socket")
            found.set_result(bool(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))
            transport.close()

    loop = asyncio.get_running_loop()
    if prepared:
        send_at_once(loop)
    listening = socket.socket(family=socket.AF_INET)
    listening.bind(("127.0.0.1", 0))
    server = await loop.create_server(Accepted, sock=listening, backlog=5)
    _, writer = await asyncio.open_connection(*listening.getsockname())
    answer = await found
    writer.close()
    server.close()
    await server.wait_closed()
    return answer


@pytest.mark.parametrize("prepared", [True, False])
def test_accepted_connections_send_at_once(prepared):
    """With it they do; without it they would not, or it could go."""
    assert awaited(nodelay(prepared=prepared)) is prepared


def test_the_server_does_it_at_its_start():
    """Before it listens."""

    async def started():
        loop = asyncio.get_running_loop()
        before = loop.create_server
        async with lifespan(list)(None):
            return loop.create_server is not before

    assert awaited(started())
