"""A real Chromium, and pages that watch what they do: requests, errors, websocket frames."""

from __future__ import annotations

import pytest

from tests.browser.opened import Opened


def pytest_collection_modifyitems(items):
    """Mark everything that takes a browser."""
    for item in items:
        if {"browser", "open_map"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture
def open_map(browser, server):
    """Open the app with `open_map(path, width=…, height=…, theme=…)` in a context of its own.

    At the end of the test: no request went to a foreign host, and no error was on the console or thrown, unless the test
    said `opened.expect_errors()`.
    """
    opened: list[Opened] = []

    def start(path="/", *, at=None, ready=True, **options) -> Opened:
        new = Opened(browser, (at or server).url, **options)
        opened.append(new)
        return new.go(path, ready=ready)

    yield start
    for each in opened:
        each.close()
    for each in opened:
        assert each.foreign == [], "requests to foreign hosts"
        assert each.unexpected_errors() == [], "errors on the console"
