"""Check what concerns several cells of one row, or several rows of one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import numpy as np
import pandas as pd

from incidents.errors import Problem
from incidents.instants import intervals, parse_instants, parse_partial
from incidents.schema import Table
from incidents.vocabulary import TYPES_OF_CATEGORY, VOCABULARIES

Finding = tuple[np.ndarray, str, str, str, str]  # mask, column, message, way out, severity


def _events(frame: pd.DataFrame) -> Iterator[Finding]:
    kind, category = frame["event_type"], frame["category"]
    home = kind.map({word: label.category for word, label in VOCABULARIES["event_type"].items()})
    for word, types in TYPES_OF_CATEGORY.items():
        wrong = (category == word).to_numpy() & home.notna().to_numpy() & (home != word).to_numpy()
        way = f"write one of {', '.join(types)}, or another category"
        yield wrong, "event_type", f"does not belong to the category {word}", way, "error"

    starts, start_is_date = parse_instants(frame["start"])
    ends, end_is_date = parse_instants(frame["end"])
    last = np.where(end_is_date, ends + np.timedelta64(1, "D") - np.timedelta64(1, "us"), ends)
    yield last < starts, "end", "lies before the start", "swap start and end, or correct one", "error"
    precision = frame["time_precision"]
    needs_time = precision.isin(["minute", "hour"]).to_numpy()
    way = "add the time to start, as in 2025-09-19T06:58Z, or write day"
    yield needs_time & start_is_date, "time_precision", "needs a time in start", way, "error"
    endless = (precision == "range").to_numpy() & (frame["end"] == "").to_numpy()
    yield endless, "time_precision", "needs an end", "write the end, or day", "error"
    now = np.datetime64(datetime.now(UTC).replace(tzinfo=None))
    yield starts > now, "start", "lies in the future", "check the year", "warning"

    yield from _least_and_most(frame, "count_min", "count_max")
    longitude, latitude = frame["longitude"].to_numpy(), frame["latitude"].to_numpy()
    null_island = (longitude == 0) & (latitude == 0)
    yield null_island, "longitude", "and latitude are both 0", "check the position", "warning"


def _least_and_most(frame: pd.DataFrame, low: str, high: str) -> Iterator[Finding]:
    wrong = frame[low].to_numpy() > frame[high].to_numpy()
    yield wrong, low, f"is greater than {high}", f"swap {low} and {high}, or correct one", "error"


def _relations(frame: pd.DataFrame) -> Iterator[Finding]:
    itself = (frame["event_id"] == frame["related_event_id"]).to_numpy() & (frame["event_id"] != "").to_numpy()
    yield itself, "related_event_id", "is the event itself", "name the other event", "error"
    edges = {}
    for at in np.flatnonzero((frame["relation"] == "part_of").to_numpy() & ~itself):
        edges[int(at)] = (frame["event_id"].iat[at], frame["related_event_id"].iat[at])
    round_trip = np.zeros(len(frame), dtype=bool)
    round_trip[list(_in_circles(edges))] = True
    yield (
        round_trip,
        "related_event_id",
        "makes the event part of itself, by a circle of part_of",
        "remove one of the rows",
        "error",
    )


def _in_circles(edges: dict[int, tuple[str, str]]) -> set[int]:
    """Return the edges that lie on a circle, or on a path from one circle to another, by taking away loose ends."""
    left = dict(edges)
    while True:
        from_, to = {edge[0] for edge in left.values()}, {edge[1] for edge in left.values()}
        kept = {at: edge for at, edge in left.items() if edge[0] in to and edge[1] in from_}
        if len(kept) == len(left):
            return set(left)
        left = kept


def _flows(frame: pd.DataFrame) -> Iterator[Finding]:
    yield from _least_and_most(frame, "quantity_min", "quantity_max")
    state = ((frame["origin"] == frame["destination"]) & (frame["origin"] != "")).to_numpy(dtype=bool)
    yield state, "destination", "is the origin itself", "name another state, or remove the row", "error"
    ends = [
        frame[f"{which}_{axis}"].to_numpy() for axis in ("longitude", "latitude") for which in ("origin", "destination")
    ]
    place = (ends[0] == ends[1]) & (ends[2] == ends[3])
    yield place, "destination_longitude", "and latitude are those of the origin", "correct one of the places", "error"
    starts, ends = frame["period_start"], frame["period_end"]
    shorter = np.minimum(starts.str.len().to_numpy(), ends.str.len().to_numpy())
    wrong = [bool(a) and bool(b) and b[:n] < a[:n] for a, b, n in zip(starts, ends, shorter, strict=True)]
    both_read = ~np.isnat(parse_partial(starts)) & ~np.isnat(parse_partial(ends))
    yield (
        np.asarray(wrong, dtype=bool) & both_read,
        "period_end",
        "lies before period_start",
        "swap the two, or correct one",
        "error",
    )


_RULES: dict[str, Callable[[pd.DataFrame], Iterator[Finding]]] = {
    "events": _events,
    "relations": _relations,
    "flows": _flows,
}


def _doubles(frame: pd.DataFrame, table: Table, file: str, rows: np.ndarray) -> list[Problem]:
    keys = frame[list(table.key)]
    given = (keys != "").all(axis=1).to_numpy(dtype=bool)
    double = keys.duplicated(keep="first").to_numpy() & given
    if not double.any():
        return []
    firsts: dict[tuple[str, ...], int] = {}
    wanted = set(keys[double].itertuples(index=False, name=None))
    for key, row in zip(keys.itertuples(index=False, name=None), rows, strict=True):
        if key in wanted:
            firsts.setdefault(key, int(row))
    problems = []
    for at in np.flatnonzero(double):
        key = tuple(keys.iloc[at])
        message = f"stands in row {firsts[key]} already"
        problems.append(
            Problem(file, int(rows[at]), table.key[-1], key[-1], message, "give it another id or remove this row")
        )
    return problems


def row_findings(frame: pd.DataFrame, table: Table) -> Iterator[Finding]:
    """Yield what the rules that tie cells of one row find: mask, column, message, way out, severity."""
    yield from _RULES.get(table.name, lambda _frame: iter(()))(frame)


def check_rows(frame: pd.DataFrame, table: Table, *, file: str, rows: np.ndarray) -> list[Problem]:
    """Check double ids and the rules that tie cells of one row.

    Parameters
    ----------
    frame : DataFrame
        A table whose numbers are float64.
    table : Table
        Its declaration.
    file : str
        Name of the file, for the problems.
    rows : ndarray of int
        Row of each record in a spreadsheet, for the problems.

    Returns
    -------
    list of Problem
    """
    problems = _doubles(frame, table, file, rows)
    for mask, column, message, way_out, severity in row_findings(frame, table):
        for at in np.flatnonzero(mask):
            value = as_text(frame[column].iat[at])
            problems.append(Problem(file, int(rows[at]), column, value, message, way_out, severity))
    return problems


def as_text(value: object) -> str:
    """Return a cell as text for a problem."""
    return value if isinstance(value, str) else f"{value:.15g}"


def spans(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the events with `earliest` and `latest` (UTC), in order of time, numbered from 0."""
    earliest, latest = intervals(frame["start"], frame["end"], frame["time_precision"])
    frame = frame.assign(
        earliest=pd.DatetimeIndex(earliest).tz_localize("UTC"), latest=pd.DatetimeIndex(latest).tz_localize("UTC")
    )
    return frame.sort_values(["earliest", "event_id"], kind="stable", ignore_index=True)
