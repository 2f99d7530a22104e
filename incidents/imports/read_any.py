"""Read a file of any known format into events, with a report on every row."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from incidents.check_columns import check_column
from incidents.check_keys import check_keys
from incidents.check_rows import check_rows, spans
from incidents.errors import PackageError, Problem
from incidents.imports.acled import acled
from incidents.imports.check_events import EventCheck
from incidents.imports.detect import detect
from incidents.imports.generic import ACLED_HINT, generic, looks_like_acled
from incidents.imports.imported import Imported
from incidents.imports.limits import Limits
from incidents.imports.options import Options
from incidents.imports.raw import Raw
from incidents.imports.read_csv import read_csv
from incidents.imports.read_json import read_geojson, read_json
from incidents.imports.read_kml import read_kml
from incidents.imports.read_parquet import read_parquet
from incidents.imports.read_xlsx import read_xlsx
from incidents.imports.read_zip import read_zip
from incidents.imports.report import Report
from incidents.imports.source import Source
from incidents.neutral import restore
from incidents.schema import Table
from incidents.tables import TABLES

Progress = Callable[[float], None]
Seen = Callable[[Raw], None]


def _nothing(_: object) -> None:
    pass


def _raws(source: Source, options: Options, progress: Progress) -> tuple[dict[str, Raw], Mapping[str, Any]]:
    kind = detect(source)
    if kind == "csv":
        return {
            "events": read_csv(source, encoding=options.encoding, delimiter=options.delimiter, progress=progress)
        }, {}
    if kind == "zip":
        return read_zip(source)
    if kind in ("xlsx", "json"):
        return (read_xlsx(source) if kind == "xlsx" else read_json(source)), {}
    if kind == "geojson":
        return {"events": read_geojson(source, progress=progress)}, {}
    return {"events": read_parquet(source) if kind == "parquet" else read_kml(source)}, {}


def read_any(
    given: str | os.PathLike[str] | bytes,
    *,
    name: str = "",
    profile: str = "generic",
    mapping: Mapping[str, str] | None = None,
    fixed: Mapping[str, str] | None = None,
    dates: str = "iso",
    zone: str = "",
    decimal_comma: bool = False,
    dms: bool = False,
    encoding: str = "",
    delimiter: str = "",
    strict: bool = False,
    limits: Limits | None = None,
    progress: Progress = _nothing,
    seen: Seen = _nothing,
) -> Imported:
    """Read CSV, TSV, XLSX, GeoJSON, GeoParquet, Parquet, KML, JSON or the zip of a package.

    Parameters
    ----------
    given : path or bytes
        The file, or its content (an upload).
    name : str, optional
        Name of the file for problems and ids. Default: that of the path.
    profile, mapping, fixed, dates, zone, decimal_comma, dms, encoding, delimiter
        What the person has decided; see `incidents.imports.Options`. Nothing is read in a way that was not chosen and could be another.
    strict : bool, default False
        Raise when any row is refused.
    limits : Limits, optional
        What the file may cost.
    progress : callable, optional
        Called with the share that is done, 0 to 1, at least once a second on long files; what it raises ends the import and reaches the caller.
    seen : callable, optional
        Called once with the events as they stand in the file, before anything is made of them: for a preview.

    Returns
    -------
    Imported
        Accepted events and a report in which accepted + refused = given.

    Raises
    ------
    PackageError
        The file cannot be read as a whole, or, when strict, a row is refused; ``missing`` is true when there is no such file.
    ValueError
        An option is not one.
    """
    options = Options(
        profile, mapping or {}, fixed or {}, dates, zone, decimal_comma, dms, encoding, delimiter, limits or Limits()
    )
    source = Source.of(given, name=name, limits=options.limits)
    raws, descriptor = _raws(source, options, lambda done: progress(done * 0.6))
    raw = raws.pop("events")
    progress(0.6)
    seen(raw)
    shaped = (acled if profile == "acled" else generic)(raw, options, source.name)
    check = EventCheck(
        shaped,
        raw.rows,
        file=source.name,
        options=options,
        written=raw.written,
        progress=lambda done: progress(0.6 + 0.35 * done),
    )
    hinted = profile == "generic" and looks_like_acled(raw)
    tables, more = _others(raws, check, source.name)
    report = Report(
        given=raw.given,
        accepted=len(check.good),
        flagged=check.flagged,
        refused=raw.given - len(check.good),
        problems=tuple(check.problems + more)[: options.limits.problems],
        more=check.more + max(len(check.problems) + len(more) - options.limits.problems, 0),
        facts=raw.facts | {"profile": profile} | ({"hint": ACLED_HINT} if hinted else {}),
        mapping=shaped.mapping,
        assumed=shaped.assumed,
        converted=shaped.converted,
        not_taken=tuple(shaped.not_taken),
    )
    if strict and report.refused + len(more):
        raise PackageError(f"{source.name}: {report.refused} of {report.given} rows refused", problems=report.problems)
    progress(1.0)
    return Imported(source.name, spans(check.good), tables, report, descriptor)


def _others(raws: Mapping[str, Raw], check: EventCheck, file: str) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """Check the other tables of a package; rows that are wrong or point to refused events are left out, one problem each."""
    kept: dict[str, pd.DataFrame] = {"events": check.good}
    problems: list[Problem] = []
    files = {name: f"{file}: {name}" for name in TABLES}
    for name, table in TABLES.items():
        if name == "events":
            continue
        frame = _texts(raws.get(name), table)
        rows = raws[name].rows if name in raws else np.empty(0, dtype=np.int64)
        found = list(raws[name].problems) if name in raws else []
        columns = {}
        for column in table.columns:
            columns[column.name], some = check_column(column, frame[column.name], file=files[name], rows=rows)
            found += some
        frame = pd.DataFrame(columns)
        found += check_rows(frame, table, file=files[name], rows=rows)
        found += check_keys(frame, table, file=files[name], rows=rows, kept=kept, left_out={}, files=files)
        bad = np.isin(rows, [p.row for p in found if p.severity == "error"])
        kept[name] = frame if not bad.any() else frame[~bad].reset_index(drop=True)
        problems += list({(p.row, p.column): p for p in reversed(found)}.values())[::-1]
    return {name: kept[name] for name in TABLES if name != "events"}, problems


def _texts(raw: Raw | None, table: Table) -> pd.DataFrame:
    """Return the columns of a table, empty where the file has none."""
    n = 0 if raw is None else len(raw.frame)
    columns = {}
    for column in table.columns:
        given = raw is not None and column.name in raw.frame
        values = raw.frame[column.name] if given else pd.Series([""] * n, dtype="str")
        columns[column.name] = restore(values) if given and raw.ours else values
    return pd.DataFrame(columns)
