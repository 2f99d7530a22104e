"""Every format holds exactly the filtered rows, says what it is, and cannot run."""

import io
import json
import re
import sys
import time
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import geopandas
import pandas as pd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from incidents import Filter, filter_events, read_package, to_geodataframe
from incidents.export import (
    FORMATS,
    MEDIA_TYPES,
    csv_chunks,
    csv_description,
    export_csv,
    export_kml,
    export_parquet,
    export_xlsx,
    export_zip,
)
from incidents.export.export_parquet import KEY
from incidents.imports import read_any
from incidents.neutral import restore
from incidents.subset import subset
from incidents.tables import EVENTS, TABLES

KML = "{http://www.opengis.net/kml/2.2}"
SEPTEMBER = Filter(period=(date(2025, 9, 1), date(2025, 9, 30)), country=("EST", "POL"))
FILTERS = [Filter(), SEPTEMBER, Filter(q="no such words anywhere")]


def sheets(content):
    """Return each sheet of a workbook as a list of rows."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def placemarks(content):
    """Return the placemarks of a KML."""
    return list(ET.fromstring(content).iter(f"{KML}Placemark"))  # noqa: S314 - our own bytes


def facts(element):
    """Return the ExtendedData of an element as a dict."""
    return {data.get("name"): data[0].text or "" for data in element.find(f"{KML}ExtendedData")}


COUNTS = {
    "csv": lambda content: len(pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)),
    "geojson": lambda content: len(json.loads(content)["features"]),
    "json": lambda content: len(json.loads(content)["events"]),
    "parquet": lambda content: pq.read_metadata(io.BytesIO(content)).num_rows,
    "xlsx": lambda content: len(sheets(content)["events"]) - 1,
    "kml": lambda content: len(placemarks(content)),
    "zip": lambda content: zipfile.ZipFile(io.BytesIO(content)).read("events.csv").count(b"\n") - 1,
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("chosen", FILTERS)
def test_each_format_holds_as_many_rows_as_the_filter_lets_through(seeds, name, chosen):
    """Rows of the filter = rows of the file, for every format there is."""
    assert COUNTS[name](FORMATS[name](seeds, filter=chosen)) == len(filter_events(seeds.events, chosen))


def test_every_format_has_a_media_type():
    """For the API."""
    assert set(MEDIA_TYPES) == set(FORMATS) == set(COUNTS)


@pytest.mark.parametrize("write", [export_parquet, export_xlsx, export_zip])
def test_the_clock_does_not_show(seeds, write):
    """The same bytes in another second: no file carries the time of its making."""
    first = write(seeds, filter=SEPTEMBER)
    time.sleep(2.1)
    assert write(seeds, filter=SEPTEMBER) == first


@pytest.mark.parametrize("rows", [1, 7, 385, 10_000])
def test_the_stream_is_the_file(seeds, rows):
    """However long the pieces, together they are the CSV."""
    assert b"".join(csv_chunks(seeds, filter=SEPTEMBER, rows=rows)) == export_csv(seeds, filter=SEPTEMBER)


def test_each_format_says_what_it_is(seeds):
    """N of N, filter, period, version and licence, wherever the format has room."""
    expected = json.loads(FORMATS["json"](seeds, filter=SEPTEMBER))["metadata"]
    parquet = pq.read_metadata(io.BytesIO(export_parquet(seeds, filter=SEPTEMBER))).metadata
    assert json.loads(parquet[KEY.encode()]) == expected
    archive = zipfile.ZipFile(io.BytesIO(export_zip(seeds, filter=SEPTEMBER)))
    assert json.loads(archive.read("datapackage.json"))["export"] == expected
    about = {row[0]: str(row[1]) for row in sheets(export_xlsx(seeds, filter=SEPTEMBER))["about"]}
    document = ET.fromstring(export_kml(seeds, filter=SEPTEMBER))[0]  # noqa: S314 - our own bytes
    for found in (about, facts(document)):
        assert set(found) == set(expected)
        assert (found["version"], found["licence"]) == (seeds.version, "CC-BY-4.0")
        assert json.loads(found["filter"]) == json.loads(json.dumps(expected["filter"]))


def about_of(kind, content, package):
    """Return what an export carries of itself; for CSV the description that stands beside it."""
    if kind == "csv":
        described = csv_description(package, url="events.csv", filter=SEPTEMBER)
        assert [column["name"] for column in described["tableSchema"]["columns"]] == content.decode().split("\r\n")[
            0
        ].split(",")
        return described["notes"][0]
    if kind in ("json", "geojson"):
        return json.loads(content)["metadata"]
    if kind == "parquet":
        return json.loads(pq.read_metadata(io.BytesIO(content)).metadata[KEY.encode()])
    if kind == "zip":
        return json.loads(zipfile.ZipFile(io.BytesIO(content)).read("datapackage.json"))["export"]
    found = (
        {row[0]: str(row[1]) for row in sheets(content)["about"]}
        if kind == "xlsx"
        else facts(ET.fromstring(content)[0])  # noqa: S314 - our own bytes
    )
    return found | {name: json.loads(found[name]) for name in ("filter", "period")}


@pytest.mark.parametrize("kind", FORMATS)
def test_filter_period_version_licence(seeds, kind):
    """Each format carries all four."""
    found = about_of(kind, FORMATS[kind](seeds, filter=SEPTEMBER), seeds)
    assert found["filter"]["words"] == "1 to 30 September 2025; EST or POL"
    assert [tuple(pair) for pair in found["filter"]["params"]] == SEPTEMBER.to_params()
    assert found["period"] == {"first": "2025-09-01", "last": "2025-09-30"}
    assert (found["version"], found["licence"]) == (seeds.version, "CC-BY-4.0")
    assert int(found["n"]) == len(filter_events(seeds, SEPTEMBER))


def test_the_description_is_csvw(seeds):
    """What the vocabulary asks for: context, address, licence as a link, types with their limits, the key; every cell fits its type."""
    found = csv_description(seeds, url="events.csv", filter=SEPTEMBER)
    assert found["@context"][0] == "http://www.w3.org/ns/csvw"
    assert found["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert found["dc:temporal"] == "2025-09-01/2025-09-30"
    assert (found["url"], found["tableSchema"]["primaryKey"]) == ("events.csv", "event_id")
    rows = pd.read_csv(io.BytesIO(export_csv(seeds, filter=SEPTEMBER)), dtype="str", keep_default_na=False)
    for column in found["tableSchema"]["columns"]:
        kind, cells = column["datatype"], [cell for cell in rows[column["name"]] if cell]
        assert len(cells) == len(rows) or not column["required"]
        kind = kind if isinstance(kind, dict) else {"base": kind}
        if kind["base"] in ("double", "integer"):
            numbers = [(int if kind["base"] == "integer" else float)(cell) for cell in cells]
            assert all(kind.get("minimum", number) <= number <= kind.get("maximum", number) for number in numbers)
        elif "format" in kind:
            assert set(cells) <= set(kind["format"].split("|"))


def test_parquet_is_geoparquet(seeds):
    """GeoPandas reads points in longitude, latitude with a CRS; text is text, counts are whole numbers."""
    content = export_parquet(seeds)
    frame = geopandas.read_parquet(io.BytesIO(content))
    assert frame.crs.equals("OGC:CRS84")
    assert frame.geometry.x.tolist() == seeds.events["longitude"].tolist()
    assert frame.geometry.y.tolist() == seeds.events["latitude"].tolist()
    schema = pq.read_schema(io.BytesIO(content))
    geo = json.loads(schema.metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    assert geo["columns"]["geometry"]["geometry_types"] == ["Point"]
    assert str(schema.field("count_min").type) == "int64"
    assert str(schema.field("earliest").type) == "timestamp[us, tz=UTC]"
    assert geopandas.read_parquet(io.BytesIO(export_parquet(seeds, filter=Filter(q="nowhere at all")))).empty


def test_workbook_cells_are_typed(folder):
    """Numbers are numbers, empty cells stay empty, text that could be a formula gets an apostrophe, headers are frozen."""
    found = sheets(export_xlsx(folder.read()))
    assert list(found) == ["about", *TABLES]
    header, *rows = found["events"]
    assert header == [column.name for column in EVENTS.columns] + ["earliest", "latest"]
    by_id = {row[0]: dict(zip(header, row, strict=True)) for row in rows}
    warning = by_id["2025-09-10-lt-warning"]
    assert warning["title"] == "'=A warning"
    assert warning["longitude"] == 19.46
    assert warning["count_min"] == ""
    assert str(warning["earliest"]) == "2025-09-10 00:00:00" or str(warning["earliest"]) == "2025-09-10"
    archive = zipfile.ZipFile(io.BytesIO(export_xlsx(folder.read())))
    sheet = archive.read("xl/worksheets/sheet2.xml").decode()
    assert 'state="frozen"' in sheet
    assert "<f>" not in sheet


def test_a_sheet_cannot_hold_everything(seeds, monkeypatch):
    """Too many rows are refused with a way out, not cut."""
    monkeypatch.setattr(sys.modules["incidents.export.export_xlsx"], "MOST_ROWS", 384)
    with pytest.raises(ValueError, match="take csv or parquet"):
        export_xlsx(seeds)


def test_kml_cannot_run(folder):
    """Markup in a title stays text, even where a viewer renders descriptions as HTML; times and points are there."""
    folder.edit("events.csv", 2, title="<script>alert(1)</script>", summary="]]> & <b>")
    mark = placemarks(export_kml(folder.read()))[0]
    assert mark.find(f"{KML}name").text == "<script>alert(1)</script>"
    assert "<script" not in mark.find(f"{KML}description").text
    assert mark.find(f"{KML}TimeSpan/{KML}begin").text == "2025-09-09T21:30:00Z"
    assert mark.find(f"{KML}Point/{KML}coordinates").text == "19.46,51.76"
    assert facts(mark)["summary"] == "]]> & <b>"


def test_the_id_of_a_placemark_is_one(seeds):
    """An xs:ID: no digit first, once in the document; the id of the event stands in the data, whatever that of the placemark is."""
    content = export_kml(seeds)
    ids = [mark.get("id") for mark in placemarks(content)]
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9._-]*", name) for name in ids)
    assert len({*ids, "event"}) == len(ids) + 1
    assert [facts(mark)["event_id"] for mark in placemarks(content)] == seeds.events["event_id"].tolist()
    older = content.replace(b'<Placemark id="e-', b'<Placemark id="')
    for given in (content, older):
        assert read_any(given, name="x.kml").table["event_id"].tolist() == seeds.events["event_id"].tolist()


@pytest.mark.parametrize("chosen", FILTERS)
def test_the_zip_is_a_package_again(seeds, tmp_path, chosen):
    """Unpacked, it passes every check; with all events it is the same package."""
    zipfile.ZipFile(io.BytesIO(export_zip(seeds, filter=chosen))).extractall(tmp_path)
    package = read_package(tmp_path)
    assert package.events["event_id"].tolist() == filter_events(seeds.events, chosen)["event_id"].tolist()
    assert package.licence == seeds.licence
    if chosen == Filter():
        assert package.version == seeds.version


def test_a_subset_keeps_what_hangs_on_its_events(seeds):
    """Claims, sources and updates of the events and no others; relations need both ends; the whole is the whole."""
    events = filter_events(seeds.events, SEPTEMBER)
    part, ids = subset(seeds, events), set(events["event_id"])
    for name in ("claims", "updates"):
        frame = getattr(seeds, name)
        assert getattr(part, name).equals(frame[frame["event_id"].isin(ids)])
    assert set(part.sources["event_id"]) <= ids | {""}
    relations = seeds.relations
    assert len(part.relations) == (relations["event_id"].isin(ids) & relations["related_event_id"].isin(ids)).sum() > 0
    assert subset(seeds, seeds.events).version == seeds.version


def test_events_become_a_geodataframe(seeds):
    """The same rows and columns with points in EPSG:4326."""
    events = filter_events(seeds.events, SEPTEMBER)
    frame = to_geodataframe(events)
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.x.tolist() == events["longitude"].tolist()
    assert frame.index.equals(events.index)
    assert "geometry" not in events


def test_workbook_text_comes_back(folder):
    """Line ends, escapes of Excel, apostrophes and letters of all kinds."""
    for text in ("a\r\nb\nc\td", "_x0041_ _x000D_", "'=x", "''+1", "Łódź Україна 😀", " spaces ", "1", "TRUE", "#N/A"):
        content = export_xlsx(folder.edit("events.csv", 3, title=text).read())
        row = next(row for row in sheets(content)["events"] if row[0] == "2025-09-10-lt-warning")
        assert restore(pd.Series([row[3]], dtype="str")).tolist() == [text]
