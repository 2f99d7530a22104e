"""What became of the rows of a file."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.language import mark, tr, trn
from dashboard.screens import problem_table
from dashboard.screens.folded import folded
from incidents.imports import Report

OPTIONS = mark("Options such as --map and --dates are the fields under “How the file is read”.")
"""Said wherever a way out names one: the words are those of the command line."""


def sentence(report: Report) -> str:
    """Return the totals, which add up."""
    said = tr("{given} rows given = {accepted} accepted ({flagged} of them flagged) + {refused} refused").format(
        given=report.given, accepted=report.accepted, flagged=report.flagged, refused=report.refused
    )
    n = report.refused_beside
    beside = trn("; {n} row of other tables refused", "; {n} rows of other tables refused", n).format(n=n) if n else ""
    return said + beside


def fields(report: Report) -> pd.DataFrame:
    """Return where each field comes from: a column of the file or one value for all rows; and the columns that went nowhere."""
    rows = [(name, column, "") for column, name in report.mapping.items()]
    rows += [(name, "", value) for name, value in report.assumed.items()]
    field, column, value, cells = tr("Field"), tr("Column of the file"), tr("All rows got"), tr("Cells converted")
    frame = pd.DataFrame(rows, columns=[field, column, value])
    frame[cells] = [str(report.converted.get(name) or "") for name in frame[field]]
    left = pd.DataFrame({field: tr("not taken"), column: list(report.not_taken), value: "", cells: ""})
    return pd.concat([frame, left], ignore_index=True)


def show(report: Report, key: str) -> None:
    """Render totals, fields and problems, with the CSV of the report."""
    st.markdown(f"**{sentence(report)}.**")
    place = folded(tr("Where each field comes from"), key=f"{key}_fields")
    if place is not None:
        place.dataframe(fields(report), hide_index=True)
    if report.problems:
        n = len(report.problems)
        more = tr(", and {n} more that are not listed").format(n=report.more) if report.more else ""
        how = tr("The row is the line of a spreadsheet; its header is row 1.") + " " + tr(OPTIONS)
        found = trn("{n} problem", "{n} problems", n).format(n=n)
        st.text(f"{found}{more}. {how}")
        problem_table.show(report.problems)
    st.download_button(
        tr("Report (CSV)"), report.to_csv, "import-report.csv", "text/csv", key=f"{key}_report", on_click="ignore"
    )
