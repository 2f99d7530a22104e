"""The packed data by address: under the key of the data, kept for ever, and nothing for another key."""

import json
from urllib.parse import urlencode

import numpy as np
import pytest
from starlette.applications import Starlette

from dashboard.layers import packing
from dashboard.server import blobs
from incidents import Filter, filter_mask
from tests.dashboard.asgi import ask

APP = Starlette(routes=blobs.ROUTES)
VIEWS = [
    Filter(country=("EST",)),
    Filter(q="drone", status=("disputed",)),
    Filter(type=("shoot_down",), actor=("UNK",)),
]
NOT_SERVED = [
    "/blobs/000000000000/core.bin",
    "/blobs/000000000000/extra.bin",
    "/blobs/000000000000/mask.bin",
    "/blobs/000000000000/labels/0.json",
    "/blobs/000000000000/labels/find.json?event=x",
    "/blobs/{key}/other.bin",
    "/blobs/{key}/..%2f..%2fapp.bin",
    "/blobs/{key}/labels/-1.json",
    "/blobs/{key}/labels/x.json",
    "/blobs/{key}/labels/999999999999.json",
    "/blobs/..%2f{key}/core.bin",
    "/blobs/{key}",
]


@pytest.fixture(scope="module")
def base(served):
    """The address of the seeds' files."""
    return f"/blobs/{served.key}"


def test_core_and_extra(base, events):
    """The packed files are those of the events, kept for ever and gzipped where it helps."""
    for name, data in (("core", packing.pack_core(events)), ("extra", packing.pack_extra(events))):
        answer = ask(APP, f"{base}/{name}.bin", headers={"Accept-Encoding": "gzip"})
        assert (answer.status, answer.content) == (200, data)
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-type"] == "application/octet-stream"


def test_labels(base, events):
    """The first chunk of labels begins with the oldest event."""
    answer = ask(APP, f"{base}/labels/0.json")
    assert answer.json()[0]["id"] == events["event_id"].iloc[0]
    assert "immutable" in answer.headers["cache-control"]
    assert ask(APP, f"{base}/labels/9999.json").json() == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.to_words())
def test_mask(base, events, view):
    """A mask by address holds the bits of the filter, without regard to period and event."""
    params = [*view.to_params(), ("period", "2025-09-01"), ("event", events["event_id"].iloc[0])]
    answer = ask(APP, f"{base}/mask.bin?{urlencode(params)}")
    bits = np.unpackbits(np.frombuffer(answer.content, np.uint8), bitorder="little")[: len(events)]
    assert (bits.astype(bool) == filter_mask(events, view)).all()


def test_find(base, events):
    """An id leads to its row, an unknown or absurd one to -1."""
    for row in (0, 7, len(events) - 1):
        query = urlencode({"event": events["event_id"].iloc[row]})
        assert ask(APP, f"{base}/labels/find.json?{query}").json() == {"index": row}
    for query in ("", "event=nobody", "event=" + "x" * 5000):
        assert ask(APP, f"{base}/labels/find.json?{query}").json() == {"index": -1}


@pytest.mark.parametrize("path", NOT_SERVED)
def test_nothing_else_is_served(served, path):
    """Another key, another name or a way out of the path is 404."""
    assert ask(APP, path.format(key=served.key)).status == 404


def test_no_data(serve, tmp_path, base):
    """Without a package the files are gone, without a traceback."""
    serve(tmp_path / "nothing")
    answer = ask(APP, f"{base}/core.bin")
    assert answer.status in (404, 503)


def test_labels_are_data_not_code(serve, seed_copy):
    """Labels are JSON whatever the titles hold."""
    title = '</script><script>alert(1)</script>"${x}'
    event_id = seed_copy.edit("events", 2, title=title)["event_id"]
    serve(seed_copy.path)
    from dashboard.store import store

    rows = json.loads(ask(APP, f"/blobs/{store().key}/labels/0.json").content)
    assert title in [row["title"] for row in rows if row["id"] == event_id]
