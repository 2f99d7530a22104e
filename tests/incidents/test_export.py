"""Exports hold exactly the filtered rows and come back equal."""

import csv
import io
import json
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import Filter, filter_events, read_package
from incidents.export import FORMATS, event_record, export_csv, export_geojson, export_json, file_name
from incidents.neutral import neutralise, restore
from incidents.plain_number import decimal, decimals
from incidents.read_package import SEEDS
from incidents.tables import EVENTS, TABLES

FILTERS = [
    Filter(),
    Filter(country=("EST", "POL"), category=("incident",)),
    Filter.from_params({"period": ["2025-09-01", "2025-09-30"], "q": ["drone"]})[0],
    Filter(q="no such words anywhere"),
]
RISKY = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=x", "''-x", "=", '=cmd|"/c"!A0']
SAFE = ["", "a=1", "'x", "x-1", " =1", "12"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("chosen", FILTERS)
def test_the_same_call_gives_the_same_bytes(seeds, name, chosen):
    """Exports are deterministic, across two readings too."""
    assert FORMATS[name](seeds, filter=chosen) == FORMATS[name](read_package(SEEDS), filter=chosen)


@pytest.mark.parametrize("chosen", FILTERS)
def test_csv_comes_back_equal(seeds, tmp_path, chosen):
    """Parsed back and with neutralised text restored, the CSV equals the filtered rows cell by cell."""
    content = export_csv(seeds, filter=chosen)
    frame = pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)
    expected = filter_events(seeds.events, chosen)
    assert list(frame) == [column.name for column in EVENTS.columns]
    for column in EVENTS.columns:
        if column.is_number:
            pd.testing.assert_series_equal(
                pd.to_numeric(frame[column.name]).astype("float64"), expected[column.name].reset_index(drop=True)
            )
        else:
            assert restore(frame[column.name]).tolist() == expected[column.name].tolist()


def test_a_csv_of_everything_is_a_package_again(seeds, tmp_path):
    """Export and read: the same package version (no text of the seeds needs an apostrophe)."""
    for name, table in TABLES.items():
        (tmp_path / table.file).write_bytes(
            export_csv(seeds) if name == "events" else (SEEDS / table.file).read_bytes()
        )
    assert read_package(tmp_path).version == seeds.version


def test_csv_is_rfc_4180(seeds):
    """CR LF, UTF-8 without a byte order mark, one header, the same number of fields in each row."""
    content = export_csv(seeds)
    assert content.startswith(b"event_id,")
    assert content.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(EVENTS.columns)}
    assert len(rows) == 386


def test_numbers_are_not_neutralised(folder):
    """A negative longitude stays a number; a title that could be a formula gets an apostrophe."""
    rows = list(csv.DictReader(io.StringIO(export_csv(folder.read()).decode(), newline="")))
    by_id = {row["event_id"]: row for row in rows}
    assert by_id["2025-11-01-se-month"]["longitude"] == "-5.5"
    assert by_id["2025-11-01-se-month"]["duration_min"] == "0.28"
    assert by_id["2025-09-10-lt-warning"]["title"] == "'=A warning"
    assert by_id["2025-09-10-lt-warning"]["count_min"] == ""


@pytest.mark.parametrize("text", RISKY)
def test_risky_text_is_neutralised(text):
    """One apostrophe in front; taking it away gives the text back."""
    cell = neutralise(pd.Series([text], dtype="str"))
    assert cell.tolist() == ["'" + text]
    assert restore(cell).tolist() == [text]


@pytest.mark.parametrize("text", SAFE)
def test_other_text_is_not_touched(text):
    """Neither on the way out nor on the way in."""
    assert (
        neutralise(pd.Series([text], dtype="str")).tolist()
        == restore(pd.Series([text], dtype="str")).tolist()
        == [text]
    )


@given(st.lists(st.text(st.characters(codec="utf-8")) | st.text("'=+-@\t\r\x00a", max_size=4)))
def test_neutralising_can_always_be_undone(texts):
    """For any text; and no neutralised cell begins with a character that a spreadsheet could run."""
    cells = neutralise(pd.Series(texts, dtype="str"))
    assert restore(cells).tolist() == texts
    assert not any(cell[:1] in set("=+-@\t\r\x00") and cell for cell in cells)


@given(st.floats(-1e15, 1e15) | st.integers(-(10**9), 10**9).map(float))
def test_decimal_is_plain_and_exact(value):
    """No exponent, no needless point, and the same float again."""
    text = decimal(value)
    assert float(text) == value
    assert set(text) <= set("-.0123456789")
    assert not text.endswith(".0")
    assert decimals([value, float("nan")]) == [text, ""]


@pytest.mark.parametrize("chosen", FILTERS)
def test_geojson_follows_rfc_7946(seeds, chosen):
    """A FeatureCollection of points, longitude first, no crs, with ids, and the filtered rows in order."""
    found = json.loads(export_geojson(seeds, filter=chosen))
    expected = filter_events(seeds.events, chosen)
    assert found["type"] == "FeatureCollection"
    assert "crs" not in found
    assert [feature["id"] for feature in found["features"]] == expected["event_id"].tolist()
    for feature, row in zip(found["features"], expected.to_dict("records"), strict=True):
        assert feature["type"] == "Feature"
        assert feature["geometry"] == {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
        for column in EVENTS.columns:
            if column.name not in ("longitude", "latitude"):
                value = feature["properties"][column.name]
                assert value == row[column.name] or (value is None and row[column.name] != row[column.name])


@pytest.mark.parametrize("chosen", FILTERS)
def test_json_is_lossless(seeds, chosen):
    """Events with all their claims, sources, updates and relations: each child of a chosen event is there, no other."""
    found = json.loads(export_json(seeds, filter=chosen))["events"]
    expected = filter_events(seeds.events, chosen)
    ids = set(expected["event_id"])
    assert [event["event_id"] for event in found] == expected["event_id"].tolist()
    for name in ("claims", "sources", "updates"):
        frame = getattr(seeds, name)
        rows = sorted(map(str, frame[frame["event_id"].isin(ids)].to_dict("records")))
        assert sorted(str(child) for event in found for child in event[name]) == rows
    ends = seeds.relations["event_id"].isin(ids).sum() + seeds.relations["related_event_id"].isin(ids).sum()
    assert sum(len(event["relations"]) for event in found) == ends
    for event, row in zip(found, expected.to_dict("records"), strict=True):
        for column in EVENTS.columns:
            assert event[column.name] == row[column.name] or (
                event[column.name] is None and row[column.name] != row[column.name]
            )


@pytest.mark.parametrize("write", [export_geojson, export_json])
def test_each_export_says_what_it_is(seeds, write):
    """N of N, filter in words and as URL, period, version, date and licence."""
    chosen = Filter.from_params({"period": ["2025-09-01", "2025-09-30"], "country": ["EST"]})[0]
    about = json.loads(write(seeds, filter=chosen))["metadata"]
    assert about["n"] == len(filter_events(seeds.events, chosen))
    assert about["N"] == 385
    assert about["filter"]["words"] == "1 to 30 September 2025; EST"
    assert about["filter"]["params"] == [["period", "2025-09-01"], ["period", "2025-09-30"], ["country", "EST"]]
    assert about["period"] == {"first": "2025-09-01", "last": "2025-09-30"}
    assert (about["version"], about["licence"]) == (seeds.version, "CC-BY-4.0")


def test_file_names_carry_period_and_version(seeds):
    """A CSV has no other place for them."""
    chosen = Filter.from_params({"period": ["2025-09-01", ".."], "country": ["EST"]})[0]
    assert file_name(seeds, filter=Filter(), suffix="csv") == f"airspace-events_{seeds.version}_CC-BY-4.0.csv"
    assert (
        file_name(seeds, filter=chosen, suffix="csv")
        == f"airspace-events_2025-09-01_open_filtered_country-EST_{seeds.version}_CC-BY-4.0.csv"
    )


@pytest.mark.parametrize("event_id", ["2025-09-19-ee-mig31-vaindloo", "2025-09-09-pl-drone-incursion"])
def test_one_event_is_the_same_as_in_the_whole(seeds, event_id):
    """`event_record` equals the event of the JSON export, with version and licence."""
    whole = {event["event_id"]: event for event in json.loads(export_json(seeds))["events"]}
    record = event_record(seeds, event_id)
    assert record == whole[event_id] | {"version": seeds.version, "licence": "CC-BY-4.0"}
    assert record["claims"] == seeds.claims_of(event_id)


def test_an_unknown_event_has_no_record(seeds):
    """KeyError, for the caller to turn into "not found"."""
    with pytest.raises(KeyError, match="nowhere"):
        event_record(seeds, "nowhere")


def test_a_file_name_stays_short_and_plain(seeds):
    """Whatever the filter, the name is one of a file: no path, no quotation marks, ASCII, of bearable length."""
    chosen = Filter.from_params({"q": ['../"x\r\n ž' * 10], "country": ["EST", "POL", "LTU"], "status": ["disputed"]})[
        0
    ]
    name = file_name(seeds, filter=chosen, suffix="csv")
    assert re.fullmatch(r"[A-Za-z0-9._-]+", name)
    assert len(name) < 200
    assert name.endswith(f"-etc_{seeds.version}_CC-BY-4.0.csv")
