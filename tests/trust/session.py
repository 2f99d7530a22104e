"""A session without a browser: Streamlit's own messages over a websocket, and uploads as the browser makes them."""

from __future__ import annotations

import asyncio
import re
import time
from types import TracebackType
from typing import Any
from urllib.parse import urlencode, urlsplit

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import connect

from tests.trust.plain_http import PlainHttp

LONGEST_S = 60
MOST_BYTES = 1 << 26
WIDGET = re.compile(r"^\$\$ID-[0-9a-f]+-(?!None$)(.+)$")
"""Id of a widget that was given a key; the key is its end."""
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
    listening : bool, default False
        Whether all that arrives is kept, and what widgets there are.

    Attributes
    ----------
    received : int
        Bytes that have arrived.
    heard : list of bytes
        The messages themselves, of a session that listens.
    widgets : dict of str to str
        Ids of the widgets of a session that listens, by their keys.
    session_id : str
        What Streamlit calls the session.
    """

    def __init__(self, url: str, *, listening: bool = False) -> None:
        self.url, self.listening = url, listening
        self.received = 0
        self.heard: list[bytes] = []
        self.widgets: dict[str, str] = {}
        self.session_id = ""
        self._states: dict[str, dict[str, Any]] = {}

    async def __aenter__(self) -> Session:
        self._socket = await connect(
            self.url.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=MOST_BYTES,
            open_timeout=LONGEST_S,
            ping_timeout=LONGEST_S,
            compression=None,
        )
        return self

    async def __aexit__(self, _kind: type | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        await self._socket.close()

    async def act(
        self, view: dict[str, str | list[str]], *, page: str = "", press: str = "", **states: Any
    ) -> tuple[float, str]:
        """Ask for a view and return the seconds until all of it has arrived, and the count that it shows ("n of N").

        Parameters
        ----------
        view : dict
            Parameters of the address.
        page : str, default ""
            Which screen, by its path; the map.
        press : str, default ""
            Key of a button to press.
        **states : Any
            Further fields of the state of that widget instead of a press: ``file_uploader_state_value=…``. They stay.

        Raises
        ------
        FaultError
            The run ended with a fault.
        """
        message = BackMsg()
        message.rerun_script.query_string = urlencode(view, doseq=True)
        message.rerun_script.page_name = page
        if press and states:
            self._states[self.widgets[press]] = states
        for name, fields in self._states.items():
            message.rerun_script.widget_states.widgets.append(WidgetState(id=name, **fields))
        if press and not states:
            message.rerun_script.widget_states.widgets.append(WidgetState(id=self.widgets[press], trigger_value=True))
        started = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        said = ""
        while True:
            answer = await self._answer()
            kind = answer.WhichOneof("type")
            if kind == "new_session":
                self.session_id = answer.new_session.initialize.session_id or self.session_id
            if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
                raise FaultError(answer.delta.new_element.exception.message)
            if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "markdown":
                body = answer.delta.new_element.markdown.body
                said = body if "recorded events" in body else said
            if kind == "delta" and self.listening:
                self._note(answer.delta)
            if kind == "script_finished":
                if answer.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue  # the first run of a session hands over to a second one
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise FaultError(f"the run ended with status {answer.script_finished}")
                return time.perf_counter() - started, said

    async def upload(self, uploader: str, name: str, body: bytes, *, page: str) -> None:
        """Put a file into an uploader and let the screen run with it."""
        message = BackMsg()
        message.file_urls_request.request_id = "upload"
        message.file_urls_request.file_names.append(name)
        message.file_urls_request.session_id = self.session_id
        await self._socket.send(message.SerializeToString())
        while (answer := await self._answer()).WhichOneof("type") != "file_urls_response":
            pass
        (urls,) = answer.file_urls_response.file_urls
        await asyncio.to_thread(self._put, urls.upload_url, name, body)
        info = {"file_id": urls.file_id, "name": name, "size": len(body), "file_urls": urls}
        await self.act({}, page=page, press=uploader, file_uploader_state_value={"uploaded_file_info": [info]})

    def _put(self, path: str, name: str, body: bytes) -> None:
        head = (
            f'--b\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
        )
        http = PlainHttp(urlsplit(self.url).port)
        cookies = http.ask("/_stcore/health").headers.get_all("Set-Cookie", [])
        token = (
            next(each for each in cookies if each.startswith("_streamlit_xsrf=")).partition("=")[2].partition(";")[0]
        )
        headers = {
            "Content-Type": "multipart/form-data; boundary=b",
            "Cookie": f"_streamlit_xsrf={token}",
            "X-Xsrftoken": token,
        }
        reply = http.ask(path, method="PUT", headers=headers, body=head.encode() + body + b"\r\n--b--\r\n")
        http.close()
        if reply.status >= 300:
            raise FaultError(str(reply))

    async def _answer(self) -> ForwardMsg:
        data = await asyncio.wait_for(self._socket.recv(), LONGEST_S)
        self.received += len(data)
        if self.listening:
            self.heard.append(data)
        answer = ForwardMsg()
        answer.ParseFromString(data)
        return answer

    def _note(self, delta: Message) -> None:
        """Note the widgets of an element: whatever has an id of its own."""
        element = getattr(delta.new_element, delta.new_element.WhichOneof("type") or "", None)
        if found := WIDGET.match(str(getattr(element, "id", ""))):
            self.widgets[found[1]] = found[0]

    def forget(self, key: str) -> None:
        """Let go of the state of a widget, as a browser does when it is gone."""
        self._states.pop(self.widgets.pop(key, ""), None)
