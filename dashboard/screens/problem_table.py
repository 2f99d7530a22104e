"""Problems of rows as a table on screen."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from incidents import Problem

COLUMNS = {
    "file": "File",
    "row": "Row",
    "column": "Column",
    "value": "Value",
    "message": "What is wrong",
    "way_out": "Way out",
}
KINDS = {"error": "refused", "warning": "flagged"}


def problem_table(problems: Iterable[Problem]) -> pd.DataFrame:
    """Return problems as a table, one row each; the first column says what became of the row."""
    rows = [
        {"Result": KINDS[problem.severity]}
        | {title: getattr(problem, name) or (None if name == "row" else "") for name, title in COLUMNS.items()}
        for problem in problems
    ]
    return pd.DataFrame(rows, columns=["Result", *COLUMNS.values()]).astype({"Row": "Int64"})


def show(problems: Iterable[Problem]) -> None:
    """Render problems; text of the file stays text."""
    st.dataframe(
        problem_table(problems),
        hide_index=True,
        column_config={
            "Row": st.column_config.NumberColumn(format="%d", width="small"),
            "What is wrong": st.column_config.TextColumn(width="medium"),
            "Way out": st.column_config.TextColumn(width="large"),
        },
    )
