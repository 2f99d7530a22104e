"""The data screen: what is shown, what was left out and why, and the door for one's own data."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.language import tr, trn
from dashboard.own_store import OwnStore
from dashboard.screens import own_report, own_upload, page, problem_table, version
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Package

TABLES = ("events", "sources", "claims", "relations", "updates", "flows", "watchlist", "assessments")


@page.screen("data")
def show(store: Store) -> None:
    """Render the screen."""
    package = store.package
    with st.container(key="text"):
        st.title(tr("Data"))
        if isinstance(store, OwnStore):
            _own(store)
        else:
            version.show(store)
        counts = pd.DataFrame({tr("Table"): TABLES, tr("Rows"): [len(getattr(package, name)) for name in TABLES]})
        st.dataframe(counts, hide_index=True, width=320)
    with st.container(key="own"):
        own_upload.show(page.served())
    if not isinstance(store, OwnStore):
        with st.container(key="left_out"):
            _left_out(package)


def _own(store: OwnStore) -> None:
    """Say what the session shows, with the report of the file and the ids that clashed."""
    what = (
        tr("This session shows your rows beside the recorded events, version {version}. They came from {name}.")
        if store.beside
        else tr("This session shows your rows alone, version {version}. They came from {name}.")
    )
    elsewhere = tr("Addresses that you share, the API and the command line go on to show the recorded data.")
    st.markdown(f"{what.format(version=store.package.version, name=plain(store.name))} {elsewhere}")
    own_report.show(store.report, "own_shown")
    if store.clashes:
        same = sum(clash.same for clash in store.clashes)
        st.text(
            tr(
                "Ids of your file that the recorded data use as well: {n}. Your rows have new ids here. Rows that hold the same values as the recorded one: {same}; they are shown twice."
            ).format(n=len(store.clashes), same=same)
        )
        st.dataframe(
            pd.DataFrame(
                [(clash.table, clash.given, clash.becomes, clash.same) for clash in store.clashes],
                columns=[tr("Table"), tr("Id in your file"), tr("Id here"), tr("Same values")],
            ),
            hide_index=True,
        )


def _left_out(package: Package) -> None:
    st.header(tr("Rows left out"))
    if not package.problems:
        st.text(tr("None: every row of every table passed the checks."))
        return
    errors = sum(problem.severity == "error" for problem in package.problems)
    out = trn("{n} problem left a row out", "{n} problems left rows out", errors).format(n=errors)
    n = len(package.problems) - errors
    warned = trn("{n} is a warning about a row that is shown", "{n} are warnings about rows that are shown", n)
    line = tr("The row is the line of a spreadsheet.")
    st.text(f"{out}, {warned.format(n=n)}. {line}")
    problem_table.show(package.problems)
