"""Streamlit's scripts are packed once; everything else about them stays as Streamlit says."""

import asyncio
import contextlib
import gzip
import re
import socket
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from dashboard.server.packed_files import PackedFiles
from tests.awaited import awaited
from tests.dashboard.asgi import ask
from tests.trust.plain_http import PlainHttp

SCRIPT = b"const many = 1;\n" * 100
GZIP = {"Accept-Encoding": "gzip, br"}


def app(asked, *, status=200, base=""):
    """Return an app with one script everywhere, which notes what it is asked."""

    def answer(request):
        asked.append((request.url.path, request.method, dict(request.headers)))
        return Response(SCRIPT, status, media_type="text/javascript", headers={"ETag": '"1"', "Accept-Ranges": "bytes"})

    return Starlette(
        routes=[Route("/{path:path}", answer, methods=["GET", "HEAD", "POST"])],
        middleware=[Middleware(PackedFiles, base=base)],
    )


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("component/a.b/static/js/main.521860b0.js", "public, immutable, max-age=31536000"),
        ("component/a.b/index.html", "public, max-age=60"),
        ("static/js/x.CE4SdmW3.js", None),
        ("component/a.b/index.json", None),
    ],
)
def test_what_browsers_keep(path, kept):
    """A script with its content in its name has a lifetime like Streamlit's own, which says so itself, the page of a frame a short one; others are asked for anew."""
    assert ask(app([]), f"/{path}", headers=GZIP).headers.get("cache-control") == kept


def test_packed_once():
    """The file is asked for once and comes packed, with a weak tag; HEAD says the same without it."""
    asked = []
    one = app(asked)
    first, second = ask(one, "/static/js/a.js", headers=GZIP), ask(one, "/static/js/a.js?v=2", headers=GZIP)
    head = ask(one, "/static/js/a.js", method="HEAD", headers=GZIP)
    assert len(asked) == 1
    assert "accept-encoding" not in asked[0][2]
    assert first.body == second.body == gzip.compress(SCRIPT, 9, mtime=0)
    assert first.content == SCRIPT
    assert head.body == b""
    for each in (first, second, head):
        assert each.headers["content-encoding"] == "gzip"
        assert each.headers["content-length"] == str(len(first.body))
        assert each.headers["vary"] == "Accept-Encoding"
        assert each.headers["etag"] == 'W/"1"'
        assert "accept-ranges" not in each.headers


def test_a_first_head_keeps_the_whole_file():
    """A HEAD before any GET does not keep an empty file."""
    asked = []
    one = app(asked)
    ask(one, "/static/js/a.js", method="HEAD", headers=GZIP)
    assert ask(one, "/static/js/a.js", headers=GZIP).content == SCRIPT


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        ("/static/js/a.js", "GET", {}),
        ("/static/js/a.js", "GET", {"Accept-Encoding": "gzip;q=0"}),
        ("/static/js/a.js", "GET", GZIP | {"Range": "bytes=0-9"}),
        ("/static/js/a.js", "GET", GZIP | {"If-None-Match": '"1"'}),
        ("/static/js/a.js", "POST", GZIP),
        ("/static/media/a.woff2", "GET", GZIP),
        ("/static/index.html", "GET", GZIP),
        ("/elsewhere/a.js", "GET", GZIP),
    ],
)
def test_what_passes_as_it_is(path, method, headers):
    """Who does not take gzip, parts and questions whether it changed, pictures, pages and other folders."""
    asked = []
    one = app(asked)
    for _ in range(2):
        found = ask(one, path, method=method, headers=headers)
        assert "content-encoding" not in found.headers
        assert found.headers["etag"] == '"1"'
    assert len(asked) == 2


@pytest.mark.parametrize(
    "path", ["/static/./js/a.js", "/static//js/a.js", "/static/js/../js/a.js", "/static/%2e/js/a.js"]
)
def test_one_spelling_of_a_path_is_kept(path):
    """Of other spellings there is no end: they pass, and take no memory."""
    asked = []
    one = app(asked)
    for _ in range(2):
        assert "content-encoding" not in ask(one, path, headers=GZIP).headers
    assert len(asked) == 2


def in_parts(parts, *, length, leaves):
    """Return an app that sends a script in parts, and stops when the reader leaves if told to listen."""

    async def answer(scope, receive, send):
        headers = [(b"content-type", b"text/javascript"), (b"content-length", str(length).encode())]
        await receive()
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for n, part in enumerate(parts, 1):
            if leaves:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(0.05):
                        if (await receive())["type"] == "http.disconnect":
                            return
            await send({"type": "http.response.body", "body": part, "more_body": n < len(parts)})

    return answer


async def leaving(app, path):
    """Ask for a file and hang up before the answer; return what was sent all the same."""
    sent = []
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "root_path": ""}
    scope["headers"] = [(b"accept-encoding", b"gzip")]

    async def receive():
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    return sent


def test_a_reader_who_leaves_spoils_nothing_for_the_next():
    """The first one to ask hangs up at once: the file is read to its end all the same, and the next gets all of it."""
    one = PackedFiles(in_parts([SCRIPT[:9], SCRIPT[9:]], length=len(SCRIPT), leaves=True))
    awaited(leaving(one, "/static/js/a.js"))
    assert ask(one, "/static/js/a.js", headers=GZIP).content == SCRIPT


@pytest.mark.parametrize(("parts", "length"), [([SCRIPT[:9]], len(SCRIPT)), ([SCRIPT, SCRIPT], len(SCRIPT))])
def test_what_is_not_as_long_as_it_says_is_not_kept(parts, length):
    """An answer of another length than it says passes as it is: nothing of it stays."""
    one = PackedFiles(in_parts(parts, length=length, leaves=False))
    found = ask(one, "/static/js/a.js", headers=GZIP)
    assert "content-encoding" not in found.headers
    one.app = in_parts([SCRIPT], length=len(SCRIPT), leaves=False)
    assert ask(one, "/static/js/a.js", headers=GZIP).content == SCRIPT


def test_what_is_not_there_is_not_kept():
    """An error passes each time: addresses that are not there take no memory."""
    asked = []
    one = app(asked, status=404)
    for _ in range(2):
        found = ask(one, "/static/js/nothing.js", headers=GZIP)
        assert (found.status, found.body) == (404, SCRIPT)
    assert len(asked) == 2


def test_below_a_base_path():
    """The folders lie below it."""
    asked = []
    one = app(asked, base="/maps/")
    assert "content-encoding" in ask(one, "/maps/static/a.js", headers=GZIP).headers
    assert "content-encoding" not in ask(one, "/static/a.js", headers=GZIP).headers


def test_the_app_itself(server):
    """All scripts that the page names come packed, with the headers that every answer has."""
    http = PlainHttp(server.port)
    page = http.ask("/").body.decode()
    names = [name for name in re.findall(r'="\./(static/[^"]+)"', page) if name.endswith((".js", ".css"))]
    assert len(names) > 2
    for name in names:
        found = http.ask(f"/{name}", headers=GZIP)
        assert (found.status, found.headers["content-encoding"]) == (200, "gzip")
        assert "immutable" in found.headers["cache-control"]
        assert found.headers["x-content-type-options"] == "nosniff"
        assert gzip.decompress(found.body) == http.ask(f"/{name}").body
    http.close()


@pytest.mark.parametrize("path", ["/api/events.json", "/api/events.csv", "/"])
@pytest.mark.parametrize("wish", ["gzip;q=0", "identity, gzip;q=0", "identity"])
def test_whoever_refuses_gzip_gets_none(server, path, wish):
    """Nor from Streamlit's own packing, which looks for the word alone; what the answer depends on is said once."""
    http = PlainHttp(server.port)
    found = http.ask(path, headers={"Accept-Encoding": wish})
    assert "content-encoding" not in found.headers
    assert found.headers.get("vary", "Accept-Encoding") == "Accept-Encoding"
    http.close()


def test_readers_who_hang_up_spoil_no_script(server):
    """Scripts that were first asked for by a reader who hung up at once come whole to the next."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    for script in sorted(folder.glob("d*.js"))[:20]:
        with socket.create_connection(("127.0.0.1", server.port)) as hangs_up:
            hangs_up.sendall(
                f"GET /static/js/{script.name} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n".encode()
            )
        http = PlainHttp(server.port)
        found = http.ask(f"/static/js/{script.name}", headers=GZIP)
        assert gzip.decompress(found.body) == script.read_bytes()
        http.close()
