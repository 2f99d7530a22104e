"""The network is blocked: a screen with a map, About, what the browser keeps, and what the privacy paragraph says of it; the looking is shown to find faults."""

import re

import pytest

from dashboard.screens.about import PRIVACY
from tests.browser.opened import Opened
from tests.trust.network import control, looked
from tests.trust.screens import SCREENS
from tests.trust.sessions import KEPT_S


@pytest.fixture
def opened(browser, server):
    """A tab."""
    made = Opened(browser, server.url)
    yield made
    made.close()


def test_screens_are_whole_and_privacy_is_as_promised(opened):
    """Fonts, icons and map are there, nobody else is asked, and the browser holds the one cookie that About names, and the theme."""
    seen = looked(opened, {name: SCREENS[name] for name in ("map with an event", "about")})
    assert seen.foreign == seen.broken == []
    assert seen.icons > 0
    assert opened.page.get_by_text("counts no visits").is_visible()
    assert seen.cookies == set(re.findall(r"cookie, `(\w+)`", PRIVACY))
    assert {name.partition("-")[0] for name in seen.kept} <= {"stActiveTheme"}


def test_two_minutes_are_what_streamlit_keeps():
    """How long a session may come back is Streamlit's default; the measurement of sessions shortens it, and shows that uploads end with it."""
    from streamlit import config

    assert "two minutes" in PRIVACY
    assert config.get_option("server.disconnectedSessionTTL") == 120
    assert KEPT_S < 120


def test_the_looking_can_fail(opened):
    """A page that does all of it wrong is found out, and what it asks for never arrives."""
    seen = control(opened)
    assert [each.rpartition("/")[2] for each in seen.foreign] == ["f.woff2", "count.gif"]
    assert len(seen.broken) == 2
    assert "visitor" in seen.cookies
