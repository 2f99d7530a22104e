"""Data of a session by address: under a key that cannot be guessed, as long as the session has it, kept by no cache."""

import gc
import weakref

import pytest
from starlette.applications import Starlette

from dashboard.layers import packing
from dashboard.own_store import OwnStore, own_store
from dashboard.server import blobs
from incidents.imports import read_any, template, to_package
from tests.dashboard.asgi import ask

APP = Starlette(routes=blobs.ROUTES)
PATHS = ("core.bin", "extra.bin", "mask.bin?country=EST", "labels/0.json", "labels/find.json?event=x")


def made():
    """Return a store of the template's row."""
    imported = read_any(template(), name="mine.csv")
    return OwnStore(to_package(imported), name="mine.csv", report=imported.report)


@pytest.fixture
def own():
    """An open store, which ends with the test."""
    store = made()
    store.begin()
    yield store
    store.end()


@pytest.mark.parametrize("path", PATHS)
def test_it_is_served_while_it_is_open(own, path):
    """Every file of the map answers, may be stored by nobody, and is gone at the end."""
    answer = ask(APP, f"/blobs/{own.key}/{path}")
    assert answer.status == 200
    assert "no-store" in answer.headers["cache-control"]
    assert "immutable" not in answer.headers["cache-control"]
    own.end()
    assert ask(APP, f"/blobs/{own.key}/{path}").status == 404


def test_the_files_are_those_of_the_session(own, served):
    """The core file holds the loaded row; under the served key the served rows go on."""
    assert ask(APP, f"/blobs/{own.key}/core.bin").content == packing.pack_core(own.package.events)
    answer = ask(APP, f"/blobs/{served.key}/core.bin")
    assert answer.content == packing.pack_core(served.package.events)
    assert "immutable" in answer.headers["cache-control"]


def test_the_key_does_not_come_from_the_content(own):
    """The same file loaded twice has two keys, of 128 random bits each."""
    assert own.key != made().key
    assert len(bytes.fromhex(own.key)) == 16


def test_it_is_not_open_by_itself():
    """A store that nothing has begun is not served."""
    store = made()
    assert own_store(store.key) is None
    assert ask(APP, f"/blobs/{store.key}/core.bin").status == 404


def test_nothing_is_kept_after_the_end():
    """When it has ended and the session has let go of it, it leaves the memory."""
    store = made()
    store.begin()
    _ = store.core, store.labels(0)
    gone, key = weakref.ref(store), store.key
    store.end()
    del store
    gc.collect()
    assert gone() is None
    assert own_store(key) is None
