"""Own tables become a package: columns by name, explicit choices, a report that adds up, nothing silently changed."""

import io
import json
import re
import zipfile
from datetime import datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely
import xlsxwriter

from incidents import Filter, PackageError, filter_events, read_package
from incidents.cli import main
from incidents.export import FORMATS
from incidents.imports import read_any, suggest, template, to_package, write_package
from incidents.imports.convert import instant, number
from incidents.imports.options import Options
from incidents.imports.shown_hours import shows_hour
from incidents.subset import subset
from incidents.tables import TABLES

PLAIN = "Datum;Art;Lat;Lon;country;Bemerkung\n03.04.2025;drone_sighting;54,5;25,1;LTU;x\n2025-09-10;drone_sighting;54.6;25.2;LTU;y\n"
CHOICES = {"mapping": {"Art": "event_type", "Datum": "start"}, "dates": "dmy", "decimal_comma": True}
ACLED = [
    "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,country,iso,location,latitude,longitude,geo_precision,source,notes,fatalities",
    "POL101,2025-09-10,2025,1,Explosions/Remote violence,Air/drone strike,Military Forces of Russia (2000-),Poland,616,Wyryki,51.55,23.35,1,Gazeta; PAP,A drone fell.,0",
    "ROU7,13 September 2025,2025,2,Explosions/Remote violence,Disrupted weapons use,Unidentified Military Forces,Romania,642,Tulcea,45.17,28.79,2,Digi24,Shot at.,1",
    "LTU9,2025-07-28,2025,3,Explosions/Remote violence,Air/drone strike,Military Forces of Belarus (1994-),Lithuania,440,Vilnius,54.9,24.9,3,LRT,Found later.,0",
    "POL102,2025-09-11,2025,1,Protests,Peaceful protest,Protesters (Poland),Poland,616,Warsaw,52.23,21.01,1,PAP,A march.,0",
]


def read(text, **options):
    """Import text as a CSV."""
    return read_any(text.encode(), name="mine.csv", **options)


def test_a_template_is_accepted_as_it_is():
    """The file to start from passes every check and takes every column."""
    report = read_any(template(), name="template.csv").report
    assert (report.given, report.accepted, report.flagged, report.refused) == (1, 1, 0, 0)
    assert report.assumed == report.converted == {}
    assert report.not_taken == ()


def test_choices_are_offered_and_then_followed():
    """An ambiguous date and a decimal comma are refused with the option that reads them; with it they are read and counted."""
    report = read(PLAIN, mapping=CHOICES["mapping"]).report
    assert (report.given, report.accepted, report.refused) == (2, 1, 1)
    said = "\n".join(map(str, report.problems))
    assert "--dates dmy" in said
    assert "2025-04-03 if the day comes first" in said
    assert "--decimal-comma" in said
    imported = read(PLAIN, **CHOICES)
    assert imported.report.accepted == 2
    assert imported.table["start"].tolist() == ["2025-04-03", "2025-09-10"]
    assert imported.table["latitude"].tolist() == [54.5, 54.6]
    assert imported.report.converted == {"start": 1, "longitude": 1, "latitude": 1}
    assert imported.report.facts["delimiter"] == "semicolon"
    assert read(PLAIN, **CHOICES | {"dates": "mdy"}).table["start"].tolist() == ["2025-03-04", "2025-09-10"]


def test_what_is_filled_or_left_is_said():
    """Every field that the file lacks and every column that goes nowhere stands in the report."""
    report = read(PLAIN, **CHOICES).report
    assert report.not_taken == ("Bemerkung",)
    assert report.mapping == {
        "Art": "event_type",
        "Datum": "start",
        "country": "country",
        "Lon": "longitude",
        "Lat": "latitude",
    }
    assert report.assumed["coordinate_uncertainty_m"] == "10000"
    assert report.assumed["status"] == "reported"
    lines = "\n".join(report.lines())
    assert "columns not taken: Bemerkung" in lines
    assert "2 rows given, 2 accepted (0 of them to be looked at), 0 refused" in lines


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({}, "no column for event_type.*--set event_type=VALUE"),
        ({"mapping": {"Nope": "start"}}, "there is no column “Nope”; the file has Datum"),
        ({"mapping": {"Art": "event_type", "Bemerkung": "event_type"}}, "given by two columns"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(options, match):
    """Whole, with the columns that there are."""
    with pytest.raises((PackageError, ValueError), match=match):
        read(PLAIN, **options)


@pytest.mark.parametrize(
    ("options", "match"),
    [
        ({"profile": "x"}, "use generic or acled"),
        ({"dates": "ymd"}, "use iso, dmy, mdy"),
        ({"zone": "Vilnius"}, "such as Europe/Vilnius"),
        ({"zone": "../../etc/passwd"}, "such as Europe/Vilnius"),
        ({"encoding": "klingon"}, "there is no encoding"),
        ({"encoding": "hex"}, "there is no encoding"),
        ({"delimiter": ";;"}, "not one character"),
        ({"mapping": {"a": "b"}}, "there is no field “b”"),
        ({"fixed": {"b": "c"}}, "there is no field “b”"),
    ],
)
def test_an_option_that_is_none_is_refused(options, match):
    """A ValueError that names the option and the way out."""
    with pytest.raises(ValueError, match=match):
        read(PLAIN, **options)


@pytest.mark.parametrize(
    ("value", "options", "expected"),
    [
        ("03/04/2025", {}, "03/04/2025"),
        ("03/04/2025", {"dates": "dmy"}, "2025-04-03"),
        ("03/04/2025", {"dates": "mdy"}, "2025-03-04"),
        ("31/02/2025", {"dates": "dmy"}, "31/02/2025"),
        ("25/09/2025", {"dates": "mdy"}, "25/09/2025"),
        ("2025-09-10T06:58", {}, "2025-09-10T06:58"),
        ("2025-09-10 06:58", {"zone": "Europe/Vilnius"}, "2025-09-10T03:58Z"),
        ("2025-01-10T06:58", {"zone": "Europe/Vilnius"}, "2025-01-10T04:58Z"),
        ("10.09.2025 06:58", {"zone": "Europe/Vilnius", "dates": "dmy"}, "2025-09-10T03:58Z"),
        ("2025-09-10T06:58+03:00", {}, "2025-09-10T03:58Z"),
        ("2025-09-10T06:58:30+0300", {}, "2025-09-10T03:58:30Z"),
        ("2025-09-10 01:58+03", {}, "2025-09-09T22:58Z"),
        ("2025-09-10T06:58+25:00", {}, "2025-09-10T06:58+25:00"),
        ("0001-01-01T00:00+03:00", {}, "0001-01-01T00:00+03:00"),
        ("2025-09-10T06:58+03:00", {"zone": "UTC"}, "2025-09-10T03:58Z"),
        ("2025-09-10 06:58Z", {}, "2025-09-10T06:58Z"),
        ("2025-03-30T03:30", {"zone": "Europe/Vilnius"}, "2025-03-30T03:30"),
        ("2025-10-26T03:30", {"zone": "Europe/Vilnius"}, "2025-10-26T03:30"),
        ("2025-03-30T04:30", {"zone": "Europe/Vilnius"}, "2025-03-30T01:30Z"),
    ],
)  # fmt: skip
def test_times_are_read_only_as_chosen(value, options, expected):
    """What no option allows stays as it is, and so do hours that the clocks of the zone skipped or showed twice."""
    assert instant(value, Options(**options)) == expected


@pytest.mark.parametrize(
    ("value", "axis", "options", "expected"),
    [
        ("54,5", "latitude", {}, "54,5"),
        ("54,5", "latitude", {"decimal_comma": True}, "54.5"),
        ("1.234,5", "", {"decimal_comma": True}, "1.234,5"),
        ("54°30'N", "latitude", {}, "54°30'N"),
        ("54°30'N", "latitude", {"dms": True}, "54.5"),
        ("54°30'36\"S", "latitude", {"dms": True}, "-54.51"),
        ("25°30′W", "longitude", {"dms": True}, "-25.5"),
        ("54°30'N", "longitude", {"dms": True}, "54°30'N"),
        ("-54°30'N", "latitude", {"dms": True}, "-54°30'N"),
        ("54°60'N", "latitude", {"dms": True}, "54°60'N"),
        ("54°", "", {"dms": True}, "54°"),
    ],
)
def test_numbers_are_read_only_as_chosen(value, axis, options, expected):
    """Decimal commas and degrees with minutes are options, never guesses."""
    assert number(value, Options(**options), axis=axis) == expected


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("depth_km", "1.500", "write 1500 or 1,500"),
        ("depth_km", "11.786", "write 11786 or 11,786"),
        ("count_min", "3.000", "write 3000 or 3,000"),
        ("duration_min", "123.456", "write 123456 or 123,456"),
        ("duration_min", "123.456.000", "is not a plain decimal number"),
        ("depth_km", "1.5", ""),
        ("depth_km", "0.125", ""),
        ("depth_km", "54.68", ""),
        ("depth_km", "11,786", ""),
        ("depth_km", "99.999", ""),
        ("latitude", "54.687", ""),
        ("longitude", "1.500", ""),
    ],
)
def test_a_dot_among_decimal_commas_is_refused_where_it_could_part_thousands(field, value, said):
    """Both readings are named; where one is impossible (54687 is no latitude) or the form is another, there is one reading."""
    row = {
        "start": "2025-09-10",
        "event_type": "drone_sighting",
        "country": "LTU",
        "longitude": "25,1",
        "latitude": "54,7",
    } | {field: value}
    text = ";".join(row) + "\n" + ";".join(row.values()) + "\n"
    imported = read(text, decimal_comma=True)
    assert imported.report.refused == bool(said)
    assert said in "\n".join(map(str, imported.report.problems))
    if said.startswith("write"):
        assert f'row 2, column {field}: "{value}" could be a number of thousands or a decimal number' in str(
            imported.report.problems[0]
        )
    elif not said:
        assert imported.table[field].tolist() == [float(value.replace(",", "."))]
    else:
        return
    assert read(text.replace(",", "."), decimal_comma=False).report.accepted == (
        field != "count_min" or value == "3.000"
    )


def test_a_number_of_a_format_that_has_numbers_has_one_reading():
    """Beside decimal commas, 1.5 of JSON is a number; the text "1.500" is not."""
    good = {"event_type": "drone_sighting", "start": "2025-09-10", "country": "LTU", "count_min": 1}
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [25.123, 54.567]},
            "properties": good | {"depth_km": value},
        }
        for value in (1.525, "1.525", "1,525")
    ]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    imported = read_any(content, name="mine.geojson", decimal_comma=True)
    assert imported.table["depth_km"].tolist() == [1.525, 1.525]
    assert [(problem.row, problem.column) for problem in imported.report.problems] == [(3, "depth_km")]


def test_a_gap_of_the_clocks_is_named():
    """30 March 2025, 03:30 did not exist in Vilnius: refused, and the report says why."""
    text = PLAIN.replace("03.04.2025", "2025-03-30T03:30").replace(",", ".")
    report = read(text, mapping=CHOICES["mapping"], zone="Europe/Vilnius").report
    assert report.refused == 1
    assert "the clocks of Europe/Vilnius did not show it" in report.problems[0].way_out


def test_mixed_zones_need_a_choice():
    """UTC and an offset are plain, a time without a zone is not; with a zone named all three are the same moment."""
    start = ("2025-09-10T03:58Z", "2025-09-10T06:58+03:00", "2025-09-10 06:58")
    text = "start,event_type,country,longitude,latitude\n" + "".join(
        f"{at},drone_sighting,LTU,25.123,54.567\n" for at in start
    )
    report = read(text).report
    assert (report.accepted, report.refused) == (2, 1)
    assert report.converted == {"start": 1}
    assert all("--zone Europe/Vilnius" in problem.way_out for problem in report.problems)
    imported = read(text, zone="Europe/Vilnius")
    assert imported.table["start"].tolist() == ["2025-09-10T03:58Z"] * 3
    assert imported.report.converted == {"start": 2}


def test_a_suggested_column_can_be_left_out():
    """A column mapped to nothing goes nowhere; what then fills the field is said."""
    report = read(
        PLAIN, **CHOICES | {"mapping": CHOICES["mapping"] | {"country": ""}, "fixed": {"country": "POL"}}
    ).report
    assert "country" in report.not_taken
    assert "country" not in report.mapping


@pytest.mark.parametrize(("value", "accepted"), [("3.0", 1), ("3", 1), ("3.5", 0), ("3.", 0)])
def test_a_whole_number_may_have_an_empty_fraction(value, accepted):
    """Pandas writes whole numbers so when a column has gaps."""
    text = (
        f"start,event_type,country,longitude,latitude,count_min\n2025-09-10,drone_sighting,LTU,25.123,54.567,{value}\n"
    )
    assert read(text).report.accepted == accepted


def test_suggestions_go_by_name():
    """Own names first, other names for the same after them, each field once."""
    assert suggest(["Event Date", "LAT", "lng", "ISO3", "Weather", "title", "name"]) == {
        "title": "title",
        "Event Date": "start",
        "ISO3": "country",
        "lng": "longitude",
        "LAT": "latitude",
    }
    assert suggest(["lat", "latitude"]) == {"latitude": "latitude"}


def test_acled_rows_are_read_by_their_codes():
    """Precisions become intervals and radii, codes states; what has no counterpart is refused, what is our reading is flagged."""
    imported = read("\n".join(ACLED), profile="acled")
    report, rows = imported.report, imported.table.set_index("event_id")
    assert (report.given, report.accepted, report.flagged, report.refused) == (4, 3, 3, 1)
    assert (
        "no counterpart among airspace events"
        in next(p for p in report.problems if p.row == 5 and p.severity == "error").message
    )
    poland, romania, lithuania = (rows.loc[name] for name in ("acled-pol101", "acled-rou7", "acled-ltu9"))
    assert (poland["event_type"], poland["country"], poland["actor"], poland["start"]) == (
        "drone_incursion",
        "POL",
        "RUS",
        "2025-09-10",
    )
    assert (poland["time_precision"], poland["coordinate_uncertainty_m"]) == ("day", 5000)
    assert "Source, as ACLED names it: Gazeta; PAP." in poland["summary"] or "Gazeta" in poland["summary"]
    assert (romania["start"], romania["end"], romania["time_precision"]) == ("2025-09-10", "2025-09-16", "range")
    assert (romania["event_type"], romania["actor"]) == ("shoot_down", "UNK")
    assert "Fatalities: 1." in romania["summary"]
    assert (lithuania["time_precision"], lithuania["georeference_basis"]) == ("month", "region_centroid")
    assert "year" in report.not_taken


def test_acled_in_capitals_is_the_same():
    """Its older exports write the names of columns in capitals; the report names them as the file does."""
    capitals = read("\n".join([ACLED[0].upper(), *ACLED[1:]]), profile="acled")
    usual = read("\n".join(ACLED), profile="acled")
    assert capitals.table.equals(usual.table)
    assert "EVENT_ID_CNTY" in capitals.report.mapping
    assert "YEAR" in capitals.report.not_taken
    with pytest.raises(PackageError, match="looks like one of ACLED"):
        read("EVENT_ID_CNTY,SUB_EVENT_TYPE,GEO_PRECISION\nPOL1,Air/drone strike,1\n")


def test_a_record_of_geoparquet_without_a_point_is_refused_by_itself():
    """Nothing, an empty point, a line and junk are four refused records; those with a point are read."""
    shapes = [
        shapely.Point(23.4, 51.6),
        None,
        shapely.Point(),
        shapely.LineString([(1, 2), (3, 4)]),
        shapely.Point(23.5, 51.7, 9),
    ]
    wkb = [*(None if shape is None else shapely.to_wkb(shape) for shape in shapes), b"junk"]
    columns = {"event_type": "drone_sighting", "start": "2025-09-10", "country": "POL"}
    table = pa.table(
        {name: [value] * len(wkb) for name, value in columns.items()} | {"geometry": pa.array(wkb, pa.binary())}
    )
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    found = read_any(buffer.getvalue(), name="points.parquet")
    report = found.report
    assert (report.given, report.accepted, report.refused) == (6, 2, 4)
    assert [(p.row, p.column) for p in report.problems if p.severity == "error"] == [
        (n, "geometry") for n in (3, 4, 5, 7)
    ]
    assert found.table["longitude"].tolist() == [23.4, 23.5]


def test_parts_of_a_second_in_every_record():
    """Each is refused with its own value, to the last digit; the column is worked out as a whole, as millions have them."""
    n = 20_000
    times = pa.array(range(1_757_500_000_000_000_001, 1_757_500_000_000_000_001 + n), pa.timestamp("ns", "UTC"))
    table = pa.table(
        {
            "event_type": ["drone_sighting"] * n,
            "country": ["POL"] * n,
            "longitude": [23.4] * n,
            "latitude": [51.6] * n,
            "start": times,
        }
    )
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    report = read_any(buffer.getvalue(), name="parts.parquet").report
    assert (report.given, report.accepted, report.refused) == (n, 0, n)
    assert report.problems[1].value == "2025-09-10T10:26:40.000000002Z"


def test_acled_needs_its_columns():
    """A table that is not of ACLED is refused with the names of what is missing."""
    with pytest.raises(PackageError, match="columns of ACLED are missing: event_id_cnty"):
        read(PLAIN, profile="acled")


def test_the_report_is_a_table_and_a_csv():
    """One row for each problem, four totals that add up, text neutralised."""
    report = read(
        PLAIN.replace(";x\n", ";x\n") + "=1+1;drone_sighting;54.6;25.2;LTU;z\n", mapping=CHOICES["mapping"]
    ).report
    frame = report.table()
    assert list(frame) == ["file", "row", "result", "column", "value", "message", "way_out"]
    assert set(frame["result"]) == {"refused"}
    lines = report.to_csv().decode().split("\r\n")
    assert any(line.startswith("mine.csv,4,refused,Datum,'=1+1,") for line in lines)
    totals = dict(line.split(",")[2::2][:2] for line in lines if ",total " in line)
    expected = {"given": "3", "accepted": "1", "flagged": "0", "refused": "2", "refused in other tables": "0"}
    assert totals == {f"total {name}": n for name, n in expected.items()}


def test_strict_raises_lenient_reports():
    """With strict one refused row stops everything; all problems come along."""
    with pytest.raises(PackageError, match="1 of 2 rows refused") as caught:
        read(PLAIN, mapping=CHOICES["mapping"], strict=True)
    assert {problem.row for problem in caught.value.problems} == {2}


def test_progress_is_told_and_can_cancel():
    """The share that is done grows to 1; an exception of the callback ends the import and reaches the caller."""
    seen = []
    read(PLAIN, **CHOICES, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0

    def cancel(_done):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read(PLAIN, **CHOICES, progress=cancel)


def test_an_import_in_memory_is_a_package():
    """It can be filtered, counted and exported like any other; its title says where it comes from."""
    package = to_package(read(PLAIN, **CHOICES))
    assert len(filter_events(package, Filter(country=("LTU",)))) == 2
    assert package.descriptor["title"] == "Imported from mine.csv"
    assert package.licence == ""
    assert package.claims.empty


def test_a_written_package_reads_back_equal(tmp_path, seeds):
    """Tables and version are the same; a folder that holds something is not touched."""
    write_package(seeds, tmp_path / "copy")
    assert read_package(tmp_path / "copy").version == seeds.version
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(FileExistsError):
        write_package(seeds, tmp_path / "copy")
    assert sorted(tmp_path.rglob("*")) == before


def workbook(rows, *, formats=("yyyy-mm-dd hh:mm",), header=("start", "lat", "lon", "count_min")):
    """Return a workbook of drone sightings; each moment has the next of the formats."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet, styles = book.add_worksheet("mine"), [book.add_format({"num_format": code}) for code in formats]
        sheet.write_row(1, 0, header)
        for at, (when, *more) in enumerate(rows):
            sheet.write_datetime(at + 2, 0, when, styles[at % len(styles)])
            sheet.write_row(at + 2, 1, [54.5, 25.1, *more])
    return out.getvalue()


DRONES = {"name": "mine.xlsx", "fixed": {"country": "LTU", "event_type": "drone_sighting"}}
MIDNIGHT, MORNING = datetime(2025, 9, 10), datetime(2025, 9, 10, 6, 58)


def test_excel_cells_are_taken_as_they_are():
    """Dates become days, whole numbers have no point, a time without zone is refused until one is named."""
    content = workbook([(MIDNIGHT, 3), (MORNING, 3)], formats=("yyyy-mm-dd", "yyyy-mm-dd hh:mm"))
    report = read_any(content, **DRONES).report
    assert (report.accepted, report.refused) == (1, 1)
    assert report.problems[0].row == 4
    table = read_any(content, **DRONES, zone="UTC").table
    assert table["start"].tolist() == ["2025-09-10", "2025-09-10T06:58Z"]
    assert table["count_min"].tolist() == [3, 3]


CLOCK, DAY = ("yyyy-mm-dd hh:mm",), ("dd/mm/yyyy",)


@pytest.mark.parametrize(
    ("rows", "formats", "expected", "guessed"),
    [
        ([(MIDNIGHT,), (MORNING,)], CLOCK, ["2025-09-10T00:00Z", "2025-09-10T06:58Z"], ""),
        ([(MIDNIGHT,), (MORNING,)], ("[$-422]d.m.yyyy\\ h:mm", "yyyy-mm-dd"), ["2025-09-10T00:00Z", "2025-09-10T06:58Z"], ""),
        ([(MIDNIGHT,), (MORNING,)], DAY, ["2025-09-10T00:00Z", "2025-09-10T06:58Z"], "start 1"),
        ([(MIDNIGHT,), (MORNING,)], DAY + CLOCK, ["2025-09-10", "2025-09-10T06:58Z"], ""),
        ([(MIDNIGHT,), (MIDNIGHT,)], CLOCK, ["2025-09-10", "2025-09-10"], ""),
        ([(MIDNIGHT, "minute"), (MIDNIGHT, "day")], CLOCK, ["2025-09-10T00:00Z", "2025-09-10"], ""),
        ([(MIDNIGHT, "minute"), (MIDNIGHT, "hour")], DAY, ["2025-09-10T00:00Z", "2025-09-10T00:00Z"], ""),
        ([(MIDNIGHT, "day"), (MORNING, "minute")], CLOCK, ["2025-09-10", "2025-09-10T06:58Z"], ""),
    ],
)  # fmt: skip
def test_midnight_is_a_time_among_times(rows, formats, expected, guessed):
    """Where precision, format or the rest of the column tell; a guess is said; where nothing tells, it is a day."""
    header = ("start", "lat", "lon", "time_precision")[: 2 + len(rows[0])]
    imported = read_any(workbook(rows, formats=formats, header=header), **DRONES, zone="UTC")
    assert imported.report.refused == 0
    assert sorted(imported.table["start"]) == sorted(expected)
    found = imported.report.facts.get("cells of 00:00 taken as times, as others of the column have one", "")
    assert found == guessed


def test_midnight_of_a_workbook_is_that_of_a_csv():
    """The same rows; also where the precision is in a column with another name, or is one for all."""
    text = "start,lat,lon\n2025-09-10 00:00,54.5,25.1\n2025-09-10 06:58,54.5,25.1\n"
    expected = read(text, fixed=DRONES["fixed"], zone="UTC").table["start"].tolist()
    content = workbook([(MIDNIGHT,), (MORNING,)], header=("start", "lat", "lon"))
    assert read_any(content, **DRONES, zone="UTC").table["start"].tolist() == expected
    content = workbook([(MIDNIGHT, "hour")], header=("start", "lat", "lon", "how"))
    imported = read_any(content, **DRONES, zone="UTC", mapping={"how": "time_precision"})
    assert imported.table["start"].tolist() == expected[:1]
    fixed = DRONES["fixed"] | {"time_precision": "minute"}
    assert read_any(content, **DRONES | {"fixed": fixed}, zone="UTC").table["start"].tolist() == expected[:1]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("yyyy-mm-dd", False), ("General", False), ("dd.mm.yyyy hh:mm", True), ("[h]:mm", True), ("mm:ss.0", True), ('d" h"', False),
        ("[$-409]d. mmmm yyyy;@", False), ("[$-F400]h:mm:ss AM/PM", True), ("[Black]d.m.yy", False), ("yyyy\\h", False), ("#,##0", False),
    ],
)  # fmt: skip
def test_a_format_shows_an_hour_or_not(code, expected):
    """Outside of quoted text, colours and locales."""
    assert shows_hour(code) is expected


def test_a_hidden_sheet_is_not_taken_before_a_visible_one():
    """Which sheets were left, and whether they are hidden, is said; where all are hidden the first is taken, and said to be."""
    header = ["start", "country", "event_type", "latitude", "longitude", "title"]
    row = ["2025-09-10", "LTU", "drone_sighting", 54.51, 25.13]

    def book(**hidden):
        tables = {name: [header[:4], row[:4]] if name == "notes" else [header, [*row, name]] for name in hidden}
        content = sheets_of(tables, hidden={name for name, away in hidden.items() if away})
        return content if not all(hidden.values()) else hide_all(content)

    found = read_any(book(old=True, new=False, more=False), name="mine.xlsx")
    facts = found.report.facts
    assert found.table["title"].tolist() == ["new"]
    assert (facts["sheet"], facts["sheets not taken"], facts["hidden sheets not taken"]) == ("new", "more", "old")
    found = read_any(book(events=True, new=False), name="mine.xlsx")
    assert found.table["title"].tolist() == ["new"]
    found = read_any(book(one=True, two=True), name="mine.xlsx")
    assert (found.table["title"].tolist(), found.report.facts["hidden sheets taken"]) == (["one"], "one")
    with pytest.raises(PackageError, match=r"on a hidden sheet \(old\), show that one"):
        read_any(book(old=True, notes=False), name="mine.xlsx")


def sheets_of(tables, *, hidden=()):
    """Return a workbook of sheets by their names, the last one in front."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, rows in tables.items():
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(rows):
                sheet.write_row(at, 0, cells)
            if name in hidden:
                sheet.hide()
        sheet.activate()
    return out.getvalue()


def hide_all(content):
    """Return a workbook whose sheets are all hidden, which Excel refuses to make."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            text = given.read(name)
            if name == "xl/workbook.xml":
                text = re.sub(rb"<sheet (?![^>]*state=)", b'<sheet state="hidden" ', text)
            made.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "sep=|", "sep=\t", "sep=^"])
def test_the_first_line_of_excel_names_the_delimiter(first):
    """It is no header and no row, and is said; what the person names comes before it."""
    used = first.strip('"')[-1]
    lines = ["start,country,event_type,latitude,longitude,title", "2025-09-10,LTU,drone_sighting,54.51,25.13,x", "?"]
    found = read("\r\n".join([first, *(line.replace(",", used) for line in lines)]))
    assert (found.report.accepted, found.report.refused) == (1, 1)
    assert found.report.problems[0].row == 3
    assert found.report.facts["first line, which names the delimiter"] == first.replace("\t", "\\t")
    with pytest.raises(PackageError, match="no column for"):
        read("\r\n".join([first, *(line.replace(",", used) for line in lines)]), delimiter=":")
    with pytest.raises(PackageError, match="no header row"):
        read(first + "\r\n\r\n")


def test_notes_before_the_table_and_a_title_above_it():
    """The first sheet wide enough for a table is taken, and named; where none fits, the others are named; a title is told from a value without a header."""
    header = ["start", "country", "event_type", "latitude", "longitude"]
    row = ["2025-09-10", "LTU", "drone_sighting", 54.51, 25.13]

    notes = [["Read me"], ["What this is", "a table of drones"]]
    found = read_any(sheets_of({"Notes": notes, "Data": [header, row]}), name="mine.xlsx")
    assert found.report.accepted == 1
    assert (found.report.facts["sheet"], found.report.facts["sheets not taken"]) == ("Data", "Notes")
    with pytest.raises(PackageError, match=r"another sheet \(Data\), put that one first or name it events"):
        read_any(sheets_of({"Notes": [["a", "b", "c"]], "Data": [header, row]}), name="mine.xlsx")
    with pytest.raises(PackageError, match="if row 1 is a title, delete it"):
        read_any(sheets_of({"Data": [["Drones over Lithuania"], header, row]}), name="mine.xlsx")


def test_an_error_of_a_spreadsheet_is_no_value():
    """Row, column and the word are named; text and numbers beside decimal commas are told apart."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("mine")
        sheet.write_row(
            0, 0, ["start", "latitude", "longitude", "event_type", "country", "depth_km", "platform", "weather"]
        )
        for at in range(1, 6):
            sheet.write_row(at, 0, ["2025-09-10", 54.567, 25.123, "drone_sighting", "LTU", 1.525, "Shahed", "x"])
        sheet.write_formula(1, 5, "=1/0", None, "#DIV/0!")
        sheet.write_formula(2, 6, "=NA()", None, "#N/A")
        sheet.write_formula(3, 7, "=NA()", None, "#N/A")
        sheet.write_string(4, 5, "1.525")
    report = read_any(out.getvalue(), name="mine.xlsx").report
    assert (report.accepted, report.refused) == (3, 2)
    assert [(p.row, p.column, p.value) for p in report.problems] == [
        (2, "depth_km", "#DIV/0!"),
        (3, "platform", "#N/A"),
    ]
    assert all("mend its formula, or empty the cell" in p.way_out for p in report.problems)
    assert report.accepted + report.refused == 5
    report = read_any(out.getvalue(), name="mine.xlsx", decimal_comma=True).report
    assert [(p.row, p.value) for p in report.problems] == [(2, "#DIV/0!"), (3, "#N/A"), (5, "1.525")]


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_like_an_error_comes_back(seeds, name):
    """From each of our formats: only a CSV cannot tell it from a broken formula, and flags it."""
    events = seeds.events.iloc[:2].copy()
    events["title"] = pd.Series(["#DIV/0!", "#N/A"], dtype="str")
    imported = read_any(FORMATS[name](subset(seeds, events)), name=f"x.{name}", strict=True)
    assert imported.table["title"].tolist() == ["#DIV/0!", "#N/A"]
    said = [problem for problem in imported.report.problems if "error of a spreadsheet" in problem.message]
    assert len(said) == (2 if name == "csv" else 0)
    assert {problem.severity for problem in said} <= {"warning"}


def test_an_error_in_a_typed_column_is_no_value():
    """Of a CSV: refused there, kept and flagged in free text."""
    row = "2025-09-10,LTU,drone_sighting,54.51,25.13,{},{}\n"
    text = "start,country,event_type,latitude,longitude,depth_km,title\n"
    report = read(text + row.format("#DIV/0!", "x") + row.format("1", "#REF!") + row.format("1", "y")).report
    assert (report.accepted, report.flagged, report.refused) == (2, 1, 1)
    assert [(p.row, p.column, p.value, p.severity) for p in report.problems] == [
        (2, "depth_km", "#DIV/0!", "error"),
        (3, "title", "#REF!", "warning"),
    ]


def test_an_error_in_another_sheet_is_no_value_either(seeds):
    """A broken formula among the claims refuses its row, and the totals say so."""
    content = FORMATS["xlsx"](seeds, filter=Filter(q="vaindloo"))
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        out = io.BytesIO()
        sheets = [name for name in given.namelist() if name.startswith("xl/worksheets/sheet")]
        claims = sorted(sheets)[1 + list(TABLES).index("claims")]
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name in given.namelist():
                text = given.read(name)
                if name == claims:
                    at = 1 + [column.name for column in TABLES["claims"].columns].index("text")
                    cell = rf'(<c r="{chr(64 + at)}2")[^>]*>.*?</c>'.encode()
                    text = re.sub(cell, rb'\1 t="e"><v>#REF!</v></c>', text)
                    assert b"#REF!" in text
                made.writestr(name, text)
    report = read_any(out.getvalue(), name="x.xlsx").report
    assert (report.refused, report.refused_beside) == (0, 1)
    (problem,) = [problem for problem in report.problems if problem.file == "x.xlsx: claims"]
    assert (problem.row, problem.column) == (2, "text")


def test_a_placemark_of_several_points_has_no_place():
    """It is refused, as a MultiPoint of GeoJSON is; a point among lines is the one."""
    point, line = (
        "<Point><coordinates>25.3,54.7</coordinates></Point>",
        "<LineString><coordinates>1,2 3,4</coordinates></LineString>",
    )
    marks = [
        f"<Placemark><name>{n}</name><MultiGeometry>{more}{point}</MultiGeometry></Placemark>"
        for n, more in enumerate((point, line))
    ]
    text = f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{"".join(marks)}</Document></kml>'
    report = read(text, fixed={"event_type": "drone_sighting", "country": "LTU", "start": "2025-09-10"}).report
    assert (report.accepted, report.refused) == (1, 1)
    assert [(problem.row, problem.message) for problem in report.problems] == [(2, "has 2 points")]


# ---- the command line -------------------------------------------------------------------------------------------------
@pytest.fixture
def mine(tmp_path) -> Path:
    """A small table of one's own."""
    path = tmp_path / "mine.csv"
    path.write_text(PLAIN, encoding="utf-8")
    return path


MAP = ["--map", "Art=event_type"]
READ = [*MAP, "--dates", "dmy", "--decimal-comma"]


def test_import_writes_a_package(mine, tmp_path, capsys):
    """Status 0; the report is printed; the folder passes every check."""
    assert main(["import", str(mine), "-o", str(tmp_path / "p"), *READ]) == 0
    assert "2 rows given, 2 accepted" in capsys.readouterr().out
    assert read_package(tmp_path / "p").events["event_id"].tolist() == ["mine-2", "mine-3"]


def test_a_refused_row_stops_a_strict_import(mine, tmp_path, capsys):
    """Status 1, nothing written; --lenient writes the rest; --report keeps the list."""
    words = ["import", str(mine), "-o", str(tmp_path / "p"), *MAP, "--report", str(tmp_path / "r.csv")]
    assert main(words) == 1
    assert "nothing written; --lenient leaves out the refused rows" in capsys.readouterr().out
    assert not (tmp_path / "p").exists()
    assert b"refused" in (tmp_path / "r.csv").read_bytes()
    assert main([*words, "--lenient"]) == 0
    assert len(read_package(tmp_path / "p").events) == 1


def test_a_dry_run_writes_nothing(mine, tmp_path):
    """The status is that of the import."""
    before = sorted(tmp_path.iterdir())
    assert main(["import", str(mine), "--dry-run", *READ]) == 0
    assert main(["import", str(mine), "--dry-run", *MAP]) == 1
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("words", "status", "hint"),
    [
        ("import {mine}", 2, "name a folder to write"),
        ("import {mine} -o {tmp}", 2, "is there already"),
        ("import {tmp}/none.csv -o {tmp}/p", 2, "there is no such file"),
        ("import {tmp} -o {tmp}/p", 2, "there is no such file"),
        ("import {mine} -o {tmp}/p --map Art", 2, "is not COLUMN=FIELD"),
        ("import {mine} -o {tmp}/p --set Art=x", 2, "there is no field"),
        ("import {mine} -o {tmp}/p --zone Nowhere", 2, "such as Europe/Vilnius"),
        ("import {mine} -o {tmp}/p --limit size=1", 2, "there is no limit"),
        ("import {mine} -o {tmp}/p --limit rows=0", 2, "whole number above 0"),
        ("import {mine} -o {tmp}/p --encoding klingon", 2, "there is no encoding"),
        ("import {mine} -o /nowhere/at/all/p --map Art=event_type --dates dmy --decimal-comma", 2, "cannot be written"),
        ("import {mine} -o {tmp}/p", 1, "no column for event_type"),
        ("import {mine} -o {tmp}/p --limit bytes=10", 1, "the limit is 10"),
        ("import {mine} -o {tmp}/p --profile acled", 1, "columns of ACLED"),
    ],
)
def test_faults_end_with_status_and_hint(mine, tmp_path, capsys, words, status, hint):
    """2 when the call is at fault, 1 when the file is; nothing is written either way."""
    before = sorted(tmp_path.iterdir())
    assert main(words.format(mine=mine, tmp=tmp_path).split()) == status
    _, err = capsys.readouterr()
    assert hint in err
    assert sorted(tmp_path.iterdir()) == before


def test_template_is_written(tmp_path):
    """A file that imports as it is."""
    assert main(["template", "-o", str(tmp_path / "t.csv")]) == 0
    assert (tmp_path / "t.csv").read_bytes() == template()
    assert json.dumps(pd.read_csv(tmp_path / "t.csv").shape) == "[1, 25]"


def test_a_file_of_acled_read_as_another_is_told_so():
    """Whether its columns are missed or its rows refused; the profile itself says nothing."""
    short = "event_id_cnty,sub_event_type,geo_precision\nPOL1,Air/drone strike,1\n"
    with pytest.raises(PackageError, match="looks like one of ACLED: read it with --profile acled"):
        read(short)
    whole = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,iso,country,location,latitude,longitude,geo_precision\n"
    whole += "POL1,10 September 2025,1,Explosions/Remote violence,Air/drone strike,Unknown,616,Poland,Wyryki,51.5667,23.3667,1\n"
    assert any("--profile acled" in line for line in read(whole).report.lines())
    report = read(whole, profile="acled").report
    assert report.accepted == 1
    assert not any("looks like" in line for line in report.lines())


def test_a_placemark_without_a_description_is_not_refused_for_its_neighbour():
    """Its summary is its name, as in a file without any description; how many is said."""
    mark = "<Placemark><name>{}</name>{}<Point><coordinates>25.3,54.7</coordinates></Point></Placemark>"
    text = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{}</Document></kml>'
    given = text.format(mark.format("One", "<description>Said.</description>") + mark.format("Two", "") * 2)
    imported = read(given, fixed={"event_type": "drone_sighting", "country": "LTU", "start": "2025-09-10"})
    assert sorted(imported.table["summary"]) == ["Said.", "Two", "Two"]
    assert imported.report.refused == 0
    assert any("without a description, whose summary is the name: 2" in line for line in imported.report.lines())
