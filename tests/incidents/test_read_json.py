"""GeoJSON and nested JSON that contradict themselves."""

import json
from datetime import date

import pytest

from incidents import Filter, PackageError, filter_events
from incidents.export import FORMATS
from incidents.imports import read_any

PLACE = '"geometry": {"type": "Point", "coordinates": [25.3, 54.7]}'
FEATURE = '{{"type": "Feature", "properties": {{"event_type": "drone_sighting", "start": "2025-09-10", "country": "LTU"{more}}}, {place}}}'


def _read(*features):
    text = '{"type": "FeatureCollection", "features": [' + ", ".join(features) + "]}"
    return read_any(text.encode(), name="mine.geojson")


def test_a_key_that_stands_twice_refuses_its_row_alone():
    """Neither of two values is taken silently; the rows beside are kept."""
    report = _read(
        FEATURE.format(more="", place=PLACE), FEATURE.format(more=', "start": "2024-01-01"', place=PLACE)
    ).report
    assert (report.given, report.accepted, report.refused) == (2, 1, 1)
    (problem,) = report.problems
    assert (problem.row, problem.column, problem.message) == (3, "start", "is given twice in one object")


def test_an_event_of_nested_json_too():
    """The same for the JSON of `export`."""
    event = '{"event_type": "drone_sighting", "start": "2025-09-10", "country": "LTU", "longitude": 25.3, "latitude": 54.7%s}'
    text = '{"events": [' + event % "" + "," + event % ', "country": "POL"' + "]}"
    report = read_any(text.encode(), name="mine.json").report
    assert (report.given, report.accepted, report.refused) == (2, 1, 1)
    assert (report.problems[0].row, report.problems[0].column) == (3, "country")


@pytest.mark.parametrize(("name", "value"), [("longitude", 20.5), ("latitude", "55.1"), ("lon", 20), ("lat", "north")])
def test_a_position_beside_the_geometry_that_differs_is_flagged(name, value):
    """Both are named; the geometry is taken."""
    imported = _read(FEATURE.format(more=f', "{name}": {json.dumps(value)}', place=PLACE))
    (problem,) = imported.report.problems
    assert (imported.report.accepted, imported.report.flagged) == (1, 1)
    assert (problem.row, problem.column, problem.value, problem.severity) == (2, name, str(value), "warning")
    assert f"the geometry says {25.3 if name.startswith('lo') else 54.7}" in problem.message
    assert imported.table[["longitude", "latitude"]].to_numpy().tolist() == [[25.3, 54.7]]


def test_a_position_beside_the_geometry_that_agrees_is_not():
    imported = _read(FEATURE.format(more=', "longitude": "25.30", "lat": 54.7', place=PLACE))
    assert imported.report.problems == ()


@pytest.mark.parametrize("name", ["sources", "claims", "relations", "updates"])
@pytest.mark.parametrize("value", [True, 1.5, "x", {"a": 1}, [1], [{}, "x"]])
def test_what_hangs_on_an_event_is_a_list_of_objects(name, value):
    """Anything else refuses that event, by name, and no other; nothing is left out silently."""
    event = {
        "event_type": "drone_sighting",
        "title": "t",
        "start": "2025-09-10",
        "country": "LTU",
        "longitude": 25.123,
        "latitude": 54.567,
    }
    report = read_any(
        json.dumps({"events": [event | {name: value}, event | {name: None}]}).encode(), name="mine.json"
    ).report
    assert (report.given, report.accepted, report.refused) == (2, 1, 1)
    (problem,) = report.problems
    assert (problem.row, problem.column, problem.message) == (2, name, "is not a list of objects")


def test_a_filtered_export_is_taken_whole(seeds):
    """Strictly: relations that lead out of it are flagged, each by name, and counted; what the zip keeps is kept."""
    chosen = Filter(country=("POL", "ROU"), type=("drone_incursion",), period=(date(2025, 9, 1), date(2025, 12, 31)))
    ids = set(filter_events(seeds, chosen)["event_id"])
    ends = [seeds.relations[end].isin(ids) for end in ("event_id", "related_event_id")]
    leading_out = int((ends[0] ^ ends[1]).sum())
    assert leading_out > 1
    found = read_any(FORMATS["json"](seeds, filter=chosen), name="x.json", strict=True)
    zipped = read_any(FORMATS["zip"](seeds, filter=chosen), name="x.zip", strict=True)
    kept = [sorted(each.tables["relations"].itertuples(index=False, name=None)) for each in (found, zipped)]
    assert kept[0] == kept[1]
    flagged = [problem for problem in found.report.problems if "leads out of it" in problem.message]
    assert {problem.severity for problem in flagged} == {"warning"}
    assert len(flagged) == leading_out
    assert not ids & {problem.value for problem in flagged}
    assert found.report.facts["relations that lead out of the file, left out"] == str(leading_out)


def test_refused_rows_of_other_tables_stand_in_the_totals(seeds):
    """A relation between two events that are not there, and one to a refused event, are refused; totals and verdict say the same."""
    about = json.loads(FORMATS["json"](seeds, filter=Filter(q="vaindloo")))
    first, second = about["events"][0], about["events"][-1]
    row = {"relation": "follows"}
    out = [row | {"event_id": "2025-01-01-ee-x", "related_event_id": "2025-01-01-ee-y"}]
    first["relations"], second["relations"] = out, []
    report = read_any(json.dumps(about).encode(), name="x.json").report
    assert (report.refused, report.refused_beside, report.any_refused) == (0, 1, True)
    assert report.lines()[-1].endswith("0 refused; 1 row of other tables refused")
    with pytest.raises(PackageError, match=r"0 of \d+ rows refused, 1 row of other tables refused"):
        read_any(json.dumps(about).encode(), name="x.json", strict=True)
    first["relations"] = [row | {"event_id": first["event_id"], "related_event_id": second["event_id"]}]
    second["latitude"] = 91
    report = read_any(json.dumps(about).encode(), name="x.json").report
    assert report.refused == 1
    assert report.refused_beside >= 1
    for event in about["events"][1:]:
        event["relations"] = []
    report = read_any(json.dumps(about).encode(), name="x.json").report
    (relation,) = [problem for problem in report.problems if problem.file == "x.json: relations"]
    assert (relation.value, relation.severity) == (second["event_id"], "error")


def test_an_update_older_than_its_event_is_refused(seeds):
    """As `check` refuses it: what an import has written passes every check."""
    about = json.loads(FORMATS["json"](seeds, filter=Filter(q="vaindloo")))
    (update, *_) = next(event["updates"] for event in about["events"] if event["updates"])
    update["date"] = "2001-01-01"
    report = read_any(json.dumps(about).encode(), name="x.json").report
    assert (report.refused, report.refused_beside) == (0, 1)
    assert any(problem.value == "2001-01-01" and "lies before" in problem.message for problem in report.problems)
