"""GeoJSON and nested JSON that contradict themselves."""

import json

import pytest

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
