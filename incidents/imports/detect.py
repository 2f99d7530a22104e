"""Tell the format of a file by its first bytes; its name only decides where these do not."""

from __future__ import annotations

import codecs
import re

from incidents.imports.source import Source

FORMATS = ("csv", "xlsx", "geojson", "json", "parquet", "kml", "zip")
_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))  # fmt: skip
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "is an encrypted workbook or one of Excel 97 to 2003", "save it as .xlsx without a password, or as CSV UTF-8"),
    (b"\x1f\x8b", "is compressed with gzip", "unpack it first"),
    (b"BZh", "is compressed with bzip2", "unpack it first"),
    (b"7z\xbc\xaf", "is a 7-Zip archive", "unpack it first"),
    (b"Rar!", "is a RAR archive", "unpack it first"),
    (b"%PDF", "is a PDF", "choose the table that it was made from"),
    (b"SQLite format 3", "is a database", "export the table as CSV UTF-8"),
    (b"\x89PNG", "is a picture", "choose a table"),
    (b"\xff\xd8\xff", "is a picture", "choose a table"),
    (b"\x7fELF", "is a program", "choose a table"),
)  # fmt: skip


def encoding_mark(head: bytes) -> str:
    """Return the encoding that a byte order mark names, "" without one."""
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), "")


def wide_encoding(head: bytes) -> str:
    """Return the encoding of text in two or four bytes a letter without a mark, "" when it is none: a letter of Latin script leaves its upper bytes NUL."""
    head = head[: len(head) // 4 * 4]
    empty = [head[at::4].count(0) * 4 > len(head) // 2 for at in range(4)]
    for name, upper in (
        ("utf-32-le", [2, 3]),
        ("utf-32-be", [0, 1]),
        ("utf-16-le", [1, 3]),
        ("utf-16-be", [0, 2]),
    ):
        if all(empty[at] for at in upper):
            try:
                codecs.getincrementaldecoder(name)().decode(head)  # the head may end inside a letter
            except UnicodeError:
                continue
            return name
    return ""


def detect(source: Source) -> str:
    """Return the format: csv, xlsx, geojson, json, parquet, kml or zip.

    Raises
    ------
    PackageError
        It is something else; the problem says what.
    """
    head = source.head
    for mark, message, way_out in _OTHERS:
        if head.startswith(mark):
            source.refuse(message, way_out)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK"):
        return _packed(source)
    text = head.decode(encoding_mark(head) or "utf-8", errors="ignore").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        if re.search(r"<(\w+:)?kml[\s>]", text[:4000]):
            return "kml"
        if re.search(r"<!(DOCTYPE|ENTITY)", text, re.IGNORECASE) and "html" not in text[:200].lower():
            source.refuse(
                "declares a document type or entities",
                "remove the DOCTYPE: it could make the file huge or fetch others",
            )
        what = "a web page" if "html" in text[:1000].lower() else "XML, but not KML"
        source.refuse(f"is {what}", "download the file itself, or save it as CSV UTF-8")
    if text.startswith(("{", "[")):
        return "geojson" if re.search(r'"type"\s*:\s*"Feature(Collection)?"|"features"\s*:', text[:20_000]) else "json"
    return "csv"


def _packed(source: Source) -> str:
    """Look into a zip."""
    import zipfile

    try:
        with source.open() as file, zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        source.refuse("is a damaged zip or XLSX", "save or download it again")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        source.refuse("is a binary workbook (.xlsb)", "save it as .xlsx")
    if "events.csv" in names:
        return "zip"
    what, way_out = (
        "is a zip without events.csv",
        "choose the table in it, or a package that `export --format zip` has written",
    )
    if any(name.endswith(".kml") for name in names):
        what, way_out = "is a KMZ", "unpack it and choose the .kml in it"
    return source.refuse(what, way_out)
