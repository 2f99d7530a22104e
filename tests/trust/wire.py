"""The wire between browser and server: passes everything on, and can be cut."""

from __future__ import annotations

import contextlib
import socket
import threading


class Wire:
    """Listens on a port of its own and passes on to another; a context manager.

    Parameters
    ----------
    port : int
        Where the server listens, on 127.0.0.1.

    Attributes
    ----------
    url : str
        Where to go instead.
    sockets : int
        Websockets that have been opened through it.
    """

    def __init__(self, port: int) -> None:
        self.port, self.sockets = port, 0
        self._open: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def __enter__(self) -> Wire:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._listening.close()
        self.cut()

    def cut(self) -> None:
        """End all websockets in the middle of whatever they do, without a word."""
        while self._open:
            _end(self._open.pop())

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.create_connection(("127.0.0.1", self.port))
                threading.Thread(target=self._pass, args=(near, far), daemon=True).start()
                threading.Thread(target=self._pass, args=(far, near), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        other.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with contextlib.suppress(OSError):
            while data := one.recv(1 << 16):
                if b"upgrade: websocket" in data[:2000].lower() and data[:4] == b"GET ":
                    self._open += [one, other]
                    self.sockets += 1
                other.sendall(data)
        _end(one)
        _end(other)


def _end(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
