"""A page of another origin cannot run a script in the app by a message to the map's frame; without the guard it can."""

import pytest

from tests.trust.foreign_page import WAYS, attack


@pytest.mark.parametrize("way", WAYS)
def test_no_script_of_a_foreign_page_runs(browser, server, way):
    """Messages arrive all the time while the app loads, and none is heard."""
    ran, sent = attack(browser, server.url, way)
    assert sent > 20
    assert not ran


def test_without_the_guard_it_runs(browser, server):
    """The control: the same messages, and the frame as it comes with its package."""
    assert attack(browser, server.url, "the frame alone", guarded=False)[0]
