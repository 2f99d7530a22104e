"""Supply lines: which of them a period touches, their exports, and figures that other sources contradict."""

import csv
import io
import json
from datetime import date

import numpy as np
import pandas as pd
import pytest

from geodata.outlines import WGS84
from incidents import Filter
from incidents.cli import main
from incidents.flows import FLOW_FORMATS, export_flows, flow_mask, is_contradicted

DAY = date.fromisoformat
PERIODS = [
    # period of the line, period asked for, whether they touch
    (("2023-09", "2025-07"), ("2025-07-31", "2025-08-31"), True),
    (("2023-09", "2025-07"), ("2025-08-01", "2025-08-31"), False),
    (("2023-09", "2025-07"), ("2023-08-01", "2023-08-31"), False),
    (("2023-09", "2025-07"), ("2023-08-01", "2023-09-01"), True),
    (("2022", "2025"), ("2025-12-31", None), True),
    (("2022", "2025"), ("2026-01-01", None), False),
    (("2022", "2025"), (None, "2021-12-31"), False),
    (("2022", "2025"), (None, "2022-01-01"), True),
    (("2025-06", ""), ("2030-01-01", None), True),
    (("", "2022"), (None, "1950-01-01"), True),
    (("", ""), ("2025-01-01", "2025-01-01"), True),
    (("2025-09-10", "2025-09-10"), ("2025-09-11", "2025-09-12"), False),
    (("2024-02", "2024-02"), ("2024-02-29", "2024-02-29"), True),
    (("2024-02", "2024-02"), (None, None), True),
]


@pytest.mark.parametrize(("line", "asked", "touches"), PERIODS)
def test_a_line_is_shown_when_the_periods_overlap(line, asked, touches):
    """Years and months count whole, an open side never ends."""
    flows = pd.DataFrame({"period_start": [line[0]], "period_end": [line[1]]})
    period = tuple(DAY(edge) if edge else None for edge in asked)
    assert flow_mask(flows, period).tolist() == [touches]


def test_no_lines():
    """An empty table gives an empty mask."""
    assert flow_mask(pd.DataFrame({"period_start": [], "period_end": []})).tolist() == []


def test_the_figures_of_the_seed_that_are_contradicted(seeds):
    """Both are marked, and a line that is disputed because a party denies it is not one of them."""
    rows = seeds.flows.to_dict("records")
    assert [row["flow_id"] for row in rows if is_contradicted(row)] == [
        "prk-ukr-troops-25k-seed",
        "chn-ukr-fighters-seed",
    ]
    assert [row["flow_id"] for row in rows if row["status"] == "disputed" and not is_contradicted(row)] == [
        "irn-rus-fath360"
    ]


def _ids(kind, content):
    if kind == "csv":
        return [row["flow_id"] for row in csv.DictReader(io.StringIO(content.decode(), newline=""))]
    found = json.loads(content)
    return [row["flow_id"] for row in found["flows"]] if kind == "json" else [row["id"] for row in found["features"]]


@pytest.mark.parametrize("kind", FLOW_FORMATS)
@pytest.mark.parametrize("period", [(None, None), (DAY("2025-09-01"), DAY("2025-09-30")), (None, DAY("2022-12-31"))])
def test_each_format_holds_the_same_lines(seeds, kind, period):
    """Exactly the lines whose period overlaps, in the order of the file."""
    expected = seeds.flows["flow_id"][flow_mask(seeds.flows, period)].tolist()
    assert _ids(kind, export_flows(seeds, kind, filter=Filter(period=period))) == expected
    assert 0 < len(expected) <= 16


def test_geojson_follows_rfc_7946(seeds):
    """Lines in the world, ends at the places, as long as the geodesic; properties are the row."""
    found = json.loads(export_flows(seeds, "geojson", filter=Filter()))
    assert (found["metadata"]["n"], found["metadata"]["N"]) == (16, 16)
    for feature, row in zip(found["features"], seeds.flows.to_dict("records"), strict=True):
        assert feature["geometry"]["type"] == "LineString"
        line = np.array(feature["geometry"]["coordinates"])
        assert np.abs(line[:, 0]).max() <= 180
        assert line[0] == pytest.approx([row["origin_longitude"], row["origin_latitude"]], abs=1e-4)
        assert line[-1] == pytest.approx([row["destination_longitude"], row["destination_latitude"]], abs=1e-4)
        direct = WGS84.inv(*line[0], *line[-1])[2]
        assert WGS84.line_length(line[:, 0], line[:, 1]) == pytest.approx(direct, rel=1e-6)
        assert feature["properties"]["summary"] == row["summary"]


def test_geojson_is_cut_at_180_degrees(folder):
    """A line over the antimeridian has two parts that meet there."""
    package = folder.edit("flows.csv", 2, destination_longitude="-157.9", destination_latitude="21.3").read()
    (feature,) = json.loads(export_flows(package, "geojson", filter=Filter()))["features"]
    assert feature["geometry"]["type"] == "MultiLineString"
    first, second = feature["geometry"]["coordinates"]
    assert first[-1][0] == 180
    assert second[0] == [-180, first[-1][1]]


def test_json_carries_the_sources(seeds):
    """Each source of a line, in its order."""
    found = json.loads(export_flows(seeds, "json", filter=Filter()))["flows"]
    for row in found:
        assert [source["source_id"] for source in row["sources"]] == row["source_ids"].split(";")


def test_csv_is_safe_in_a_spreadsheet(folder):
    """Text that a spreadsheet could run gets an apostrophe."""
    package = folder.edit("flows.csv", 2, commodity="=1+1").read()
    assert b",'=1+1," in export_flows(package, "csv", filter=Filter())


def test_the_description_of_the_csv_is_written_beside_it(seeds, tmp_path):
    """Columns, rows, dates and licence of the very file; not when it is declined."""
    call = ["export", "--table", "flows", "--format", "csv", "--period", "2025-09-01", "2025-09-30", "-o"]
    assert main([*call, str(tmp_path / "lines.csv")]) == 0
    found = json.loads((tmp_path / "lines.csv-metadata.json").read_text(encoding="utf-8"))
    rows = list(csv.reader(io.StringIO((tmp_path / "lines.csv").read_text(encoding="utf-8"), newline="")))
    assert found["url"] == "lines.csv"
    assert [column["name"] for column in found["tableSchema"]["columns"]] == rows[0]
    assert found["notes"][0]["n"] == len(rows) - 1 < found["notes"][0]["N"] == len(seeds.flows)
    assert found["dc:temporal"] == "2025-09-01/2025-09-30"
    assert found["dc:license"]["@id"] == "https://creativecommons.org/licenses/by/4.0/"
    assert main([*call, str(tmp_path / "bare.csv"), "--no-description"]) == 0
    assert not (tmp_path / "bare.csv-metadata.json").exists()


@pytest.mark.parametrize("kind", FLOW_FORMATS)
def test_export_on_the_command_line(folder, tmp_path, monkeypatch, kind):
    """`--table flows` writes the bytes of the writer."""
    monkeypatch.setenv("AIRSPACE_DATA", str(folder.path))
    assert main(["export", "--table", "flows", "--format", kind, "-o", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out").read_bytes() == export_flows(folder.read(), kind, filter=Filter())


@pytest.mark.parametrize(
    ("words", "hint"), [("--format kml", "there is no kml"), ("--format csv --country EST", "only --period")]
)
def test_export_of_what_cannot_be(capsys, folder, tmp_path, monkeypatch, words, hint):
    """Other formats and filters of events are a fault of the call."""
    monkeypatch.setenv("AIRSPACE_DATA", str(folder.path))
    assert main(["export", "--table", "flows", *words.split(), "-o", str(tmp_path / "out")]) == 2
    assert hint in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
