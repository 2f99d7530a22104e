"""What this process serves: packed files, labels and places of events, all of one package."""

import json
import math

import numpy as np
import pytest

from dashboard.layers.bundle import LABEL_CHUNK
from dashboard.store import Store, store
from incidents import Filter, PackageError, filter_mask, read_package

FILTERS = [
    (Filter(), None),
    (Filter(event="2025-09-19-ee-mig31-vaindloo"), None),
    (Filter(country=("EST",)), "mask"),
    (Filter(q="drone"), "mask"),
    (Filter(country=("EST",), status=("disputed",)), "mask"),
]


def test_the_key_follows_the_data(served, seed_copy):
    """The same package has the same key in any process; one changed cell changes it."""
    same = Store(read_package(seed_copy.path)).key
    assert same == served.key
    seed_copy.edit("events", 2, title="Another title")
    assert Store(read_package(seed_copy.path)).key != same


def test_every_label_is_there(served, events):
    """The chunks of labels hold each event at its place, with its id, title and place."""
    chunks = math.ceil(len(events) / LABEL_CHUNK)
    labels = [label for chunk in range(chunks) for label in json.loads(served.labels(chunk))]
    assert [label["id"] for label in labels] == events["event_id"].tolist()
    assert [label["title"] for label in labels] == events["title"].tolist()
    assert [label["place"] for label in labels] == events["place_name"].tolist()
    assert all(label["when"] for label in labels)
    assert json.loads(served.labels(chunks)) == []


def test_ids_and_rows(served, events):
    """Each id leads to its row and back; what does not exist is -1 or empty."""
    for row, event_id in enumerate(events["event_id"]):
        assert (served.index_of(event_id), served.id_of(row)) == (row, event_id)
    assert served.index_of("nobody") == served.index_of("") == -1
    assert served.id_of(-1) == served.id_of(len(events)) == ""


def test_days(served, events):
    """The days run from the first to the last day on which an event could have happened."""
    first, last = (np.datetime64(day, "D") for day in served.days)
    assert str(first) == events["earliest"].min().strftime("%Y-%m-%d")
    assert last < events["latest"].max().to_datetime64() <= last + 1


@pytest.mark.parametrize(("view", "kind"), FILTERS)
def test_masks_leave_out_period_and_event(served, events, view, kind):
    """A mask holds the filter without its period, and is left out when it would let everything through."""
    mask = served.mask(view)
    assert (mask is None) == (kind is None)
    if mask is not None:
        assert (mask == filter_mask(events, view)).all()


def test_the_store_is_read_once():
    """Sessions share one store."""
    assert store() is store()


def test_no_package_is_tried_again(serve, tmp_path, seed_copy):
    """A folder that is missing raises each time, and is read as soon as it is there."""
    for _ in range(2):
        serve(tmp_path / "later")
        with pytest.raises(PackageError):
            store()
    seed_copy.path.rename(tmp_path / "later")
    assert len(store().package.events) > 0
