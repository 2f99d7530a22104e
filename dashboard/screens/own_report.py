"""What became of the rows of a file."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.screens import problem_table
from incidents.imports import Report


def sentence(report: Report) -> str:
    """Return the totals, which add up."""
    return (
        f"{report.given} rows given = {report.accepted} accepted ({report.flagged} of them flagged) "
        f"+ {report.refused} refused"
    )


def fields(report: Report) -> pd.DataFrame:
    """Return where each field comes from: a column of the file or one value for all rows; and the columns that went nowhere."""
    rows = [(name, column, "") for column, name in report.mapping.items()]
    rows += [(name, "", value) for name, value in report.assumed.items()]
    frame = pd.DataFrame(rows, columns=["Field", "Column of the file", "All rows got"])
    frame["Cells converted"] = [report.converted.get(name) or None for name in frame["Field"]]
    left = pd.DataFrame({"Field": "not taken", "Column of the file": list(report.not_taken), "All rows got": ""})
    return pd.concat([frame.astype({"Cells converted": "Int64"}), left], ignore_index=True)


def show(report: Report, key: str) -> None:
    """Render totals, fields and problems, with the CSV of the report."""
    st.markdown(f"**{sentence(report)}.**")
    with st.expander("Where each field comes from"):
        st.dataframe(fields(report), hide_index=True)
    if report.problems:
        n = len(report.problems)
        st.text(
            f"{n} problem{'' if n == 1 else 's'}"
            + (f", and {report.more} more that are not listed" if report.more else "")
            + ". The row is the line of a spreadsheet; its header is row 1. Options such as --dates are the fields under "
            "“How the file is read”."
        )
        problem_table.show(report.problems)
    st.download_button(
        "Report (CSV)", report.to_csv, "import-report.csv", "text/csv", key=f"{key}_report", on_click="ignore"
    )
