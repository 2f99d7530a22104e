"""What sessions share cannot be changed by one of them: each way to write is tried on what the screens get, and shown to work on a copy."""

import numpy as np
import pandas as pd
import pytest

from dashboard.store import store
from incidents import Filter, filter_mask, read_package
from incidents.filter import parts_of
from incidents.frame_index import FrameIndex
from incidents.shared_table import SharedTable
from incidents.tables import TABLES
from tests.dashboard.screen import run, text

pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")  # outdated, but still a way to write
EVENT = "2025-09-19-ee-mig31-vaindloo"
WAYS = {
    # way to write: what it does to an events table
    "column": lambda t: t.__setitem__("title", "x"),
    "new column": lambda t: t.__setitem__("more", 1),
    "attribute": lambda t: setattr(t, "title", "x"),
    "loc": lambda t: t.loc.__setitem__((0, "title"), "x"),
    "loc, rows": lambda t: t.loc.__setitem__((slice(None), "longitude"), 0.0),
    "loc, new row": lambda t: t.loc.__setitem__(len(t), t.iloc[0]),
    "iloc": lambda t: t.iloc.__setitem__((0, 3), "x"),
    "at": lambda t: t.at.__setitem__((0, "title"), "x"),
    "iat": lambda t: t.iat.__setitem__((0, 3), "x"),
    "insert": lambda t: t.insert(0, "more", 1),
    "isetitem": lambda t: t.isetitem(3, ["x"] * len(t)),
    "del": lambda t: t.__delitem__("title"),
    "pop": lambda t: t.pop("title"),
    "update": lambda t: t.update(pd.DataFrame({"title": ["x"]})),
    "drop": lambda t: t.drop(columns="title", inplace=True),
    "drop rows": lambda t: t.drop(index=0, inplace=True),
    "rename": lambda t: t.rename(columns={"title": "x"}, inplace=True),
    "columns": lambda t: setattr(t, "columns", list(map(str, range(t.shape[1])))),
    "index": lambda t: setattr(t, "index", range(1, len(t) + 1)),
    "reset_index": lambda t: t.reset_index(inplace=True),
    "set_index": lambda t: t.set_index("event_id", inplace=True),
    "sort_values": lambda t: t.sort_values("title", inplace=True),
    "fillna": lambda t: t.fillna({"depth_km": 1.0}, inplace=True),
    "replace": lambda t: t.replace("incident", "x", inplace=True),
    "where": lambda t: t.where(t["category"] == "incident", inplace=True),
    "query": lambda t: t.query("longitude > 25", inplace=True),
    "eval": lambda t: t.eval("longitude = 0", inplace=True),
    "dropna": lambda t: t.dropna(inplace=True),
    "array of text": lambda t: t["title"].array.__setitem__(0, "x"),
    "array of numbers": lambda t: t["longitude"].array.__setitem__(0, 0.0),
    "array of times": lambda t: t["earliest"].array.__setitem__(0, pd.Timestamp(0, tz="UTC")),
}
NEVER = {
    # ways that pandas itself closes: what is taken from a table is a copy, or read-only
    "values": lambda t: t["longitude"].to_numpy().__setitem__(0, 0.0),
    "values of the table": lambda t: t[["longitude", "latitude"]].to_numpy().__setitem__((0, 0), 0.0),
    "index values": lambda t: t.index.to_numpy().__setitem__(0, 9),
    "rows of a part": lambda t: t.head(2).__setitem__("title", "x"),
    "rows one by one": lambda t: [row.__setitem__("title", "x") for _, row in t.head(2).iterrows()],
}


@pytest.fixture(scope="module")
def events():
    """The recorded events."""
    return read_package().events


def tried(way, table):
    """Try to write; a refusal is an answer."""
    try:
        way(table)
    except (TypeError, ValueError, AttributeError) as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", [*WAYS, *NEVER])
def test_no_session_changes_the_events(events, name):
    """The way is refused, or leads to a copy; the table is what it was."""
    table = SharedTable(events.copy())
    refused = tried((WAYS | NEVER)[name], table)
    assert name in NEVER or refused
    pd.testing.assert_frame_equal(table.copy(), events.copy())


@pytest.mark.parametrize("name", WAYS)
def test_the_ways_lead_somewhere(events, name):
    """On a table that is not shared each of them does change it."""
    table = events.copy()
    WAYS[name](table)
    assert not (
        table.equals(events.copy()) and table.columns.equals(events.columns) and table.index.equals(events.index)
    )


@pytest.mark.parametrize("name", TABLES)
def test_all_tables_are_shared_so(name):
    """Each of the package that is served."""
    with pytest.raises(TypeError, match=r"shared by all sessions: change a copy, table\.copy\(\)"):
        getattr(store().package, name)["more"] = 1


def test_masks_and_places_are_shared_so():
    """What filters keep for the next session: parts of a filter, days of changes, places in airspaces. A result is the caller's own."""
    package = store().package
    index, view = FrameIndex.of(package.events), Filter(country=("EST",))
    for mask in (
        parts_of(package.events, view)[0][1],
        index.changed(package.events),
        index.times(package.events, "latest"),
    ):
        with pytest.raises(ValueError, match="read-only"):
            mask[0] = mask[1]
    parts_of(package.events, view).clear()
    assert len(parts_of(package.events, view)) == 1
    with pytest.raises(TypeError, match="shared by all sessions"):
        index.placed(package.events)["airspace"] = "x"
    mask = filter_mask(package, view)
    n = int(mask.sum())
    mask[:] = True
    assert int(filter_mask(package, view).sum()) == n


def test_what_the_package_says_of_itself_is_shared_so():
    """At any depth."""
    descriptor = store().package.descriptor
    with pytest.raises(TypeError):
        descriptor["title"] = "x"
    with pytest.raises((TypeError, AttributeError)):
        descriptor["licenses"].append({})
    with pytest.raises(TypeError):
        descriptor["licenses"][0]["name"] = "x"


def test_rows_are_the_callers_own():
    """Whoever scribbles on a row, a list of claims or counts does so alone; another session sees what was there."""
    package = store().package
    package.event(EVENT)["title"] = "scribbled"
    package.claims_of(EVENT).clear()
    package.sources_of(EVENT)[0]["title"] = "scribbled"
    store().facet_counts(Filter())["country"]["EST"] = -1
    assert package.claims_of(EVENT)
    assert store().facet_counts(Filter())["country"]["EST"] > 0
    shown = text(run(event=EVENT))
    assert "scribbled" not in shown
    assert package.event(EVENT)["title"] in shown


def test_what_is_made_of_a_table_can_be_changed():
    """Rows, columns and copies are plain tables."""
    package = store().package
    part = package.events[["title", "longitude"]].iloc[:3]
    part["title"] = "mine"
    part.loc[0, "longitude"] = 1.0
    assert type(part) is pd.DataFrame
    assert part["title"].tolist() == ["mine"] * 3
    assert np.isclose(part["longitude"].iloc[0], 1.0)
