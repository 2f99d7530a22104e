"""The map is sent, sent anew, and given time before the rest; without a browser nothing waits."""

from types import SimpleNamespace

import pytest

from dashboard.screens import head_start as module


@pytest.fixture
def session(monkeypatch):
    """A session with a browser, and what was asked of it."""
    asked = []
    stand_in = SimpleNamespace(
        session_state={}, context=SimpleNamespace(headers={"User-Agent": "x"}), rerun=lambda: asked.append("rerun")
    )
    monkeypatch.setattr(module, "st", stand_in)
    # The module's name alone: time.sleep is every thread's, and one of another test asked for three seconds here.
    monkeypatch.setattr(module, "time", SimpleNamespace(sleep=asked.append))
    return stand_in, asked


def test_sent_anew_once_then_given_time_once(session):
    """The first run ends after the map, the second waits, later ones do neither."""
    _, asked = session
    for _ in range(4):
        module.head_start()
    assert asked == [module.WAITS_S[0], "rerun", module.WAITS_S[1]]


def test_from_another_screen_nothing_waits(session):
    """Neither at first, nor when the screen is shown anew."""
    stand_in, asked = session
    stand_in.session_state["screen_before"] = "data"
    module.head_start()
    stand_in.session_state["screen_before"] = "map"
    module.head_start()
    assert asked == []


def test_without_a_browser_nothing_waits(session):
    """A script that runs without headers of a browser runs through at once."""
    stand_in, asked = session
    stand_in.context.headers = {}
    module.head_start()
    assert asked == []
