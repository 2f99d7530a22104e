"""Problems of rows as a table on screen."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from dashboard.language import mark, said, tr
from incidents import Problem

COLUMNS = {
    "file": mark("File"),
    "row": mark("Row"),
    "column": mark("Column"),
    "value": mark("Value"),
    "message": mark("What is wrong"),
    "way_out": mark("Way out"),
}
KINDS = {"error": mark("refused"), "warning": mark("flagged")}


def _cell(problem: Problem, name: str) -> object:
    value = getattr(problem, name)
    return said(value) if name in ("message", "way_out") else value


def problem_table(problems: Iterable[Problem]) -> pd.DataFrame:
    """Return problems as a table, one row each; the first column says what became of the row."""
    rows = [
        {tr("Result"): tr(KINDS[problem.severity])}
        | {tr(title): _cell(problem, name) for name, title in COLUMNS.items()}
        for problem in problems
    ]
    return pd.DataFrame(rows, columns=[tr("Result"), *map(tr, COLUMNS.values())]).astype({tr("Row"): "Int64"})


def show(problems: Iterable[Problem]) -> None:
    """Render problems; text of the file stays text."""
    st.dataframe(
        problem_table(problems),
        hide_index=True,
        column_config={
            tr("Row"): st.column_config.NumberColumn(format="%d", width="small"),
            tr("What is wrong"): st.column_config.TextColumn(width="medium"),
            tr("Way out"): st.column_config.TextColumn(width="large"),
        },
    )
