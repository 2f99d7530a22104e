"""What a package answers about one event, and its version."""

from dataclasses import replace

import pytest

from incidents.package import MOST_ROWS_KEPT

A, B, C, D = "2025-09-09-pl-drones", "2025-09-10-lt-warning", "2025-09-10-pl-debris", "2025-11-01-se-month"


def test_events_stand_in_order_of_time(seeds):
    """Sorted by earliest and event_id, numbered from 0."""
    events = seeds.events
    assert list(events.index) == list(range(len(events)))
    pairs = list(zip(events["earliest"], events["event_id"], strict=True))
    assert pairs == sorted(pairs)
    assert (events["earliest"] < events["latest"]).all()


def test_event_is_a_row_or_none(folder):
    """Text as it stands, numbers as float or None, times in UTC."""
    package = folder.read()
    row = package.event(B)
    assert row["title"] == "=A warning"
    assert row["count_min"] is None
    assert type(row["longitude"]) is float
    assert row["earliest"].isoformat() == "2025-09-10T00:00:00+00:00"
    assert package.event("nowhere") is None
    assert package.place_of(A) == 0


@pytest.mark.parametrize(
    ("method", "key", "expected"),
    [
        ("claims_of", "claim_id", ["c-1", "c-2"]),
        ("sources_of", "source_id", ["s-a"]),
        ("updates_of", "update_id", ["u-1"]),
    ],
)
def test_children_of_an_event(folder, method, key, expected):
    """In the order of the file; nothing for an event without children or an unknown one."""
    package = folder.read()
    assert [row[key] for row in getattr(package, method)(A)] == expected
    assert getattr(package, method)(D) == getattr(package, method)("nowhere") == getattr(package, method)("") == []


def test_relations_run_both_ways(folder):
    """Each relation names the other event and the direction."""
    package = folder.read()
    assert [(r["other"], r["relation"], r["direction"]) for r in package.relations_of(A)] == [
        (C, "part_of", "from"),
        (B, "response_to", "from"),
    ]
    assert [(r["other"], r["relation"], r["direction"]) for r in package.relations_of(C)] == [(A, "part_of", "to")]


def test_all_children_of_the_seeds_are_reached(seeds):
    """Over all events the children add up to the tables; sources of supply lines belong to no event."""
    ids = seeds.events["event_id"]
    assert sum(len(seeds.claims_of(i)) for i in ids) == 641
    assert sum(len(seeds.updates_of(i)) for i in ids) == 247
    assert sum(len(seeds.relations_of(i)) for i in ids) == 2 * 121
    assert sum(len(seeds.sources_of(i)) for i in ids) == (seeds.sources["event_id"] != "").sum() == 1296


def test_the_version_follows_the_content(folder):
    """Twelve hexadecimal digits: the same for the same content, another after any change."""
    first = folder.read().version
    assert first == folder.read().version
    assert len(first) == 12
    assert int(first, 16) >= 0
    assert folder.edit("assessments.csv", 2, text="Y").read().version != first
    changed = folder.read().version
    assert folder.edit("events.csv", 2, latitude="51.760001").read().version != changed


def test_the_descriptor_gives_date_and_licence(seeds, folder):
    """From datapackage.json; "" where there is none."""
    assert (seeds.licence, seeds.created[:7]) == ("CC-BY-4.0", "2026-05")
    assert (folder.read().licence, folder.read().created) == ("", "")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-05-31", "2026-05-31"),
        ("2026-05-31T10:00:00Z", "2026-05-31T10:00:00Z"),
        ("2026-02-30", ""),
        ("last week", ""),
        ("'><img src=x>", ""),
        (7, ""),
    ],
)
def test_when_it_was_made_is_a_date_or_nothing(seeds, given, expected):
    """What datapackage.json says is shown and computed with only where it is a date."""
    assert replace(seeds, descriptor={"created": given}).created == expected


def test_a_row_belongs_to_who_asked(seeds):
    """Rows are kept, but what a caller does to one is seen by nobody else; also when more are asked for than are kept."""
    first = seeds.events["event_id"].iloc[0]
    row = seeds.event(first)
    row["title"] = "changed"
    assert seeds.event(first)["title"] == seeds.events["title"].iloc[0]
    for event_id in seeds.events["event_id"]:
        for each in (*seeds.claims_of(event_id), *seeds.sources_of(event_id), *seeds.relations_of(event_id)):
            each.clear()
    assert len(seeds._rows) <= MOST_ROWS_KEPT
    assert seeds.event(first)["title"] == seeds.events["title"].iloc[0]
    assert [row["event_id"] for row in seeds.sources_of(first)] == [first] * len(seeds.sources_of(first))
