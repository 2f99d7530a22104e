"""A session without a browser: Streamlit's own messages over a websocket."""

from __future__ import annotations

import asyncio
import time
from types import TracebackType
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

LONGEST_S = 60
MOST_BYTES = 1 << 26
VIEWS = (
    {},
    {"period": ["2025-09-01", "2025-09-30"]},
    {"country": ["EST", "POL"]},
    {"type": "drone_incursion", "status": "confirmed"},
    {"q": "vaindloo"},
    {"event": "2025-09-19-ee-mig31-vaindloo"},
    {"category": "incident", "actor": "RUS"},
)
"""What sessions ask for, one after the other."""


class FaultError(Exception):
    """The server sent an exception, or ended a run with a fault."""


class Session:
    """One connected reader; a context manager.

    Parameters
    ----------
    url : str
        Address of the server, http.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.received = 0

    async def __aenter__(self) -> Session:
        self._socket = await connect(
            self.url.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=MOST_BYTES,
            open_timeout=LONGEST_S,
            compression=None,
        )
        return self

    async def __aexit__(self, _kind: type | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        await self._socket.close()

    async def act(self, view: dict[str, str | list[str]]) -> tuple[float, str]:
        """Ask for a view and return the seconds until all of it has arrived, and the count that it shows ("n of N").

        Raises
        ------
        FaultError
            The run ended with a fault.
        """
        message = BackMsg()
        message.rerun_script.query_string = urlencode(view, doseq=True)
        started = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        said = ""
        while True:
            answer = ForwardMsg()
            data = await asyncio.wait_for(self._socket.recv(), LONGEST_S)
            self.received += len(data)
            answer.ParseFromString(data)
            kind = answer.WhichOneof("type")
            if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
                raise FaultError(answer.delta.new_element.exception.message)
            if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "markdown":
                body = answer.delta.new_element.markdown.body
                said = body if "recorded events" in body else said
            if kind == "script_finished":
                if answer.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue  # the first run of a session hands over to a second one
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise FaultError(f"the run ended with status {answer.script_finished}")
                return time.perf_counter() - started, said
