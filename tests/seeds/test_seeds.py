"""The data is the product: every row of every table, the descriptor and the README are tested."""

import csv
import json
import re
from pathlib import Path

import jsonschema
import pytest

from incidents import VOCABULARIES, read_package
from incidents.describe import columns_text, descriptor_text
from incidents.tables import TABLES

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ROWS = {
    "events": 385,
    "sources": 1334,
    "claims": 641,
    "relations": 121,
    "updates": 247,
    "flows": 16,
    "watchlist": 3,
    "assessments": 15,
}
CATEGORIES = {"incident": 310, "response": 46, "statement": 23, "posture": 6}


def given(name):
    """Return header and rows of a seed table as the csv module reads them."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


@pytest.fixture(scope="module")
def package():
    return read_package(SEEDS)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_valid(package, name):
    """No row of the table has a problem; strict reading would have raised, warnings are looked at here."""
    assert [p for p in package.problems if p.file == f"{name}.csv" and p.severity == "error"] == []


@pytest.mark.parametrize(("name", "count"), ROWS.items())
def test_no_row_and_no_column_is_lost(package, name, count):
    """The table as read equals the file, cell by cell."""
    header, rows = given(name)
    frame = getattr(package, name)
    assert len(rows) == count == len(frame)
    assert header == [column.name for column in TABLES[name].columns]
    by_key = {tuple(row[header.index(key)] for key in TABLES[name].key): row for row in rows}
    assert len(by_key) == count
    for found in frame.to_dict("records"):
        row = by_key[tuple(found[key] for key in TABLES[name].key)]
        for column, text in zip(TABLES[name].columns, row, strict=True):
            if column.is_number:
                assert found[column.name] == float(text) if text else found[column.name] != found[column.name]
            else:
                assert found[column.name] == text


def test_every_table_in_the_folder_is_declared():
    """A CSV beside the others that no declaration names would be lost."""
    assert {path.stem for path in SEEDS.glob("*.csv")} == set(TABLES)


def test_the_categories_have_the_counts_that_the_readme_states(package):
    """310 incidents, 46 responses, 23 statements, 6 of posture."""
    assert package.events["category"].value_counts().to_dict() == CATEGORIES


def test_the_descriptor_comes_from_the_schema():
    """datapackage.json equals what `python -m incidents describe` writes."""
    assert (SEEDS / "datapackage.json").read_text(encoding="utf-8") == descriptor_text()


def test_the_descriptor_names_every_file_and_column():
    """Resources, fields and keys of datapackage.json are those of the files."""
    found = json.loads(descriptor_text())
    assert [resource["path"] for resource in found["resources"]] == [f"{name}.csv" for name in ROWS]
    for resource in found["resources"]:
        header, _ = given(resource["name"])
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert set(resource["schema"]["primaryKey"]) <= set(header)
    assert found["licenses"][0]["name"] == "CC-BY-4.0"


@pytest.mark.parametrize("name", TABLES)
def test_the_constraints_of_the_descriptor_hold(name):
    """Each cell passes the pattern, enumeration and bounds that datapackage.json promises to other tools."""
    resource = next(r for r in json.loads(descriptor_text())["resources"] if r["name"] == name)
    header, rows = given(name)
    for field in resource["schema"]["fields"]:
        limits = dict(field.get("constraints", {}))
        required, _ = limits.pop("required", False), limits.pop("unique", False)
        if "pattern" in limits:
            limits["pattern"] = f"^(?:{limits['pattern']})$"
        checker = jsonschema.Draft202012Validator(limits)
        at = header.index(field["name"])
        for row in rows:
            if not row[at]:
                assert not required
            else:
                checker.validate(float(row[at]) if field["type"] in ("number", "integer") else row[at])


def test_the_readme_documents_every_column():
    """The part of README.md below the mark equals what the schema writes."""
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert readme.endswith("\n" + columns_text())


@pytest.mark.parametrize(("name", "count"), ROWS.items())
def test_the_readme_states_the_counts(name, count):
    """Rows of each table, as README.md gives them."""
    assert f"| {name}.csv | {count} |" in (SEEDS / "README.md").read_text(encoding="utf-8")


def test_the_rows_that_the_readme_names_exist(package):
    """Every id in backticks of the seed's table of statements is a row."""
    text = (SEEDS / "README.md").read_text(encoding="utf-8")
    part = text[text.index("## Where the seed") : text.index("## Known weaknesses")]
    ids = set(re.findall(r"`([a-z0-9-]+)`", part))
    known = set().union(
        *(getattr(package, name)[TABLES[name].key[0]] for name in ("events", "flows", "watchlist", "assessments"))
    )
    assert len(ids) > 30
    assert ids <= known


def test_the_weaknesses_are_counted_right(package):
    """Figures that README.md gives for weaknesses."""
    assert (package.sources["published"] == "").sum() == 436
    bases = package.events["georeference_basis"].value_counts()
    assert (bases["region_centroid"], bases["country_centroid"]) == (77, 8)
    assert package.events["start"].max().startswith("2026-05-29")


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_has_a_label_and_a_meaning(name):
    """No word of a vocabulary is without words for people."""
    for label in VOCABULARIES[name].values():
        assert label.label
        assert label.description.endswith(".")
