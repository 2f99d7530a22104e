"""Contradictions between records and airspace, as warnings that name the row."""

from __future__ import annotations

from incidents.airspace.compare_airspace import compare_airspace
from incidents.airspace.finding import CONTRADICTS
from incidents.errors import Problem
from incidents.package import Package
from incidents.read_table import read_table
from incidents.tables import TABLES

WAY_OUT = "check position, uncertainty and source; what remains right, explain in the README of the data"


def airspace_problems(package: Package) -> tuple[Problem, ...]:
    """Return a warning for each event whose position contradicts its airspace claim, depth or country.

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
        found = [finding for finding in compare_airspace(package) if finding.verdict == CONTRADICTS]
    except GeodataError as err:
        return (Problem("geodata", None, None, "", "airspace is not checked", str(err), "warning"),)
    if not found:
        return ()
    raw = read_table(package.path, TABLES["events"])
    rows = dict(zip(raw.frame["event_id"].tolist(), raw.rows.tolist(), strict=True))
    problems = [
        Problem(raw.file, rows.get(f.event_id), f.column, f.value, f"({f.event_id}): {f.words}", WAY_OUT, "warning")
        for f in found
    ]
    return tuple(sorted(problems, key=lambda problem: problem.row or 0))
