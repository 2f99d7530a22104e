"""A page of another origin than the app's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@contextmanager
def elsewhere(page: str, *, host: str = "127.0.0.1") -> Iterator[str]:
    """Serve a page on a port of its own; gives its address, in which the host stands as given."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer with the page."""
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # a browser that has closed the tab
                self.wfile.write(page.encode())

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    served = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=served.serve_forever, daemon=True).start()
    try:
        yield f"http://{host}:{served.server_port}/"
    finally:
        served.shutdown()
        served.server_close()
