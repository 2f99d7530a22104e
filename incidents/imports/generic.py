"""The profile `generic`: columns by name, missing ones filled with what means "not known" and said so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from incidents.errors import PackageError, Problem
from incidents.fold import fold
from incidents.imports.options import Options
from incidents.imports.raw import Raw
from incidents.imports.suggest import suggest
from incidents.neutral import restore
from incidents.tables import EVENTS
from incidents.vocabulary import VOCABULARIES

MARKS = ("event_id_cnty", "sub_event_type", "geo_precision")
"""Columns of ACLED that no other table has."""
ACLED_HINT = "the file looks like one of ACLED: read it with --profile acled"
UNCERTAINTY_M = "10000"
# What a file without such a column gets; each is named in the report.
UNKNOWN = {
    "end": "", "platform": "", "count_min": "", "count_max": "", "duration_min": "", "depth_km": "",
    "actor": "UNK", "place_name": "not stated", "coordinate_uncertainty_m": UNCERTAINTY_M, "georeference_basis": "named_place",
    "platform_class": "unknown", "outcome": "unknown", "status": "reported", "airspace_claim": "none", "resolution": "unresolved",
}  # fmt: skip
_DERIVED = {"earliest", "latest"}


@dataclass
class Shaped:
    """Rows in the columns of events.csv, not yet checked.

    Attributes
    ----------
    frame : DataFrame
        All columns of events.csv, text or float64.
    mapping : dict of str to str
        Column of the file to field.
    assumed : dict of str to str
        Field that the file lacks to the value that all rows got.
    not_taken : list of str
        Columns of the file that went nowhere.
    problems : list of Problem
        Rows that cannot be kept (errors) or were read in a way to be looked at (warnings).
    converted : dict of str to int
        Field to the number of cells that were turned into another form.
    """

    frame: pd.DataFrame
    mapping: dict[str, str]
    assumed: dict[str, str] = field(default_factory=dict)
    not_taken: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    converted: dict[str, int] = field(default_factory=dict)


def chosen_columns(raw: Raw, options: Options, file: str) -> dict[str, str]:
    """Return column -> field: what the options say, then the suggestions for the fields and columns that are left.

    Raises
    ------
    ValueError
        The mapping names a column that the file lacks, or one field twice.
    """
    mapping = dict(options.mapping)
    for column in mapping:
        if column not in raw.frame:
            raise ValueError(
                f"{file}: map: there is no column “{column[:80]}”; the file has {', '.join(raw.frame)[:500]}"
            )
    fields = [name for name in mapping.values() if name]
    doubles = sorted({name for name in fields if fields.count(name) > 1})
    if doubles:
        raise ValueError(f"{file}: map: {doubles[0]} is given by two columns; name one")
    taken = {*fields, *options.fixed}
    free = [column for column in raw.frame if column not in mapping]
    found = {column: name for column, name in mapping.items() if name}
    return found | {column: name for column, name in suggest(free).items() if name not in taken}


def generic(raw: Raw, options: Options, file: str) -> Shaped:
    """Bring a table into the columns of events.csv.

    Raises
    ------
    PackageError
        A field without which nothing can be placed is missing; the message says which, and the columns there are.
    """
    mapping = chosen_columns(raw, options, file)
    columns = {name: raw.frame[column] for column, name in mapping.items()}
    converted = {}
    if raw.ours:
        for name, values in columns.items():
            if not pd.api.types.is_numeric_dtype(values):
                columns[name] = restored = restore(values)
                if changed := int((restored != values).sum()):
                    converted[name] = changed
    n = len(raw.frame)
    columns |= {name: _all(value, n) for name, value in options.fixed.items()}
    missing = [name for name in ("event_type", "start", "country", "longitude", "latitude") if name not in columns]
    if missing:
        way = f"name a column (--map COLUMN={missing[0]}) or one value for all rows (--set {missing[0]}=VALUE)"
        way = f"{ACLED_HINT}; else {way}" if looks_like_acled(raw) else way
        if others := raw.facts.get("hidden sheets not taken"):
            way = f"if the table is on a hidden sheet ({others[:200]}), show that one and put it first; else {way}"
        if others := raw.facts.get("sheets not taken"):
            way = f"if the table is on another sheet ({others[:200]}), put that one first or name it events; else {way}"
        problem = Problem(
            file, 1, None, "", f"no column for {', '.join(missing)}; the file has {', '.join(raw.frame)[:300]}", way
        )
        raise PackageError(str(problem), problems=[problem])
    assumed = _fill(columns, raw, file)
    frame = pd.DataFrame({name: columns[name] for name in EVENTS.by_name}, copy=False)
    left = [
        column
        for column in raw.frame
        if column not in mapping and not (column in _DERIVED and set(EVENTS.by_name) <= set(raw.frame))
    ]
    return Shaped(frame, mapping, assumed, left, list(raw.problems), converted)


def looks_like_acled(raw: Raw) -> bool:
    """Return whether a table has the columns that no table but ACLED's has."""
    return set(MARKS) <= {name.lower() for name in raw.frame}


def _all(value: str, n: int) -> pd.Series:
    return pd.Series(np.full(n, value, dtype=object), dtype="str")


def _fill(columns: dict[str, pd.Series], raw: Raw, file: str) -> dict[str, str]:
    """Fill the fields that the file lacks; return what each got."""
    n, assumed = len(raw.frame), {}
    if "event_id" not in columns:
        stem = re.sub(r"[^a-z0-9]+", "-", fold(file.rpartition(".")[0] or file)).strip("-")[:60] or "row"
        columns["event_id"] = pd.Series([f"{stem}-{row}" for row in raw.rows], dtype="str")
        assumed["event_id"] = f"{stem}-2 and so on, by row"
    types = VOCABULARIES["event_type"]
    if "category" not in columns:
        columns["category"] = _mapped(
            columns["event_type"], {word: label.category for word, label in types.items()}, "incident"
        )
        assumed["category"] = "the category of the event type"
    if "title" not in columns:
        columns["title"] = _mapped(columns["event_type"], {word: label.label for word, label in types.items()}, "Event")
        assumed["title"] = "the event type in words"
    if "summary" not in columns:
        columns["summary"], assumed["summary"] = columns["title"], "the title"
    if "time_precision" not in columns:
        has_end = (columns["end"] != "").to_numpy() if "end" in columns else np.zeros(n, dtype=bool)
        clock = columns["start"].astype("str").str.contains(":", regex=False).to_numpy(dtype=bool)
        words = np.where(clock, "minute", np.where(has_end, "range", "day"))
        columns["time_precision"] = pd.Series(words.astype(object), dtype="str")
        assumed["time_precision"] = "minute where start has a time, range where there is an end, else day"
    for name, value in UNKNOWN.items():
        if name not in columns:
            columns[name] = _all(value, n)
            if value:
                assumed[name] = value
    return assumed


def _mapped(values: pd.Series, words: dict[str, str], otherwise: str) -> pd.Series:
    return values.astype("str").map(words).fillna(otherwise).astype("str")
