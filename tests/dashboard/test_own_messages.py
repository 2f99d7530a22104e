"""The guard stands in the frames of components, before their own script, and nowhere else."""

from pathlib import Path

import pytest
import streamlit_folium
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from dashboard.server.in_head import InHead
from dashboard.server.own_messages import GUARD, in_head
from tests.dashboard.asgi import ask


@pytest.mark.parametrize("path", ["/", "/map", "/api/events.json", "/static/js/index.js"])
def test_only_frames_of_components(path):
    """Other pages stay as they are."""
    assert in_head({"path": path}) == ""


def test_the_frame_of_the_map_has_it():
    """It runs while the page is read, the component's script is deferred until then; also where the answer would be packed."""
    page = (Path(streamlit_folium.__file__).parent / "frontend" / "build" / "index.html").read_text(encoding="utf-8")
    routes = [Route("/{path:path}", lambda _request: HTMLResponse(page))]
    packed = Middleware(GZipMiddleware, minimum_size=1)
    app = Starlette(routes=routes, middleware=[Middleware(InHead, written=in_head), packed])
    path = "/component/streamlit_folium.st_folium/index.html"
    found = ask(app, path, headers={"Accept-Encoding": "gzip"}).content.decode()
    assert found == page.replace("</head>", GUARD + "</head>")
    assert all("defer" in tag for tag in found.split("<script")[1:] if "src=" in tag.partition(">")[0])


def test_parts_and_heads_speak_of_the_page_that_is_sent():
    """A range is of the file without the guard, so the whole page comes; HEAD says what GET does, without the text."""
    asked = []

    def page(request):
        asked.append(dict(request.headers))
        return HTMLResponse("<html><head></head></html>", headers={"ETag": '"1"', "Accept-Ranges": "bytes"})

    routes = [Route("/{path:path}", page, methods=["GET"])]
    app = Starlette(routes=routes, middleware=[Middleware(InHead, written=in_head)])
    path = "/component/x/index.html"
    got = ask(app, path, headers={"Range": "bytes=0-10", "If-Range": '"1"'})
    head = ask(app, path, method="HEAD")
    assert not {"range", "if-range"} & set(asked[0])
    assert (got.status, head.status, head.body) == (200, 200, b"")
    assert got.headers == head.headers
    assert int(got.headers["content-length"]) == len(got.body)
    assert "etag" not in got.headers
