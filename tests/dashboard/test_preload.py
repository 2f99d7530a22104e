"""The page of the map names what its first view needs, and all of it is there."""

import re
import urllib.request
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dashboard.server import preload
from dashboard.server.in_head import InHead
from dashboard.server.preload import ELEMENTS
from tests.dashboard.asgi import ask

PAGE = "<html><head><title>x</title></head><body></body></html>"


def app(answer):
    """Return an app whose every page is this answer, with the middleware around it."""
    routes = [Route(path, lambda _request: answer) for path in ("/", "/map", "/about")]
    return Starlette(routes=routes, middleware=[Middleware(InHead, written=preload.in_head)])


def fetched(server, path, **headers):
    """Return the answer of the running app."""
    request = urllib.request.Request(server.url + path, headers=headers)  # noqa: S310 - our own server
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return answer.status, dict(answer.headers), answer.read().decode("utf-8", "replace")


@pytest.mark.parametrize("element", ELEMENTS)
def test_each_element_has_its_script(element):
    """Streamlit still keeps the script of each element in a file of its own."""
    home = Path(streamlit.__file__).parent / "static" / "static" / "js"
    (path,) = home.glob(f"{element}.*.js")
    assert path.name in preload.tags()


def test_everything_named_is_there(server):
    """Each address in the page answers, and none leads to another host."""
    _, headers, page = fetched(server, "/")
    named = re.findall(r'(?:src|href)="(\./(?:static/js|assets|blobs|component)/[^"]+)"', page)
    ours = [url for url in named if "/assets/" in url or "/blobs/" in url]
    assert len(ours) == 4
    assert int(headers["content-length"]) == len(page.encode())
    for url in named:
        assert fetched(server, url.removeprefix("."))[0] == 200, url


@pytest.mark.parametrize("path", ["/", "/map"])
def test_a_browser_that_takes_packed_answers_gets_the_tags(server, path):
    """All browsers do: nothing could be written into a packed page."""
    assert 'rel="prefetch"' in fetched(server, path, **{"Accept-Encoding": "gzip"})[2]


def test_a_browser_that_has_the_page_gets_it_whole(server):
    """The page changes with the data, which Streamlit's validators know nothing of: none is sent, none is heeded."""
    status, headers, page = fetched(server, "/", **{"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"})
    assert status == 200
    assert 'rel="prefetch"' in page
    assert not {"etag", "last-modified"} & set(map(str.lower, headers))


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/about", Response(PAGE, media_type="text/html")),
        ("/", PlainTextResponse(PAGE)),
        ("/", Response("<html>", media_type="text/html")),
    ],
)
def test_anything_else_stays_as_it_is(path, answer):
    """Other screens, other kinds of answer and a page without a head pass through."""
    assert ask(app(answer), path).body == answer.body


def test_without_data_the_page_comes_all_the_same(monkeypatch):
    """A package that cannot be read leaves out its file, nothing else."""

    def broken():
        raise preload.PackageError("no such folder")

    monkeypatch.setattr(preload, "store", broken)
    page = ask(app(Response(PAGE, media_type="text/html")), "/").body.decode()
    assert "/assets/map." in page
    assert "/blobs/" not in page
