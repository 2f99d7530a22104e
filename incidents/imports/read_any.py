"""Read a file of any known format into events, with a report on every row."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from incidents.check_rows import spans
from incidents.errors import PackageError
from incidents.imports.acled import acled
from incidents.imports.check_events import EventCheck
from incidents.imports.check_tables import TableCheck
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
        return (read_xlsx(source, options) if kind == "xlsx" else read_json(source)), {}
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
        broken=raw.broken,
        progress=lambda done: progress(0.6 + 0.35 * done),
    )
    hinted = profile == "generic" and looks_like_acled(raw)
    others = TableCheck(
        raws,
        events=check.good,
        given=shaped.frame["event_id"],
        file=source.name,
        partial=raw.facts.get("format") == "json",
    )
    problems = check.problems + others.problems
    facts = raw.facts | {"profile": profile} | ({"hint": ACLED_HINT} if hinted else {})
    if others.outside:
        facts["relations that lead out of the file, left out"] = str(others.outside)
    report = Report(
        given=raw.given,
        accepted=len(check.good),
        flagged=check.flagged,
        refused=raw.given - len(check.good),
        refused_beside=others.refused,
        problems=tuple(problems)[: options.limits.problems],
        more=check.more + max(len(problems) - options.limits.problems, 0),
        facts=facts,
        mapping=shaped.mapping,
        assumed=shaped.assumed,
        converted=shaped.converted,
        not_taken=tuple(shaped.not_taken),
    )
    if strict and report.any_refused:
        raise PackageError(f"{source.name}: {report.refusals}", problems=report.problems)
    progress(1.0)
    return Imported(source.name, spans(check.good), others.tables, report, descriptor)
