"""HTTP without a client's help: paths go out as they are, redirects are not followed, all answers are kept."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from email.message import Message

LONGEST_S = 60


@dataclass(frozen=True)
class Reply:
    """What the server answered to one request."""

    method: str
    path: str
    status: int
    headers: Message
    body: bytes

    def __str__(self) -> str:
        return f"{self.method} {self.path[:200]}: {self.status}"


class PlainHttp:
    """One kept connection to a server on this machine.

    Parameters
    ----------
    port : int
        Its port on 127.0.0.1.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST_S)

    def ask(
        self, path: str, *, method: str = "GET", headers: dict[str, str] | None = None, body: bytes | None = None
    ) -> Reply:
        """Send one request and return the answer; a connection that the server has closed is opened anew."""
        try:
            return self._ask(path, method, headers or {}, body)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            self._connection.close()
            return self._ask(path, method, headers or {}, body)

    def _ask(self, path: str, method: str, headers: dict[str, str], body: bytes | None) -> Reply:
        self._connection.request(method, path, body=body, headers=headers)
        found = self._connection.getresponse()
        return Reply(method, path, found.status, found.headers, found.read())

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def health(port: int) -> dict:
    """Return what /api/healthz says."""
    http = PlainHttp(port)
    found = json.loads(http.ask("/api/healthz").body)
    http.close()
    return found
