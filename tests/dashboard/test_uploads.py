"""Uploads of any size that is let through stay in memory."""

from starlette.requests import Request

from dashboard.import_job import LIMITS
from dashboard.server import uploads
from tests.awaited import awaited

MORE_THAN_A_MEGABYTE = b"x" * (3 << 20)


def parsed(content):
    """Return whether an upload went to disk, and what came of it."""
    head = b'--b\r\nContent-Disposition: form-data; name="f"; filename="x.csv"\r\n\r\n'
    body = head + content + b"\r\n--b--\r\n"

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    async def read():
        scope = {"type": "http", "headers": [(b"content-type", b"multipart/form-data; boundary=b")]}
        form = await Request(scope, receive).form()
        file = form["f"].file
        with file:
            return file._rolled, file.read()

    return awaited(read())


def test_an_upload_stays_in_memory(monkeypatch):
    """By itself Starlette moves it to a file on disk; told otherwise it does not."""
    monkeypatch.setattr(uploads.MultiPartParser, "spool_max_size", 1 << 20)
    assert parsed(MORE_THAN_A_MEGABYTE) == (True, MORE_THAN_A_MEGABYTE)
    uploads.keep_in_memory()
    assert parsed(MORE_THAN_A_MEGABYTE) == (False, MORE_THAN_A_MEGABYTE)


def test_every_upload_fits():
    """Whatever the limit of uploads lets through is kept so."""
    assert LIMITS.bytes < uploads.IN_MEMORY
