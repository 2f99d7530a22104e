"""The data screen: what is shown, what was left out and why, and the door for one's own data."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import streamlit as st
from markupsafe import Markup

from dashboard import words
from dashboard.language import tr
from dashboard.own_store import OwnStore
from dashboard.screens import own_report, own_upload, page, problem_table, since
from dashboard.screens.plain import plain
from dashboard.store import served
from incidents import Package

TABLES = ("events", "sources", "claims", "relations", "updates", "flows", "watchlist", "assessments")


def show() -> None:
    """Render the screen."""
    store = page.start("data")
    package = store.package
    with st.container(key="text"):
        st.title(tr("Data"))
        if isinstance(store, OwnStore):
            _own(store)
        else:
            _served(package)
        counts = pd.DataFrame({"Table": TABLES, "Rows": [len(getattr(package, name)) for name in TABLES]})
        st.dataframe(counts, hide_index=True, width=320)
    with st.container(key="own"):
        own_upload.show(page.served())
    if not isinstance(store, OwnStore):
        with st.container(key="since"):
            since.show(package)
        with st.container(key="left_out"):
            _left_out(package)


def _served(package: Package) -> None:
    """Say which version is shown since when, and why a later state of its folder is not."""
    made = f", made {words.partial_day(package.created)}" if package.created else ""
    since = f", served since {_moment(served.taken)}" if served.taken else ""
    st.text(
        f"Version {package.version}{made}{since}. A changed package is taken without a restart once it has no faults."
    )
    if refusal := served.refusal:
        st.html(
            Markup('<p class="ev-note" role="status">{}</p>').format(
                f"What the data folder held on {_moment(refusal.at)} is refused, and the version above is kept. {refusal.reason}"
            )
        )


def _moment(when: datetime) -> str:
    return f"{when.day} {when:%B %Y, %H:%M} UTC"


def _own(store: OwnStore) -> None:
    """Say what the session shows, with the report of the file and the ids that clashed."""
    st.markdown(
        f"This session shows {'your rows beside the recorded events' if store.beside else 'your rows alone'}, version "
        f"{store.package.version}. They came from {plain(store.name)}. Addresses that you share, the API and the command "
        "line go on to show the recorded data."
    )
    own_report.show(store.report, "own_shown")
    if store.clashes:
        same = sum(clash.same for clash in store.clashes)
        st.text(
            f"Ids of your file that the recorded data use as well: {len(store.clashes)}. Your rows have new ids here. Rows "
            f"that hold the same values as the recorded one: {same}; they are shown twice."
        )
        st.dataframe(
            pd.DataFrame(
                [(clash.table, clash.given, clash.becomes, clash.same) for clash in store.clashes],
                columns=["Table", "Id in your file", "Id here", "Same values"],
            ),
            hide_index=True,
        )


def _left_out(package: Package) -> None:
    st.header(tr("Rows left out"))
    if not package.problems:
        st.text(tr("None: every row of every table passed the checks."))
        return
    errors = sum(problem.severity == "error" for problem in package.problems)
    st.text(
        f"{errors} problems left rows out, {len(package.problems) - errors} are warnings about rows that are shown. The row is the line of a spreadsheet."
    )
    problem_table.show(package.problems)
