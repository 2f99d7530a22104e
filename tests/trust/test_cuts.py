"""A cut connection comes back with the view; a view that is another one is found."""

import pytest

from tests.browser.opened import Opened
from tests.trust.cuts import VIEWS, answers_after_restart, cut, shown
from tests.trust.wire import Wire


@pytest.fixture
def wire(server):
    """Between the browser and the server."""
    with Wire(server.port) as made:
        yield made


def test_the_view_returns(browser, wire):
    """The connection ends in the middle, without a word: the tab connects again and shows what it showed."""
    opened = Opened(browser, wire.url)
    assert cut({VIEWS[0]: opened}, wire, 2) == []
    assert wire.sockets == 3
    first = shown(opened)
    assert first[0]["country"] == ["EST"]
    opened.page.goto(wire.url + VIEWS[2])
    opened.page.locator(".stMain h1").wait_for()
    assert shown(opened) != first
    opened.close()


def test_an_open_page_works_on_after_a_restart(browser, start_server):
    """The new server knows nothing of the page: the first click is answered all the same."""
    server = start_server()
    opened = Opened(browser, server.url)
    assert answers_after_restart(opened, server)
    opened.close()
