"""Faulty rows of the story are named by `check`, left out of the app, and the app says so."""

import pytest

from incidents.cli import main
from incidents.read_package import read_package
from tests.dashboard.screen import run, text

MIGS, ASKED, HELD = "2025-09-19-ee-mig31-vaindloo", "2025-09-19-ee-art4-request", "2025-09-23-be-nac-article-4"
PAIR = {"event_id": ASKED, "related_event_id": HELD, "relation": "part_of"}
FAULTS = [
    # rows to add (table, cells), what check says of them
    (
        [("relations", {"event_id": MIGS, "related_event_id": "2020-01-01-no-such-event", "relation": "follows"})],
        "is not in events.csv",
    ),
    (
        [
            ("relations", PAIR),
            (
                "relations",
                {"event_id": HELD, "related_event_id": "2025-09-19-ee-mig31-vaindloo", "relation": "part_of"},
            ),
            ("relations", {"event_id": MIGS, "related_event_id": ASKED, "relation": "part_of"}),
        ],
        "makes the event part of itself, by a circle of part_of",
    ),
    ([("updates", {"update_id": "too-old", "date": "2001-01-01"})], "when the event began"),
    ([("flows", {"flow_id": "nowhere", "origin_longitude": ""})], "is empty"),
    ([("flows", {"flow_id": "to-itself", "origin": "PRK", "destination": "PRK"})], "is the origin itself"),
]


@pytest.mark.parametrize(("rows", "words"), FAULTS, ids=lambda given: given if isinstance(given, str) else "")
def test_it_is_named_and_left_out(serve, seed_copy, capsys, rows, words):
    """`check` gives row and reason; the chronicle, or the supply lines, and the Data screen tell of it, and nothing of it is shown."""
    added = [(table, seed_copy.append(table, **cells)) for table, cells in rows]
    assert main(["check", str(seed_copy.path)]) == 1
    said = capsys.readouterr().out
    assert words in said
    assert all(f"{table}.csv, row {row}, " in said for table, row in added)
    kept = read_package(seed_copy.path, strict=False)
    table, first = added[0]
    assert len(getattr(kept, table)) == first - 2  # as many as before
    serve(seed_copy.path)
    lines = table == "flows"
    app = run("supply-lines" if lines else "chronicle")
    assert not app.exception
    assert ("faulty record left out" if lines else "left out: see Data") in text(app)
    assert words in text(run("data"))
