"""Servers for tests: the app as `streamlit run dashboard/app.py` serves it."""

from __future__ import annotations

import pytest

from tests.seed_copy import SeedCopy
from tests.server import Server


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
