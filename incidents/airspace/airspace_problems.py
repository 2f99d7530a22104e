"""Contradictions between records and airspace, as warnings that name the row."""

from __future__ import annotations

import numpy as np
import pandas as pd

from incidents.airspace.compare_airspace import compare_airspace
from incidents.airspace.finding import CONTRADICTS
from incidents.errors import Problem
from incidents.misplaced import misplaced
from incidents.package import Package
from incidents.read_table import read_table
from incidents.tables import TABLES

WAY_OUT = "check position, uncertainty and source; what remains right, explain in the README of the data"


def airspace_problems(package: Package) -> tuple[Problem, ...]:
    """Return a warning for each event whose position contradicts its airspace claim, depth or country, or lies far from that country.

    Parameters
    ----------
    package : Package
        A package read from a folder; its events are read once more for their row numbers, if there is anything to say.

    Returns
    -------
    tuple of Problem
        Severity ``warning``, in the order of the rows. When geodata's files are missing or broken, one warning says so.
    """
    from geodata import GeodataError

    try:
        found = [
            (finding.event_id, finding.column, finding.value, finding.words, WAY_OUT)
            for finding in compare_airspace(package)
            if finding.verdict == CONTRADICTS
        ]
        found += _far(package.events)
    except GeodataError as err:
        return (Problem("geodata", None, None, "", "airspace is not checked", str(err), "warning"),)
    if not found:
        return ()
    raw = read_table(package.path, TABLES["events"])
    rows = dict(zip(raw.frame["event_id"].tolist(), raw.rows.tolist(), strict=True))
    problems = [
        Problem(raw.file, rows.get(event_id), column, value, f"({event_id}): {words}", way, "warning")
        for event_id, column, value, words, way in found
    ]
    return tuple(sorted(problems, key=lambda problem: problem.row or 0))


def _far(events: pd.DataFrame) -> list[tuple[str, str, str, str, str]]:
    """Return event, column, value, words and way out of each event too far from its country."""
    from geodata import locate_many

    codes = locate_many(events["longitude"].to_numpy(), events["latitude"].to_numpy()).code
    found = misplaced(events, codes)
    return [
        (
            events["event_id"].iat[at],
            "country",
            country := events["country"].iat[at],
            found.words(at, country),
            found.ways[at],
        )
        for at in np.flatnonzero(found.far)
    ]
