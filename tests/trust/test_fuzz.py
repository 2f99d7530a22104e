"""Odd requests: a few of each kind; the checks are shown to fail."""

from email.message import Message

from tests.trust.fuzz import LONGEST_REPLY, parameters, screens, specified, traversals, wrong
from tests.trust.plain_http import Reply


def test_the_description_holds(server):
    """What schemathesis makes of the API's description, good and bad, is answered without a fault."""
    asked, found = specified(server, 80)
    assert asked >= 60
    assert found == []


def test_odd_parameters(server):
    """API, packed files and pages take any parameters; HEAD has no body, a tag gives 304."""
    asked, found = parameters(server, 100)
    assert asked >= 100
    assert found == []


def test_ways_out(server):
    """No path leads out of assets, data, media, components or static files."""
    asked, found = traversals(server)
    assert asked >= 200
    assert found == []


def test_screens_take_any_address():
    """No exception on any screen."""
    asked, found = screens(8)
    assert asked == 8
    assert found == []


def test_the_check_can_fail():
    """A fault, a path and an endless answer are wrong; a refusal is not."""
    assert wrong(Reply("GET", "/api/x", 500, Message(), b""))
    assert wrong(Reply("GET", "/api/x", 400, Message(), b"Traceback (most recent call last)"))
    assert wrong(Reply("GET", "/api/x", 200, Message(), bytes(LONGEST_REPLY + 1)))
    assert not wrong(Reply("GET", "/api/x", 400, Message(), b"no"))
