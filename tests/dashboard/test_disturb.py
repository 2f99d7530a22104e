"""What readers do is heard, told from what their browsers fetch, and passed on as it is."""

import pytest

from dashboard.server import disturb as module
from dashboard.server.disturb import Disturb
from dashboard.spare_time import SpareTime
from tests.awaited import awaited


@pytest.fixture
def spare(monkeypatch):
    """Nobody has done anything yet."""
    spare = SpareTime()
    monkeypatch.setattr(module, "spare_time", spare)
    return spare


def passed(kind, events):
    """Return what the app behind it received and sent."""
    received, sent, left = [], [], list(events)

    async def behind(_scope, receive, send):
        for _ in events:
            received.append(await receive())
        await send({"type": "sent"})

    async def receive():
        return left.pop(0)

    async def send(event):
        sent.append(event)

    awaited(Disturb(behind)({"type": kind}, receive, send))
    assert sent == [{"type": "sent"}]
    return received


def test_messages_of_a_session(spare):
    """Each is something that a reader does."""
    events = [{"type": "websocket.receive", "bytes": b"a"}, {"type": "websocket.receive", "bytes": b"b"}]
    assert passed("websocket", events) == events
    assert len(spare._messages) == 2
    assert spare._rest() > 0


def test_what_is_fetched(spare):
    """It disturbs, and does not make the server busy."""
    events = [{"type": "http.request", "body": b""}]
    assert passed("http", events) == events
    assert not spare._messages
    assert spare._rest() > 0


def test_nobody(spare):
    """Who has heard nothing has all the time."""
    assert spare._rest() < 0
