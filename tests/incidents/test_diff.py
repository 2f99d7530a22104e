"""The difference of two packages: added, changed and removed rows of all tables."""

import json
import shutil

import pytest

from incidents import read_package
from incidents.cli import main
from incidents.diff import diff_packages, diff_words
from tests.incidents.conftest import A, B, C, Folder


@pytest.fixture
def later(folder, tmp_path):
    """A package that differs from the first: an event, a claim and a source more, cells changed, a relation and an update less."""
    path = tmp_path / "later"
    shutil.copytree(folder.path, path)
    new = Folder(path)
    new.edit("events.csv", 2, status="confirmed", count_max="23", summary="")
    new.rows["events"][0]["summary"] = "Nineteen to twenty-three drones."
    new.rows["events"].append(
        new.rows["events"][1] | {"event_id": "2025-12-01-new", "title": "New\u2028one", "start": "2025-12-01"}
    )
    new.rows["events"].reverse()
    new.rows["claims"][0]["text"] = "It did happen."
    new.rows["relations"].pop(0)
    new.rows["updates"].pop(0)
    new.rows["flows"][0]["quantity_max"] = "28000"
    for name in ("events", "claims", "relations", "updates", "flows"):
        new.write(name)
    return new


def test_nothing_changed(folder, capsys):
    """A package and its copy, and one whose rows stand in another order, do not differ."""
    old = folder.read()
    folder.rows["claims"].reverse()
    folder.write("claims")
    assert all(each.n == 0 for each in diff_packages(old, folder.read()))
    assert main(["diff", str(folder.path), str(folder.path)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["No row of any table differs."]


def test_each_kind_of_change(folder, later):
    """Whole rows where they came or went, old and new value of each changed column."""
    found = {each.table: each for each in diff_packages(folder.read(), later.read())}
    assert {name: (len(d.added), len(d.changed), len(d.removed)) for name, d in found.items() if d.n} == {
        "events": (1, 1, 0), "claims": (0, 1, 0), "relations": (0, 0, 1), "updates": (0, 0, 1), "flows": (0, 1, 0),
    }  # fmt: skip
    (change,) = found["events"].changed
    assert change == {
        "key": {"event_id": A},
        "columns": {
            "summary": {"old": "Drones.", "new": "Nineteen to twenty-three drones."},
            "count_max": {"old": 21, "new": 23},
            "status": {"old": "disputed", "new": "confirmed"},
        },
    }
    assert found["events"].added[0]["event_id"] == "2025-12-01-new"
    assert found["relations"].removed == ({"event_id": C, "related_event_id": A, "relation": "part_of"},)
    assert found["flows"].changed[0]["columns"] == {"quantity_max": {"old": None, "new": 28000}}


def test_the_way_back_is_the_mirror(folder, later):
    """What is added one way is removed the other way."""
    there, back = diff_packages(folder.read(), later.read()), diff_packages(later.read(), folder.read())
    for one, other in zip(there, back, strict=True):
        assert (one.added, one.removed) == (other.removed, other.added)
        assert {str(change["key"]) for change in one.changed} == {str(change["key"]) for change in other.changed}


def test_in_words(folder, later):
    """Counts first, then one printable line a row; tables without a change are not named."""
    lines = diff_words(diff_packages(folder.read(), later.read()))
    assert lines[0] == "events: 1 added, 1 changed, 0 removed"
    assert "  + 2025-12-01-new: New\\u2028one" in lines
    assert (
        f"  ~ {A}: summary “Drones.” → “Nineteen to twenty-three drones.”; count_max 21 → 23; status “disputed” → “confirmed”"
        in lines
    )
    assert f"  - {C} → {A}: part_of" in lines
    assert "  ~ f-1: quantity_max empty → 28000" in lines
    assert not any(line.startswith(("sources", "watchlist")) for line in lines)
    assert all(line.isprintable() for line in lines)


def test_as_json(folder, later, capsysbinary):
    """Versions of both packages, all tables, the rows as the function gives them."""
    assert main(["diff", str(folder.path), str(later.path), "--format", "json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert (found["old"]["version"], found["new"]["version"]) == (folder.read().version, later.read().version)
    for each in diff_packages(folder.read(), later.read()):
        assert found["tables"][each.table] == {
            "added": [*each.added],
            "changed": [*each.changed],
            "removed": [*each.removed],
        }


@pytest.mark.parametrize(
    ("words", "status", "hint"),
    [("{new} /nowhere/at/all", 2, "no such folder"), ("{new}", 2, "NEW"), ("{new} {bad}", 1, "latitude")],
)
def test_what_cannot_be_compared(folder, later, capsys, words, status, hint):
    """A missing folder is a fault of the call, a faulty package one of the data; neither is a traceback."""
    folder.edit("events.csv", 3, latitude="91")
    assert main(["diff", *words.format(new=later.path, bad=folder.path).split()]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert hint in err


def test_the_seeds_against_themselves():
    """A real package reads as itself."""
    seeds = read_package()
    assert diff_words(diff_packages(seeds, seeds)) == ["No row of any table differs."]


def test_a_shorter_seed(folder, later):
    """Every row of every table that one side lacks is named."""
    new = later.read()
    gone = {each.table: len(each.removed) for each in diff_packages(read_package(), new)}
    assert gone["events"] == 385
    assert gone["flows"] == 16
    assert B in {
        row["event_id"] for each in diff_packages(read_package(), new) if each.table == "events" for row in each.added
    }
