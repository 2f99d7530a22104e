"""What tests of the dashboard share: the served package, and packages with other rows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import store as stores
from dashboard.store import Store
from incidents import read_package
from incidents.read_package import SEEDS, VARIABLE


@pytest.fixture(autouse=True, scope="session")
def _seeds() -> Iterator[None]:
    """Serve the seeds, whatever the caller's environment says."""
    before = os.environ.pop(VARIABLE, None)
    stores.served.forget()
    yield
    if before is not None:
        os.environ[VARIABLE] = before


@pytest.fixture(scope="session")
def served() -> Store:
    """The store of the seeds."""
    return Store(read_package(SEEDS))


@pytest.fixture(scope="session")
def events(served):
    """The events of the seeds."""
    return served.package.events


@pytest.fixture
def serve(monkeypatch):
    """Make the app of this process read another folder; the seeds come back afterwards."""

    def change(path: Path) -> None:
        monkeypatch.setenv(VARIABLE, str(path))
        stores.served.forget()

    yield change
    monkeypatch.undo()
    stores.served.forget()
