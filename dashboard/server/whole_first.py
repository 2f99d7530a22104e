"""A page that finds another server, or one that has forgotten its session, works on."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from google.protobuf.message import DecodeError

LONGEST_S = 30.0
STREAM = "/_stcore/stream"


class WholeFirst:
    """Middleware: the first message of a connection that asks for a part of a screen gets the whole screen run before it, and to its end.

    A screen is a fragment, so that what a reader does in it asks for that part alone. After a restart, on another replica, or once the session has
    been forgotten, the server knows no such part and ignores the message: every control of the open page would be dead. A run of the
    whole screen, from the address that the message carries, makes the part known; then the message itself is passed on. A page that
    was interrupted asks for the whole by itself, with the state of its controls: what the reader does meanwhile waits for that.

    Parameters
    ----------
    app : ASGI app
        What is wrapped.
    asked, said : type
        Streamlit's messages to the server and from it (``BackMsg``, ``ForwardMsg``).
    """

    def __init__(self, app: Any, *, asked: type, said: type) -> None:
        self.app, self._asked, self._said = app, asked, said

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Pass everything on; look at the messages of a session until the first run has been asked for."""
        if scope["type"] != "websocket" or not scope["path"].endswith(STREAM):
            await self.app(scope, receive, send)
            return
        held: list[dict[str, Any]] = []
        looking, finished = True, asyncio.Event()

        async def receive_whole_first() -> dict[str, Any]:
            nonlocal looking
            event = held.pop() if held else await receive()
            if finished.is_set() or event["type"] != "websocket.receive" or not event.get("bytes"):
                return event
            asked = _parsed(self._asked, event["bytes"])
            if asked is None or asked.WhichOneof("type") != "rerun_script":
                return event
            run, first = asked.rerun_script, looking
            looking = False
            if not first:
                if run.fragment_id:  # sooner it would end the run that makes its part known
                    with suppress(TimeoutError):
                        await asyncio.wait_for(finished.wait(), LONGEST_S)
                    finished.set()
                return event
            if not run.fragment_id:
                if not run.widget_states.widgets:  # a page that has just been opened: nothing to wait for
                    finished.set()
                return event
            held.append(event)
            run.fragment_id = ""
            run.ClearField("widget_states")
            return event | {"bytes": asked.SerializeToString()}

        async def send_and_look(event: dict[str, Any]) -> None:
            await send(event)
            if not looking and not finished.is_set() and event["type"] == "websocket.send" and event.get("bytes"):
                said = self._said.FromString(event["bytes"])
                if said.WhichOneof("type") == "script_finished" and said.script_finished == said.FINISHED_SUCCESSFULLY:
                    finished.set()

        await self.app(scope, receive_whole_first, send_and_look)


def _parsed(kind: type, message: bytes) -> Any:
    """Return a message, None when it is none: Streamlit says so in its own way."""
    try:
        return kind.FromString(message)
    except DecodeError:
        return None
