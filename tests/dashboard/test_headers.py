"""Security headers on every response: no foreign host, no sniffing, embedding as configured."""

import re
import urllib.error
import urllib.request

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from dashboard.server import headers
from dashboard.server.headers import SecurityHeaders, policy
from tests.dashboard.asgi import ask

PATHS = [
    "/",
    "/data",
    "/about",
    "/?embed=true",
    "/api/healthz",
    "/api/events.csv",
    "/api/events.xml",
    "/assets/nothing.js",
    "/blobs/000000000000/core.bin",
    "/_stcore/health",
    "/component/streamlit_folium.st_folium/index.html",
    "/no/such/page",
]
ANCESTORS = [
    (None, "*"),
    ("https://a.example https://b.example", "https://a.example https://b.example"),
    ("'none'", "'none'"),
]


def directives(csp):
    """Return a policy as a dict of lists."""
    return {words[0]: words[1:] for words in (part.split() for part in csp.split(";")) if words}


def fetch(url):
    """Return the headers of an address, whatever its status."""
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310 - our own server
            return answer.headers
    except urllib.error.HTTPError as err:
        return err.headers


@pytest.mark.parametrize("path", PATHS)
def test_every_response_carries_them(server, path):
    """Page, API, assets, data, component and errors carry all headers."""
    found = fetch(server.url + path)
    assert {name: found[name] for name in policy()} == policy()


def test_no_foreign_host():
    """But for who may embed it, the policy names no host and no whole scheme that could reach one."""
    found = directives(policy()["Content-Security-Policy"])
    del found["frame-ancestors"]
    words = {word for sources in found.values() for word in sources}
    assert not [word for word in words if re.search(r"\.|\*|^(https?|wss?):", word)]
    assert found["default-src"] == ["'self'"]
    assert found["object-src"] == ["'none'"]


def test_nothing_is_sniffed():
    """Types are taken as they are said."""
    assert policy()["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("given", "expected"), ANCESTORS)
def test_who_may_embed(monkeypatch, given, expected):
    """AIRSPACE_FRAME_ANCESTORS says who may embed the map; by default everyone."""
    monkeypatch.delenv(headers.FRAME_ANCESTORS, raising=False)
    if given is not None:
        monkeypatch.setenv(headers.FRAME_ANCESTORS, given)
    assert directives(policy()["Content-Security-Policy"])["frame-ancestors"] == expected.split()


@pytest.mark.parametrize("given", ["a.example; script-src *", "a.example\r\nSet-Cookie: x=1", "a.example\nX: y"])
def test_the_variable_cannot_widen_the_policy(monkeypatch, given):
    """What stands in the variable can add neither a directive nor a header."""
    monkeypatch.setenv(headers.FRAME_ANCESTORS, given)
    csp = policy()["Content-Security-Policy"]
    assert directives(csp)["script-src"][0] == "'self'"
    assert not re.search(r"[\r\n]", csp)
    assert csp.count(";") == len(directives(csp)) - 1


def test_they_replace_what_a_route_says():
    """A route cannot loosen the policy."""
    loose = Route("/", lambda _request: PlainTextResponse("x", headers={"Content-Security-Policy": "default-src *"}))
    answer = ask(Starlette(routes=[loose], middleware=[Middleware(SecurityHeaders)]), "/")
    assert answer.headers["content-security-policy"] == policy()["Content-Security-Policy"]


def test_a_fault_carries_them_too(caplog):
    """An exception in a route is a plain 500 with all headers; its words are in the log only."""

    def fail(_request):
        raise RuntimeError("secret words")

    answer = ask(Starlette(routes=[Route("/", fail)], middleware=[Middleware(SecurityHeaders)]), "/")
    assert answer.status == 500
    assert {name: answer.headers[name.lower()] for name in policy()} == policy()
    assert answer.body == b"Internal Server Error\n"
    assert "secret words" in caplog.text
