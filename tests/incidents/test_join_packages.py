"""Two packages side by side: every row kept, ids distinct, references followed."""

from dataclasses import replace

import pandas as pd
import pytest

from incidents import Filter, filter_events
from incidents.imports import read_any, template, to_package
from incidents.join_packages import join_packages
from incidents.subset import subset
from incidents.tables import TABLES


@pytest.fixture(scope="module")
def estonia(seeds):
    """Part of the seeds, as someone could load it again."""
    return subset(seeds, filter_events(seeds, Filter(country=("EST",))))


def test_distinct_rows_are_simply_added(seeds):
    """The template's event stands beside the seeds, in order of time; nothing else changes."""
    own = to_package(read_any(template(), name="mine.csv"))
    joined, clashes = join_packages(seeds, own)
    assert clashes == ()
    assert len(joined.events) == len(seeds.events) + 1
    assert joined.events["earliest"].is_monotonic_increasing
    assert joined.event("2025-09-19-ee-example")["title"] == "An example: replace this row"
    assert joined.claims is seeds.claims
    assert joined.licence == ""
    assert "mine.csv" in joined.descriptor["title"]


def test_the_same_rows_again_get_other_ids(seeds, estonia):
    """All ids of a copy clash, each is named with its new name, and references lead to the copy."""
    joined, clashes = join_packages(seeds, estonia)
    for name, table in TABLES.items():
        both = getattr(joined, name)
        assert len(both) == len(getattr(seeds, name)) + len(getattr(estonia, name)), name
        if len(table.key) == 1:
            assert both[table.key[0]].is_unique, name
    events = [clash for clash in clashes if clash.table == "events"]
    assert {clash.given for clash in events} == set(estonia.events["event_id"])
    assert all(clash.same and clash.becomes.startswith("own-") for clash in events)
    name = "2025-09-19-ee-mig31-vaindloo"
    mine = joined.claims_of(f"own-{name}")
    assert [claim["text"] for claim in mine] == [claim["text"] for claim in seeds.claims_of(name)]
    assert {claim["source_id"] for claim in mine} <= {
        source["source_id"] for source in joined.sources_of(f"own-{name}")
    }
    assert joined.claims_of(name) == seeds.claims_of(name)


def test_lists_of_references_are_followed(seeds):
    """Supply lines name several sources in one cell."""
    joined, _ = join_packages(seeds, seeds)
    known = set(joined.sources["source_id"])
    own = joined.flows[joined.flows["flow_id"].str.startswith("own-")]
    assert len(own) == len(seeds.flows)
    assert all(set(value.split(";")) <= known and "own-" in value for value in own["source_ids"])


def test_other_values_under_the_same_id_are_said(seeds):
    """A clash tells whether it is the same record."""
    events = seeds.events.head(2).copy()
    events.loc[0, "title"] = "Another title"
    _, clashes = join_packages(seeds, subset(seeds, events))
    assert [clash.same for clash in clashes if clash.table == "events"] == [False, True]


def test_new_ids_are_free_and_short_enough(seeds):
    """A name that is taken already, and one of a hundred characters, still become distinct ids."""
    long = "x" * 100
    names = ["a", "own-a", long]
    events = pd.concat([seeds.events.iloc[:3].assign(event_id=pd.Series(names, dtype="str"))], ignore_index=True)
    base = replace(subset(seeds, seeds.events.iloc[:0]), events=events)
    joined, clashes = join_packages(base, base)
    becomes = [clash.becomes for clash in clashes if clash.table == "events"]
    assert becomes[0] == "own-a-2"
    assert joined.events["event_id"].is_unique
    assert all(len(name) <= 100 for name in joined.events["event_id"])
