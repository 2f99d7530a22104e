"""Check that what a table points to exists in the table that it points to."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import numpy as np
import pandas as pd

from incidents.errors import Problem
from incidents.schema import Column, Table

_SIMILAR_AMONG = 5_000
_MOST_GUESSES = 20  # looking for a similar id costs milliseconds


def _problem(
    column: Column,
    value: str,
    *,
    file: str,
    row: int,
    left_out: Mapping[str, int | None],
    known: frozenset[str],
    target: str,
    guess: bool,
) -> Problem:
    if value in left_out:
        message = f"points to row {left_out[value]} of {target}, which is left out"
        return Problem(file, row, column.name, value, message, "mend that row")
    near = get_close_matches(value[:100], known, n=1, cutoff=0.8) if guess and len(known) <= _SIMILAR_AMONG else []
    way = f"did you mean {near[0]}?" if near else f"add it to {target}, or correct the id"
    return Problem(file, row, column.name, value, f"is not in {target}", way)


def check_keys(
    frame: pd.DataFrame,
    table: Table,
    *,
    file: str,
    rows: np.ndarray,
    kept: Mapping[str, pd.DataFrame],
    left_out: Mapping[str, Mapping[str, int | None]],
    files: Mapping[str, str],
) -> list[Problem]:
    """Check the references of one table.

    Parameters
    ----------
    frame : DataFrame
        The table.
    table : Table
        Its declaration.
    file : str
        Name of the file, for the problems.
    rows : ndarray of int
        Row of each record in a spreadsheet, for the problems.
    kept : mapping of str to DataFrame
        Tables before this one with their good rows; a table that is absent here is not checked against.
    left_out : mapping of str to mapping
        For each of these tables the ids of rows left out, each with its row.
    files : mapping of str to str
        File name of each of these tables.

    Returns
    -------
    list of Problem
    """
    problems: list[Problem] = []
    for column in table.columns:
        target, _, key = column.references.partition(".")
        if not target or target not in kept or frame.empty:
            continue
        known = frozenset(kept[target][key].tolist())
        text = frame[column.name]
        if column.kind == "ids":
            bad = np.asarray([bool(value) and not known.issuperset(value.split(";")) for value in text], dtype=bool)
        else:
            # A set is asked twenty times as fast as `isin` of a hundred thousand strings.
            bad = np.fromiter((value not in known for value in text.tolist()), dtype=bool, count=len(text))
            bad &= (text != "").to_numpy()
        for at in np.flatnonzero(bad):
            for value in text.iat[at].split(";") if column.kind == "ids" else [text.iat[at]]:
                if value not in known:
                    problems.append(
                        _problem(
                            column,
                            value,
                            file=file,
                            row=int(rows[at]),
                            left_out=left_out.get(target, {}),
                            known=known,
                            target=files[target],
                            guess=len(problems) < _MOST_GUESSES,
                        )
                    )
    if {"event_id", "source_id"} <= set(frame) and table.name != "sources" and "sources" in kept:
        wrong = {problem.row for problem in problems}
        found = _foreign_sources(frame, file=file, rows=rows, sources=kept["sources"])
        problems += [problem for problem in found if problem.row not in wrong]
    return problems


def _foreign_sources(frame: pd.DataFrame, *, file: str, rows: np.ndarray, sources: pd.DataFrame) -> list[Problem]:
    """A claim or an update of one event may not rest on a source of another."""
    event_of = dict(zip(sources["source_id"].tolist(), sources["event_id"].tolist(), strict=True))
    pairs = zip(frame["source_id"].tolist(), frame["event_id"].tolist(), strict=True)
    bad = [at for at, (source, event) in enumerate(pairs) if event_of.get(source, event) != event]
    way = "name a source of the same event, or add one"
    problems = []
    for at in bad:
        source = frame["source_id"].iat[at]
        message = f"is a source of {event_of[source] or 'a supply line'}"
        problems.append(Problem(file, int(rows[at]), "source_id", source, message, way))
    return problems
