"""Servers for tests, the app as `streamlit run dashboard/app.py` serves it, and the one browser of a run."""

from __future__ import annotations

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.install import chromium_path
from tests.browser.opened import ARGUMENTS
from tests.seed_copy import SeedCopy
from tests.server import Server

LONGEST = ("tests/dashboard/test_everything_agrees.py", "tests/trust/", "tests/browser/")


def pytest_collection_modifyitems(items):
    """Begin with what takes longest: of two workers that share files neither waits long for the other at the end."""
    items.sort(key=lambda item: next((k for k, part in enumerate(LONGEST) if part in item.nodeid), len(LONGEST)))


@pytest.fixture(scope="session")
def start_server(tmp_path_factory):
    """Start the app with `start_server(data=folder, env={...})`; all servers end with the session."""
    running: list[Server] = []

    def start(*, data=None, env=None) -> Server:
        server = Server(log=tmp_path_factory.mktemp("server") / "log.txt", data=data, env=env)
        running.append(server)
        return server.start()

    yield start
    for server in running:
        server.stop()


@pytest.fixture(scope="session")
def server(start_server) -> Server:
    """The app with the seeds."""
    return start_server()


@pytest.fixture
def seed_copy(tmp_path) -> SeedCopy:
    """A copy of the seeds in a folder of its own."""
    path = tmp_path / "package"
    path.mkdir()
    return SeedCopy(path)


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests; without one this is an error, never a skip."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield chromium
        chromium.close()
