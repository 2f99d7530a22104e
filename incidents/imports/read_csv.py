"""Read CSV or TSV: encoding and delimiter are found out and shown, never guessed between readings that differ."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

from incidents.errors import Problem, shown
from incidents.imports.detect import encoding_mark, wide_encoding
from incidents.imports.raw import Columns, Raw, header_names
from incidents.imports.source import Source
from incidents.tables import EVENTS

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_CANDIDATES = ("cp1252", "cp1250", "cp1257", "cp1251", "iso8859-4")
_MOST_RAGGED = 1000
_NAMED = re.compile(r'"?sep=([^\w"\s]|\t)"?\1*', re.IGNORECASE)
"""What Excel writes as a line before the header, and does not show: no row is counted for it."""


def read_csv(
    source: Source, *, encoding: str = "", delimiter: str = "", progress: Callable[[float], None] = lambda _done: None
) -> Raw:
    """Read a file as text, record by record.

    Parameters
    ----------
    source : Source
        The file.
    encoding : str, optional
        Encoding to read it in. Default: what its byte order mark says, else UTF-8; anything that is not is refused with the choice to make.
    delimiter : str, optional
        Default: what Excel's own first line names (``sep=;``), else the one of comma, semicolon, tab and vertical bar that gives the header the most columns.
    progress : callable, optional
        Called with the share that is done, 0 to 1; what it raises stops the import.

    Returns
    -------
    Raw
        Rows with more or fewer fields than the header are problems.

    Raises
    ------
    PackageError
        The file cannot be read as a whole.
    """
    used = _encoding(source, encoding)
    rows = [0]
    usual = csv.field_size_limit(source.limits.field_chars)  # of the whole process
    try:
        with source.open() as binary, io.TextIOWrapper(binary, encoding=used, newline="") as file:
            raw = _records(source, file, delimiter, rows, lambda: progress(min(binary.tell() / source.size, 1.0)))
    except UnicodeError:
        _undecodable(source, used)
    except csv.Error as err:
        if "field larger" in str(err):
            way = f"keep fields to at most {source.limits.field_chars} characters; a quotation mark may be missing before here"
            source.refuse("a field is too long", way, row=rows[0] + 1)
        way = "close the quotation marks of this row; a quotation mark inside a field is written twice"
        source.refuse("quotation marks do not match", way, row=rows[0] + 1)
    finally:
        csv.field_size_limit(usual)
    raw.facts = {"format": "csv", "encoding": used.upper().replace("UTF-8-SIG", "UTF-8 with mark")} | raw.facts
    return raw


def _encoding(source: Source, given: str) -> str:
    head = source.head
    if given:
        return given
    if found := encoding_mark(head):
        return found
    if head.count(b"\x00") * 5 > len(head):
        if name := wide_encoding(head):
            source.refuse(
                f"holds NUL bytes, as {name[:6].upper()} without a mark does",
                f"save it as CSV UTF-8, or name its encoding ({name})",
            )
        source.refuse("holds NUL bytes, as no text does", "choose a table, or save it as CSV UTF-8")
    return "utf-8"


def _lines(source: Source, file: io.TextIOWrapper, rows: list[int]) -> Iterator[str]:
    limit = source.limits.row_chars
    while line := file.readline(limit + 1):
        if len(line) > limit:
            source.refuse("a line is too long", f"keep lines to at most {limit} characters", row=rows[0] + 1)
        yield line


def _records(
    source: Source, file: io.TextIOWrapper, delimiter: str, rows: list[int], progress: Callable[[], None]
) -> Raw:
    lines, limits = _lines(source, file, rows), source.limits
    first = ""
    for first in lines:
        if first.strip():
            break
        rows[0] += 1
    if not first.strip():
        source.refuse("holds blank lines only", "add the header row")
    facts = {}
    if named := _NAMED.fullmatch(first.rstrip("\r\n")):
        facts["first line, which names the delimiter"] = shown(first.strip("\r\n"))
        delimiter, first = delimiter or named[1], next((line for line in lines if line.strip()), "")
        if not first:
            source.refuse("holds no header row", "add the header row")
    used = delimiter or _delimiter(first, source.name)
    facts = {"delimiter": DELIMITERS.get(used, used)} | facts
    reader = csv.reader(_chain(first, lines), delimiter=used, strict=True)
    header, double = header_names([name.strip() for name in next(reader)])
    if double:
        source.refuse("two columns have this name", "rename or remove one of them", row=1, column=double)
    if len(header) > limits.columns:
        source.refuse(
            f"has {len(header)} columns, the limit is {limits.columns}",
            "remove columns, or raise the limit (columns)",
            row=1,
        )
    columns, problems, given, width = Columns(header), [], 0, len(header)
    rows[0] = first_row = rows[0] + 1
    for row, record in enumerate(reader, start=first_row + 1):
        rows[0] = row
        if not record:
            continue
        given += 1
        if len(record) == width:
            columns.add(record, row)
        elif len(problems) < _MOST_RAGGED:
            message = f"this row has {len(record)} fields, the header has {width}"
            way = "add or remove delimiters; put a field that holds one in quotation marks"
            problems.append(Problem(source.name, row, None, record[0], message, way))
        if given > limits.rows:
            source.refuse(f"has more than {limits.rows} rows", "split the file, or raise the limit (rows)", row=row)
        if given % 10_000 == 0:
            progress()
    frame, at = columns.done()
    ours = header == [column.name for column in EVENTS.columns] and used == ","
    return Raw(frame, at, given, facts, problems, broken=None, ours=ours)


def _chain(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _delimiter(first: str, name: str) -> str:
    counts = {}
    for candidate in DELIMITERS:
        try:
            counts[candidate] = len(next(csv.reader([first], delimiter=candidate)))
        except (csv.Error, StopIteration):
            counts[candidate] = 0
    best = max(counts, key=lambda candidate: counts[candidate])
    return best if counts[best] > 1 else "\t" if name.lower().endswith((".tsv", ".tab")) else ","


def _undecodable(source: Source, used: str) -> None:
    """Refuse a file that its encoding cannot read, with the choice to make."""
    data = source.read()
    try:
        data.decode(used)
    except UnicodeError as err:
        start = getattr(err, "start", 0)
    else:
        start = 0
    row = data.count(b"\n", 0, start) + 1
    byte = f"byte 0x{data[start]:02x}"
    if used not in ("utf-8", "utf-8-sig"):
        source.refuse(
            f"is not {used.upper()} here", "name another encoding, or save it as CSV UTF-8", row=row, value=byte
        )
    piece = data[max(start - 8, 0) : start].rsplit(b"\n", 1)[-1] + data[start : start + 8].split(b"\n", 1)[0]
    readings: dict[str, list[str]] = {}
    for candidate in _CANDIDATES:
        try:
            readings.setdefault(piece.decode(candidate).strip(), []).append(candidate)
        except UnicodeError:
            continue
    choices = "; ".join(
        f"“{reading}” in {' or '.join(names)}" for reading, names in readings.items() if reading.isprintable()
    )
    way = (
        f"save it as CSV UTF-8, or name its encoding: it reads {choices}" if choices else "save the table as CSV UTF-8"
    )
    source.refuse("is not UTF-8 here", way, row=row, value=byte)
