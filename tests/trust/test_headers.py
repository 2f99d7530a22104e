"""Every route, those of Streamlit included, answers with all headers; the checks are shown to fail."""

from email.message import Message

import pytest

from dashboard.server.headers import policy
from tests.server import ROOT
from tests.trust.headers import answers, baked, bare, failed, told
from tests.trust.plain_http import Reply


@pytest.fixture(scope="module")
def found(server):
    """Answers of all routes to reading, to writing and to a strange method."""
    return answers(server, ("GET", "HEAD", "POST", "TRACE"))


@pytest.mark.parametrize("is_wrong", [bare, told, baked, failed])
def test_no_answer_is_wrong(found, is_wrong):
    """Headers are on all of them; no path, no traceback, no cookie of ours, no fault of the server."""
    assert [str(reply) for reply in found if is_wrong(reply)] == []


def test_all_kinds_of_answers_are_among_them(found):
    """Found, nothing there, wrong method, wrong call; Streamlit's routes and ours."""
    assert {200, 400, 404, 405} <= {reply.status for reply in found}
    tops = {reply.path.split("/")[1].partition("?")[0] for reply in found}
    assert {"api", "assets", "blobs", "component", "media", "_stcore", "static", "data"} <= tops


def made(body=b"", **more):
    """Return an answer with all headers and what is wrong with it."""
    headers = Message()
    for name, value in policy().items():
        if name not in more:
            headers[name] = value
    for name, value in more.items():
        if value:
            headers[name.replace("_", "-")] = value
    return Reply("GET", "/", 200, headers, body)


def test_the_checks_can_fail():
    """A missing header, a path, a traceback, a cookie, a 500 are found."""
    assert not any(is_wrong(made()) for is_wrong in (bare, told, baked, failed))
    assert bare(made(**{"Content-Security-Policy": ""}))
    assert bare(made(**{"X-Content-Type-Options": "sniff"}))
    assert told(made(f"no file {ROOT}/seeds/events.csv".encode()))
    assert told(made(b"Traceback (most recent call last):"))
    assert baked(made(Set_Cookie="visitor=1; Path=/"))
    assert failed(Reply("GET", "/", 500, Message(), b""))
