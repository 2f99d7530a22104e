"""Files that are broken, too large or meant to harm, and rows that cannot be right. All made in code."""

from __future__ import annotations

import csv
import io
import json
import struct
import zipfile
import zlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from incidents.imports import template

HEADER, _ROW = template().decode().split("\r\n")[:2]
NAMES = HEADER.split(",")
GOOD = next(csv.DictReader(io.StringIO(template().decode())))
KML = '<?xml version="1.0"?>{dtd}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{body}</Document></kml>'
MARK = "<Placemark><name>{name}</name><TimeStamp><when>2025-09-10</when></TimeStamp><Point><coordinates>25,54</coordinates></Point></Placemark>"
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(9)) + "]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def table(*rows: dict[str, str], names: list[str] = NAMES, delimiter: str = ",", end: str = "\r\n") -> str:
    """Return rows as CSV."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names, delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def good(n: int = 3) -> list[dict[str, str]]:
    """Return good rows."""
    return [GOOD | {"event_id": f"row-{at}"} for at in range(n)]


def packed(files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(sheet: bytes, *, strings: bytes | None = None) -> bytes:
    """Return the least workbook that holds a sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("s")
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return packed(files | {"xl/worksheets/sheet1.xml": sheet} | ({"xl/sharedStrings.xml": strings} if strings else {}))


def cells(*rows: dict[str, str], dtd: str = "") -> bytes:
    """Return the XML of a sheet: each row maps places such as A1 to inline text."""
    body = "".join(
        "<row>"
        + "".join(f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in row.items())
        + "</row>"
        for row in rows
    )
    return f'<?xml version="1.0"?>{dtd}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{body}</sheetData></worksheet>'.encode()


def sheet(data: str, *, before: str = "", after: str = "") -> bytes:
    """Return the XML of a sheet as a hostile hand writes it."""
    name = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f'<?xml version="1.0"?><worksheet {name}>{before}<sheetData>{data}</sheetData>{after}</worksheet>'.encode()


def changed(content: bytes, files: dict[str, bytes]) -> bytes:
    """Return a zip with some members put in or exchanged."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()} | files)


def elsewhere(member: str, content: bytes) -> bytes:
    """Return a workbook whose sheet stands in a member of any name."""
    relation = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="{}"/></Relationships>'
    return changed(
        workbook(sheet("")), {"xl/_rels/workbook.xml.rels": relation.format(member).encode(), f"xl/{member}": content}
    )


def forged_size(content: bytes, name: str, size: int) -> bytes:
    """Return a zip whose directories say that a member is shorter than it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.getinfo(name)
    data = bytearray(content)
    struct.pack_into("<I", data, entry.header_offset + 22, size)
    at = data.index(b"PK\x01\x02")
    while True:
        length = struct.unpack_from("<H", data, at + 28)[0]
        if data[at + 46 : at + 46 + length].decode() == name:
            struct.pack_into("<I", data, at + 24, size)
            return bytes(data)
        at = data.index(b"PK\x01\x02", at + 4)


def parquet(columns: dict[str, pa.Array]) -> bytes:
    """Return a Parquet file."""
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def geojson(*features: object, **more: object) -> bytes:
    """Return a FeatureCollection."""
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)}).encode()


def feature(geometry: object, **more: object) -> dict[str, object]:
    """Return a feature of a good row."""
    return {"type": "Feature", "geometry": geometry, "properties": GOOD | more}


TEXT = "<is><t>x</t></is>"
FAR = f"<row r='1048576'><c r='XFD1048576' t='inlineStr'>{TEXT}</c></row>"
IMPLIED = '<row r="1048576">' + f'<c t="inlineStr">{TEXT}</c>' * 8 + "</row>"
SHARED = '<c t="s"><v>0</v></c>'
SST = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"{}>{}</sst>'
POINT = {"type": "Point", "coordinates": [26.36, 59.82]}
CSV = table(*good())
PLAIN = {"event_type": "drone_sighting", "start": "2025-09-10", "country": "LTU", "longitude": "25", "latitude": "54"}

# name of the file: content, and a piece of the answer ("" where the file is fine)
FILES: dict[str, tuple[bytes, str]] = {
    "empty.csv": (b"", "is empty (0 bytes)"),
    "blank.csv": (b"\r\n \n\t\n", "holds blank lines only"),
    "header-only.csv": (HEADER.encode(), ""),
    "one-byte.csv": (b"x", "no column for"),
    "wrong-columns.csv": (b"a,b,c\n1,2,3\n", "no column for event_type, start, country, longitude, latitude"),
    "field-of-10-mb.csv": (table(GOOD | {"summary": "x" * 10_000_000}).encode(), "a line is too long"),
    "field-of-500-kb.csv": (table(GOOD | {"summary": "x" * 500_000}).encode(), "a field is too long"),
    "10000-columns.csv": (",".join(f"c{n}" for n in range(10_000)).encode() + b"\n", "has 10000 columns"),
    "no-line-end.csv": (b"x" * 5_000_000, "a line is too long"),
    "utf-8-mark.csv": (CSV.encode("utf-8-sig"), ""),
    "utf-16.csv": (CSV.encode("utf-16"), ""),
    "utf-32.csv": (CSV.encode("utf-32"), ""),
    "utf-16-no-mark.csv": (CSV.encode("utf-16-le"), "UTF-16 without a mark does; save it as CSV UTF-8, or name its encoding (utf-16-le)"),
    "utf-16-be-no-mark.csv": (CSV.encode("utf-16-be"), "name its encoding (utf-16-be)"),
    "utf-32-no-mark.csv": (CSV.encode("utf-32-le"), "UTF-32 without a mark does; save it as CSV UTF-8, or name its encoding (utf-32-le)"),
    "utf-32-be-no-mark.csv": (CSV.encode("utf-32-be"), "name its encoding (utf-32-be)"),
    "nul-table.csv": (b"a,b\x00\x00\n" * 50, "holds NUL bytes, as no text does; choose a table"),
    "undecodable.csv": (b"start,event_type\n\xed\xa0\x81\n", "is not UTF-8 here; save the table as CSV UTF-8"),
    "cp1257.csv": (CSV.replace("Vaindloo", "Šiauliai").encode("cp1257"), "name its encoding"),
    "latin-1.csv": (CSV.replace("Vaindloo", "Göteborg").encode("latin-1"), "Göteborg,” in cp1252"),
    "cut-utf-8.csv": (CSV.encode() + "ł".encode()[:1], "is not UTF-8 here"),
    "cut-utf-16.csv": (CSV.encode("utf-16")[:-1], "is not UTF-16"),
    "surrogates.csv": (CSV.encode() + b"\xed\xa0\x80", "is not UTF-8 here"),
    "nul.csv": (CSV.replace("Vaindloo", "Vain\x00dloo").encode(), "holds control characters"),
    "all-nul.csv": (b"\x00" * 10_000, "NUL bytes"),
    "mixed-line-ends.csv": ((HEADER + "\n" + table(*good()).split("\r\n", 1)[1]).encode(), ""),
    "old-mac.csv": (table(*good(), end="\r").encode(), ""),
    "unbalanced-quote.csv": ((CSV + '"never closed,' + "x,\n" * 1000).encode(), "quotation marks do not match"),
    "unbalanced-quote-long.csv": ((CSV + '"never closed,' + "x,\n" * 200_000).encode(), "a field is too long"),
    "quote-inside.csv": ((CSV + 'a"b,"c"d\n').encode(), "quotation marks do not match"),
    "double-header.csv": ((HEADER + ",title\n").encode(), "two columns have this name"),
    "double-ids.csv": (table(GOOD, GOOD, GOOD).encode(), "stands in an earlier row already"),
    "ragged.csv": ((CSV + "a,b\n" + "c," * 30 + "\n").encode(), "fields, the header has 25"),
    "tabs.tsv": (table(*good(), delimiter="\t").encode(), ""),
    "bars.txt": (table(*good(), delimiter="|").encode(), ""),
    "semicolons.csv": (table(*good(), delimiter=";").encode(), ""),
    "page.csv": (b"<!DOCTYPE html><html><body>404</body></html>", "is a web page"),
    "other.xml": (b"<rss><channel/></rss>", "is XML, but not KML"),
    "program.csv": (b"\x7fELF\x02\x01\x01" + b"\x00" * 100, "is a program"),
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "is a picture"),
    "letter.pdf": (b"%PDF-1.7\n", "is a PDF"),
    "packed.csv.gz": (b"\x1f\x8b\x08\x00" + zlib.compress(b"x"), "compressed with gzip"),
    "csv-named.xlsx": (CSV.encode(), ""),
    "encrypted.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 3000, "encrypted workbook"),
    "cut.xlsx": (workbook(cells({"A1": "x"}))[:200], "damaged zip or XLSX"),
    "not-a-workbook.xlsx": (packed({"a.txt": b"x"}), "zip without events.csv"),
    "binary.xlsb": (packed({"xl/workbook.bin": b"x"}), "binary workbook"),
    "no-sheet-xml.xlsx": (packed({"xl/workbook.xml": b"<a/>"}), "workbook"),
    "empty-sheet.xlsx": (workbook(cells()), "is empty"),
    "laughs.xlsx": (workbook(cells({"A1": "&a9;"}, dtd=LAUGHS)), "declares a document type"),
    "outside-entity.xlsx": (workbook(cells({"A1": "&e;"}, dtd=OUTSIDE)), "declares a document type"),
    "laughs-in-strings.xlsx": (workbook(cells({"A1": "x"}), strings=(LAUGHS + "<sst>&a9;</sst>").encode()), "declares a document type"),
    "far-cell.xlsx": (workbook(cells({"A1": "x"}, {"XFD1048576": "y"})), "has 16384 columns"),
    "far-row.xlsx": (workbook(cells({"A1": "x"}, {"ALK1048576": "y"})), "spans 1048576 rows"),
    "far-stray.xlsx": (workbook(cells({"A1": "x"}, {"AB1048576": "y"})), "row 1048576: the sheet s reaches to AB1048576, spans 1048576 rows and 28 columns but holds 2 filled cells in 2 rows; delete the empty rows"),
    "far-single-quotes.xlsx": (workbook(sheet(FAR)), "has 16384 columns"),
    "far-spaced.xlsx": (workbook(sheet(FAR.replace("='", " = '"))), "has 16384 columns"),
    "far-prefixed.xlsx": (workbook(sheet(FAR).replace(b"<", b"<x:").replace(b"<x:?", b"<?").replace(b"<x:/", b"</x:").replace(b"xmlns", b"xmlns:x")), "has 16384 columns"),
    "far-implied.xlsx": (workbook(sheet(IMPLIED)), "reaches to H1048576"),
    "far-implied-row.xlsx": (workbook(sheet(IMPLIED.replace("48576", "48575") + "<row>" + SHARED * 9 + "</row>")), "reaches to I1048576"),
    "far-nested.xlsx": (workbook(sheet(f'<row r="1"><c r="A1">{FAR}</c></row>')), "has 16384 columns"),
    "far-other-encoding.xlsx": (workbook(sheet(FAR).replace(b'"1.0"', b'"1.0" encoding="cp037"')), "has 16384 columns"),
    "far-not-well-formed.xlsx": (workbook(sheet(FAR.replace(" r=", " r='1' r="))), "not well-formed XML"),
    "far-elsewhere.xlsx": (elsewhere("media/picture.png", sheet(FAR)), "has 16384 columns"),
    "far-in-junk.xlsx": (elsewhere("media/picture.png", b"junk" + sheet(FAR)), "holds cells in a part that is no XML"),
    "row-beyond.xlsx": (workbook(sheet(FAR.replace("1048576", "4294967297").replace("XFD", "A"))), "reaches to A4294967297"),
    "row-of-10000-digits.xlsx": (workbook(sheet(f'<row r="{"9" * 10_000}">{SHARED}</row>')), "names a row that no sheet has"),
    "cell-of-nowhere.xlsx": (workbook(sheet(FAR.replace("XFD", "$"))), "names a cell that no sheet has"),
    "long-tag.xlsx": (workbook(sheet(f'<row><c zz="{"x" * 60_000_000}"/></row>')), "holds a tag that is too long"),
    "far-dimension.xlsx": (workbook(sheet(f'<row><c t="inlineStr">{TEXT}</c></row>', before='<dimension ref="A1:XFD1048576"/>')), "no column for"),
    "far-merge.xlsx": (workbook(sheet(f'<row><c t="inlineStr">{TEXT}</c></row>', after='<mergeCells count="4000000000"><mergeCell ref="A1:XFD1048576"/></mergeCells>')), "no column for"),
    "far-without-value.xlsx": (workbook(sheet(f'<row><c t="inlineStr">{TEXT}</c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>')), "no column for"),
    "texts-claimed.xlsx": (workbook(sheet(f"<row>{SHARED}</row>"), strings=SST.format(' uniqueCount="4294967295"', "<si><t>a</t></si>").encode()), "says that it lists 4294967295 texts, but holds 1"),
    "texts-repeated.xlsx": (workbook(sheet(f"<row>{SHARED}</row>" * 20_000), strings=SST.format("", f"<si><t>{'x' * 100_000}</t></si>").encode()), "its cells repeat texts to 2000000000 characters"),
    "two-directories.xlsx": (workbook(sheet(FAR)) + workbook(sheet("")), "has more than one directory"),
    "no-columns.xlsx": (workbook(cells({"A1": "a", "B1": "b"}, {"A2": "1", "B2": "2"})), "no column for"),
    "double-header.xlsx": (workbook(cells({"A1": "a", "B1": "a"})), "have this name"),
    "stray-value.xlsx": (workbook(cells({"A1": "a"}, {"A2": "1", "C2": "2"})), "right of the last header"),
    "bomb.xlsx": (workbook(cells({"A1": "x"}) + b" " * 200_000_000), "unpacks to too much"),
    "forged-size.xlsx": (forged_size(workbook(cells({"A1": "x" * 5000})), "xl/worksheets/sheet1.xml", 10), "is not as long as it says"),
    "many-members.zip": (packed({f"{n}.txt": b"" for n in range(2000)} | {"events.csv": b""}), "holds 2001 files"),
    "bomb.zip": (packed({"events.csv": b"0" * 200_000_000}), "unpacks to too much"),
    "empty-events.zip": (packed({"events.csv": b""}), "is empty (0 bytes)"),
    "climbing.zip": (packed({"../../events.csv": CSV.encode()}), "zip without events.csv"),
    "flipped-bit.zip": (packed({"events.csv": CSV.encode()}, method=zipfile.ZIP_STORED).replace(b"Vaindloo", b"Vaindlop"), "or damaged"),
    "bad-descriptor.zip": (packed({"events.csv": CSV.encode(), "datapackage.json": b"[" * 100_000}), "is not JSON"),
    "packed.kmz": (packed({"doc.kml": b"<kml/>"}), "is a KMZ"),
    "laughs.kml": (KML.format(dtd=LAUGHS, body="<name>&a9;</name>").encode(), "declares a document type"),
    "outside-entity.kml": (KML.format(dtd=OUTSIDE, body=MARK.format(name="&e;")).encode(), "declares a document type"),
    "utf-16-entity.kml": (KML.format(dtd=OUTSIDE, body="").encode("utf-16"), "declares a document type"),
    "cut.kml": (KML.format(dtd="", body=MARK.format(name="x"))[:150].encode(), "not well-formed"),
    "deep.kml": (KML.format(dtd="", body="<Folder>" * 100_000).encode(), "nested too deep"),
    "empty.kml": (KML.format(dtd="", body="").encode(), ""),
    "lines.kml": (KML.format(dtd="", body="<Placemark><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>").encode(), "has no point"),
    "nothing.json": (b"{}", "has no list named events"),
    "list.json": (b"[1,2,3]", "has no list named events"),
    "deep.geojson": (b'{"type":"FeatureCollection","features":[' + b"[" * 200_000, "nested too deep"),
    "cut.geojson": (geojson(feature(POINT))[:-30], "is cut off"),
    "nan.geojson": (geojson(feature({"type": "Point", "coordinates": [float("nan"), 1]}, event_type="drone_sighting", start="2025-09-10", country="EST")), 'column longitude: "NaN" is not a plain decimal number'),
    "long-integer.geojson": (geojson(feature(POINT, event_type="drone_sighting", start="2025-09-10", country="EST", depth_km=1)).replace(b'"depth_km": 1', b'"depth_km": 1' + b"0" * 5000), 'column depth_km: "1000'),
    "long-place.geojson": (geojson(feature({"type": "Point", "coordinates": [26.5, 59.5]}, event_type="drone_sighting", start="2025-09-10", country="EST")).replace(b"26.5", b"2" * 5000), 'column geometry: "["2222'),
    "long-record.geojson": (geojson(feature(POINT, summary="x" * 2_000_000)), "record that is too long"),
    "lines.geojson": (geojson(feature({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}), feature(None), feature(POINT), 7), "has no point"),
    "web-mercator.geojson": (geojson(feature(POINT), crs={"properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}), "reference system"),
    "surrogate.geojson": (geojson(feature(POINT, title="a\ud800b")), 'row 2, column title: "a\\ud800b" holds half of a character'),
    "surrogate-name.geojson": (geojson(feature(POINT, **{"\udc00": "x"})), "column \\udc00: "),
    "surrogate-nested.geojson": (geojson(feature(POINT, more=["\ud800"])), "holds half of a character"),
    "surrogate.json": (json.dumps({"events": [GOOD | {"title": "\ud800"}]}).encode(), "holds half of a character"),
    "listed-properties.geojson": (b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[25.1,54.7]},"properties":["1.500",2]}]}', "no column for event_type"),
    "huge-number.geojson": (b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1e999,' + b"9" * 4000 + b']},"properties":{}}]}', "has a point without two numbers"),
    "magic-only.parquet": (b"PAR1", "cannot be read as Parquet"),
    "cut.parquet": (parquet({"a": pa.array(["x"] * 100)})[:-20], "cannot be read as Parquet"),
    "lists.parquet": (parquet({"a": pa.array([[1, 2]])}), "this column holds list"),
    "no-columns.parquet": (parquet({"a": pa.array(["x"])}), "no column for"),
    "long-runs.parquet": (parquet({"a": pa.array(["x"]).take(pa.array([0] * 3_000_000))}), "has 3000000 rows"),
    "long-words.parquet": (parquet({"a": pa.array(["x" * 1_000_000]).take(pa.array([0] * 300))}), "a field is too long"),
    "local-times.parquet": (parquet({name: pa.array([value]) for name, value in PLAIN.items() if name != "start"} | {"start": pa.array([1_757_500_000_000_000], pa.timestamp("us"))}), "is not an ISO 8601 date"),
    "parts-of-a-second.parquet": (parquet({name: pa.array([value]) for name, value in PLAIN.items() if name != "start"} | {"start": pa.array([1_757_500_000_000_000_456], pa.timestamp("ns", "UTC"))}), '"2025-09-10T10:26:40.000000456Z" is not an ISO 8601 date'),
    "geometry-garbage.parquet": (parquet({name: pa.array([value]) for name, value in PLAIN.items() if name not in ("longitude", "latitude")} | {"geometry": pa.array([b"junk"])}), "is not WKB"),
}  # fmt: skip


def oversized(path: Path) -> Path:
    """Write a file of 201 MB without taking the disk for it."""
    with path.open("wb") as file:
        file.write(CSV.encode())
        file.truncate(201_000_000)
    return path


def cell(**changes: str) -> dict[str, str]:
    """Return the good row with some cells changed."""
    return changes


_BAD_NUMBERS = ("NaN", "nan", "inf", "-inf", "Infinity", "1e400", "5.4e1", "0x36", "54,5", "54.5.5", "54 ,5", " 54", "54 ", "+54", "--54", "5_4", "٥٤",
                "54°30'N", "54°30'15\"N", "54 30 15", "N54.5", "54.5N", "", "NA", "null", "fifty", "54°", "1,234.5", "−54", "=54")  # fmt: skip
_BAD_DATES = ("03/04/2025", "03.04.2025", "3-4-2025", "25.09.2025", "09/25/2025", "2025/09/10", "20250910", "2025-9-1", "2025-02-31", "2025-02-29", "2025-13-01",
              "2025-00-10", "2025-09-00", "0001-01-01", "9999-12-31", "1899-12-31", "2025-09", "2025", "45910", "45910.5", "10 September 2025", "Sept 10",
              "yesterday", "2025-09-10T06:58", "2025-09-10T06:58+25:00", "2025-09-10T06:58:00.123Z", "2025-09-10T25:00Z", "2025-09-10T24:00Z",
              "2025-09-10T23:59:60Z", "2025-03-30T03:30", "2025-10-26T03:30", "2025-09-10T06:58 EEST", "2025-W37-3", "2025-253", "２０２５-09-10", "",
              "2025-09-10/2025-09-12", "1757500000", "2025-09-10T06.58Z")  # fmt: skip
_BAD_OTHERS = [
    cell(latitude="91"), cell(latitude="-91"), cell(latitude="90.0001"), cell(longitude="540"), cell(longitude="181"), cell(longitude="-180.01"),
    cell(longitude="59.82", latitude="126.36"), cell(end="2025-09-18"), cell(end="2025-09-19T06:57Z"), cell(end="tomorrow"), cell(end="31.02.2025"),
    cell(event_id=""), cell(event_id="No spaces"), cell(event_id="ÄÖ"), cell(event_id="x" * 101), cell(event_id="../x"),
    cell(event_type=""), cell(event_type="drone"), cell(event_type="Drone incursion"), cell(event_type="statement"), cell(category="event"),
    cell(country="LT"), cell(country="Lithuania"), cell(country="ltu"), cell(country="XXX"), cell(country=""), cell(country="616"),
    cell(actor="Russia"), cell(actor="UN"), cell(actor=""), cell(status="denied"), cell(status=""), cell(outcome="gone"), cell(resolution="?"),
    cell(coordinate_uncertainty_m="0"), cell(coordinate_uncertainty_m="-5"), cell(coordinate_uncertainty_m="20000001"), cell(coordinate_uncertainty_m=""),
    cell(count_min="1.5"), cell(count_min="-1"), cell(count_min="5", count_max="3"), cell(count_max="about 20"), cell(duration_min="525601"),
    cell(depth_km="-1"), cell(depth_km="deep"), cell(title=""), cell(title="  "), cell(title="\u00a0"), cell(title="\u200b"), cell(count_min="#N/A"), cell(actor="#REF!"), cell(depth_km="#DIV/0!"), cell(event_type="#VALUE!"), cell(title="a\x07b"), cell(title="a\u202eb"), cell(title="x" * 20_001), cell(summary=""),
    cell(time_precision="hour", start="2025-09-19", end=""), cell(time_precision="range", end=""), cell(time_precision="approx"), cell(place_name=""),
]  # fmt: skip
BAD_ROWS: list[dict[str, str]] = [
    *(cell(latitude=value) for value in _BAD_NUMBERS),
    *(cell(start=value, end="", time_precision="day") for value in _BAD_DATES),
    *_BAD_OTHERS,
]
DOUBTFUL_ROWS: list[tuple[dict[str, str], str]] = [
    (cell(longitude="0", latitude="0"), "both 0"),
    (cell(title="#N/A"), "may be an error of a spreadsheet"),
    (cell(platform="#REF!"), "may be an error of a spreadsheet"),
    (cell(longitude="26.36", latitude="90"), "is a pole"),
    (cell(longitude="26.36", latitude="-90"), "is a pole"),
    (cell(longitude="180", latitude="59.82"), "antimeridian"),
    (cell(longitude="-180", latitude="59.82"), "antimeridian"),
    (cell(longitude="65.17", latitude="26.36", country="FIN"), "may be swapped"),
    (cell(longitude="26", latitude="59"), "whole degrees"),
    (cell(longitude="25.5", latitude="58.7"), "the middle of the country"),
    (cell(longitude="21.01", latitude="52.23"), "not where the point lies"),
    (cell(start="2090-01-01", end="", time_precision="day"), "in the future"),
]
