"""The data screen: what is served, and what was left out and why."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import words
from dashboard.screens import page
from incidents import Package

TABLES = ("events", "sources", "claims", "relations", "updates", "flows", "watchlist", "assessments")
COLUMNS = {
    "file": "File",
    "row": "Row",
    "column": "Column",
    "value": "Value",
    "message": "What is wrong",
    "way_out": "Way out",
    "severity": "Kind",
}


def problem_table(package: Package) -> pd.DataFrame:
    """Return the problems of a package as a table, one row each."""
    rows = [{title: getattr(problem, name) for name, title in COLUMNS.items()} for problem in package.problems]
    return pd.DataFrame(rows, columns=list(COLUMNS.values()))


def show() -> None:
    """Render the screen."""
    package = page.start("data").package
    with st.container(key="text"):
        st.title("Data")
        st.text(
            f"Version {package.version}"
            + (f", made {words.partial_day(package.created)}" if package.created else "")
            + "."
        )
        counts = pd.DataFrame({"Table": TABLES, "Rows": [len(getattr(package, name)) for name in TABLES]})
        st.dataframe(counts, hide_index=True, width=320)
        st.header("Rows left out")
        if not package.problems:
            st.text("None: every row of every table passed the checks.")
            return
        errors = sum(problem.severity == "error" for problem in package.problems)
        st.text(
            f"{errors} problems left rows out, {len(package.problems) - errors} are warnings about rows that are shown. The row is the line of a spreadsheet."
        )
        st.dataframe(problem_table(package), hide_index=True)
