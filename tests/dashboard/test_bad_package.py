"""A package with faults: the app runs, shows the rest, and says on the data screen and in the log what it left out."""

import logging

import pytest

from incidents.tables import TABLES
from tests.dashboard.screen import ABOUT, DATA, MAP, count, go, run, text

FAULTS = {
    # what is wrong: (how to break the package, rows lost, words that the data screen must hold)
    "a date in words": (lambda s: s.edit("events", 5, start="10.09.2025"), 1, ["events.csv", "5", "start", "10.09.2025", "2025-09-10"]),
    "a number in words": (lambda s: s.edit("events", 5, longitude="east"), 1, ["events.csv", "5", "longitude", "east"]),
    "a latitude off the globe": (lambda s: s.edit("events", 5, latitude="91"), 1, ["events.csv", "5", "latitude", "91"]),
    "an unknown word": (
        lambda s: s.edit("events", 7, event_type="drone_incursio"), 1, ["events.csv", "7", "event_type", "drone_incursio", "drone_incursion"],
    ),
    "an unknown status": (lambda s: s.edit("events", 7, status="maybe"), 1, ["events.csv", "7", "status", "maybe"]),
    "a duplicate id": (lambda s: s.append("events", title="Twice"), 0, ["events.csv", "387", "event_id", "2014-03-03-se-il20-sas681"]),
}  # fmt: skip
TABLES_BUT_EVENTS = [name for name in TABLES if name != "events"]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_row(serve, seed_copy, events, caplog, fault):
    """One broken row is left out, the others are shown, and file, row, column, value and way out are said."""
    break_it, lost, words = FAULTS[fault]
    break_it(seed_copy)
    serve(seed_copy.path)
    with caplog.at_level(logging.WARNING, logger="airspace"):
        app = run()
    assert not app.exception
    assert count(app) == (len(events) - lost, len(events) - lost)
    shown = text(go(app, DATA))
    assert not app.exception
    assert [word for word in words if word not in shown] == []
    assert words[3] in caplog.text


@pytest.mark.parametrize("table", TABLES_BUT_EVENTS)
def test_a_missing_table(serve, seed_copy, events, table):
    """A table other than events may be missing: the map shows all events and the data screen names the file."""
    seed_copy.remove(table)
    serve(seed_copy.path)
    app = run(event=events["event_id"].iloc[0])
    assert not app.exception
    assert count(app) == (len(events), len(events))
    assert f"{table}.csv" in text(go(app, DATA))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"a,b\n1,2\n", b'event_id\n"open\n'], ids=["empty", "UTF-16", "foreign", "quote"]
)
def test_unreadable_events(serve, seed_copy, content):
    """Without readable events there is a plain page on every address, no traceback."""
    (seed_copy.path / "events.csv").write_bytes(content)
    serve(seed_copy.path)
    for page in (MAP, DATA, ABOUT):
        app = run(page)
        assert not app.exception
        assert "AIRSPACE_DATA" in text(app)


def test_no_events(serve, seed_copy):
    """A package with headers only is an empty map, not an error."""
    for name in TABLES:
        path = seed_copy.path / f"{name}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    serve(seed_copy.path)
    app = run()
    assert not app.exception
    assert count(app) == (0, 0)


@pytest.mark.parametrize("n", [1, 2])
def test_very_few_events(serve, seed_copy, n):
    """A package of one or two events works."""
    rows = seed_copy.rows("events")[:n]
    seed_copy.write("events", rows)
    for name in TABLES_BUT_EVENTS:
        seed_copy.remove(name)
    serve(seed_copy.path)
    app = run(event=rows[0]["event_id"])
    assert not app.exception
    assert count(app) == (n, n)


def test_hostile_values_in_the_problems(serve, seed_copy):
    """What the data screen quotes is shown as text."""
    seed_copy.edit("events", 5, status="<script>alert(1)</script>")
    serve(seed_copy.path)
    app = run(DATA)
    assert not app.exception
    assert "<script>" in "".join(str(table.value.to_dict()) for table in app.dataframe)


def test_the_map_counts_what_is_missing(serve, seed_copy):
    """Beside n of N the map says how many records were left out."""
    seed_copy.edit("events", 5, longitude="540")
    serve(seed_copy.path)
    assert "1 faulty record left out" in text(run())
