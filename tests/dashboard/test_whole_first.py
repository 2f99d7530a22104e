"""A message for a part of a screen is preceded by a run of the whole one, once a connection; everything else passes as it is."""

import asyncio

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.server.whole_first import STREAM, WholeFirst
from tests.awaited import awaited


def asked(fragment=""):
    """Return a message that asks for a run, of a part or of the whole, with a widget's state."""
    message = BackMsg()
    message.rerun_script.fragment_id, message.rerun_script.query_string = fragment, "country=EST"
    message.rerun_script.widget_states.widgets.add(id="x", bool_value=True)
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


def finished(status):
    """Return the message that a run has ended."""
    return {"type": "websocket.send", "bytes": ForwardMsg(script_finished=status).SerializeToString()}


def passed(messages, *, path=STREAM, n=None):
    """Return the first n messages (default: as many as were sent) that a server behind it gets when each of its runs ends first early, then well."""
    left, got = list(messages), []

    async def receive():
        return left.pop(0)

    async def send(_message):
        return None

    async def server(_scope, receive, send):
        while len(got) < (n or len(messages)):
            got.append(await receive())
            for status in (ForwardMsg.FINISHED_EARLY_FOR_RERUN, ForwardMsg.FINISHED_SUCCESSFULLY):
                await send(finished(status))

    app = WholeFirst(server, asked=BackMsg, said=ForwardMsg)
    awaited(app({"type": "websocket", "path": path}, receive, send))
    return got


def test_a_part_comes_after_the_whole():
    """The whole is asked for with the same address and no states, then the part as it came; a second part passes at once."""
    first, second = asked("part"), asked("other")
    whole, *rest = passed([first, second], n=3)
    run = BackMsg.FromString(whole["bytes"]).rerun_script
    assert (run.fragment_id, run.query_string, len(run.widget_states.widgets)) == ("", "country=EST", 0)
    assert rest == [first, second]


@pytest.mark.parametrize(
    ("messages", "path"),
    [([asked(), asked("part")], STREAM), ([asked("part")], "/elsewhere"), ([{"type": "websocket.connect"}], STREAM)],
)
def test_all_else_passes(messages, path):
    """A page that begins with a whole run, other websockets, and what is no message."""
    assert passed(messages, path=path) == messages


def fresh():
    """Return what a page asks for that has just been opened."""
    message = BackMsg()
    message.rerun_script.query_string = "country=EST"
    return {"type": "websocket.receive", "bytes": message.SerializeToString()}


@pytest.mark.parametrize(
    ("first", "waits"), [(asked(), True), (fresh(), False)], ids=["interrupted page", "fresh page"]
)
def test_a_page_that_was_interrupted_is_run_to_its_end(first, waits):
    """It asks for the whole with the states of its controls; a click meanwhile would end that run before its part is known."""
    left, states = [first, asked("part")], []

    async def receive():
        return left.pop(0)

    async def send(_message):
        return None

    async def server(_scope, receive, send):
        assert await receive() == first
        click = asyncio.create_task(receive())
        for status in (ForwardMsg.FINISHED_EARLY_FOR_RERUN, ForwardMsg.FINISHED_SUCCESSFULLY):
            await asyncio.sleep(0.01)
            states.append(click.done())
            await send(finished(status))
        assert await click == asked("part")

    awaited(WholeFirst(server, asked=BackMsg, said=ForwardMsg)({"type": "websocket", "path": STREAM}, receive, send))
    assert states == [not waits, not waits]


@pytest.mark.parametrize("garbage", [b"\xff" * 20, b"\x00", b"not a message"])
def test_what_is_no_message_passes(garbage):
    """Streamlit says so in its own way; nothing ends here."""
    event = {"type": "websocket.receive", "bytes": garbage}
    assert passed([event, asked()]) == [event, asked()]
