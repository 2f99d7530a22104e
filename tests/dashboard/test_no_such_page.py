"""Addresses that are no screens are answered with 404 and a way to the map; everything else is as it was."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, StreamingResponse
from starlette.routing import Route

from dashboard.server.no_such_page import SHELL, NoSuchPage
from tests.dashboard.asgi import ask
from tests.dashboard.screen import pages, run
from tests.trust.plain_http import PlainHttp

STRANGE = (
    "/nope",
    "/nope/nope",
    "/map/nope",
    "/apiary",
    "/.git/config",
    "/seeds/events.csv",
    "/static/js/nothing.js",
    "/<script>",
)


def app(answer, **options):
    """Return an app that answers everything alike, with the middleware around it."""
    return Starlette(
        routes=[Route("/{path:path}", lambda _request: answer)],
        middleware=[Middleware(NoSuchPage, screens=("map", "data"), **options)],
    )


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "gzip, br"}], ids=["plain", "packed"])
def test_the_app_itself(server, method, headers):
    """Screens are there, strange addresses are not, and those of our own folders and of Streamlit's answer for themselves; for browsers, which take packed answers, too."""
    http = PlainHttp(server.port)
    assert [path for path in STRANGE if http.ask(path, method=method, headers=headers).status != 404] == []
    here = ["/", "/api", "/api/events.json", "/_stcore/health", *(f"/{name}" for name in pages(run()) if name)]
    assert [path for path in here if http.ask(path, method=method, headers=headers).status != 200] == []
    http.close()


def test_the_page_leads_home_in_the_language_of_the_address():
    """The way leads to the root of the app, below a base path too."""
    shell = HTMLResponse(b"<html>" + SHELL)
    found = ask(app(shell, base="/maps/"), "/maps/nope?lang=pl")
    assert found.status == 404
    assert 'lang="pl"' in found.body.decode()
    assert 'href="/maps/"' in found.body.decode()
    assert ask(app(shell, base="maps"), "/maps/data").status == 200
    assert ask(app(shell, base="maps"), "/data").status == 404


def test_other_answers_pass_whole():
    """Pages without Streamlit's root, answers in pieces, and folders of our own."""
    assert ask(app(HTMLResponse("<p>one</p>")), "/nope").body == b"<p>one</p>"
    pieces = app(StreamingResponse(iter([b"<p>", b"two", b"</p>"]), media_type="text/html"))
    assert ask(pieces, "/nope").body == b"<p>two</p>"
    late = app(StreamingResponse(iter([SHELL, b"more"]), media_type="text/html"))
    assert b"more" not in ask(late, "/nope").body
    for path in ("/api/nothing", "/component/streamlit_folium.st_folium/index.html"):
        assert ask(app(HTMLResponse(SHELL)), path).status == 200


def test_a_part_of_the_page_is_the_page():
    """Who asks for some bytes of a strange address is told that there is nothing."""
    part = HTMLResponse(b"<!doctype h", 206, headers={"Content-Range": "bytes 0-10/900"})
    assert ask(app(part), "/nope", headers={"Range": "bytes=0-10"}).status == 404
