"""Load one's own data: choose a file, see how it is read, read the report, show it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.import_job import LIMITS, ImportJob
from dashboard.language import mark, said, tr, trn
from dashboard.screens import own_data, own_offer, own_options, own_report, problem_table
from dashboard.screens.folded import folded, keep
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents.imports import ACLED_MARKS, PROFILES, template

PROFILE = "own_profile"
PATIENCE_S = 0.6
"""How long a run waits for a short import before it shows a progress bar."""
PROFILE_WORDS = {"generic": mark("Any table (generic)"), "acled": mark("An export of ACLED (acled)")}
PRIVATE = mark(
    "CSV, TSV, XLSX, GeoJSON, GeoParquet, Parquet, KML, or a download of this site as JSON or zip, up to "
    "{megabytes} MB and {thousands} 000 rows; `python -m incidents import` takes more. "
    "The file stays in the memory of the server that runs this page, for this session: it is written to no disk, sent "
    "nowhere, and nobody else sees it. Closing or reloading the page ends the session."
)
FACTS = {
    "format": mark("format"),
    "encoding": mark("encoding"),
    "delimiter": mark("delimiter"),
    "sheet": mark("sheet"),
    "sheets not taken": mark("sheets not taken"),
    "hidden sheets taken": mark("hidden sheets taken"),
    "hidden sheets not taken": mark("hidden sheets not taken"),
    "first line, which names the delimiter": mark("first line, which names the delimiter"),
    "cells of 00:00 taken as times, as others of the column have one": mark(
        "cells of 00:00 taken as times, as others of the column have one"
    ),
}
"""What can be found out of a file."""


def show(served: Store | None) -> None:
    """Render the section.

    Parameters
    ----------
    served : Store or None
        The data that this process serves, None when there is none.
    """
    st.header(tr("Your own data"))
    st.markdown(tr(PRIVATE).format(megabytes=LIMITS.bytes >> 20, thousands=LIMITS.rows // 1000))
    st.download_button(
        tr("Template to start from (CSV)"),
        template(),
        "template.csv",
        "text/csv",
        key="own_template",
        on_click="ignore",
    )
    file = st.file_uploader(tr("Choose a file"), key=f"own_file_{st.session_state.get(own_offer.ROUND, 0)}")
    if file is None:
        own_offer.forget()
        return
    job = _job(file)
    over = job.wait(PATIENCE_S)
    header = job.header
    # Before the profile is first shown as a choice, however long the file takes: what was shown is then the reader's own.
    if st.session_state[PROFILE] == "" and header and set(ACLED_MARKS) <= {name.lower() for name in header}:
        st.session_state[PROFILE] = "acled"
        job = _start(file, {})
        over = job.wait(PATIENCE_S)
    if over or header:
        _found(job)
        if over and job.imported is None:
            _trouble(job)
        _ask(file, job)
    if not over:
        _progress()
    elif job.imported is not None:
        own_report.show(job.imported.report, "own")
        own_offer.show(job, served)


def _job(file: UploadedFile) -> ImportJob:
    """Return the import of the file; the first one begins by itself."""
    job = st.session_state.get(own_offer.JOB)
    if job is None or job.file_id != file.file_id:
        st.session_state[PROFILE] = ""
        return _start(file, {})
    return job


def _start(file: UploadedFile, options: dict[str, Any]) -> ImportJob:
    before = st.session_state.get(own_offer.JOB)
    own_offer.forget()
    job = ImportJob(
        file.getvalue(),
        file.name,
        options | {"profile": st.session_state[PROFILE] or PROFILES[0]},
        file_id=file.file_id,
    )
    if before is not None and before.file_id == file.file_id:
        job.look_like(before)
    st.session_state[own_offer.JOB] = job
    own_data.tie(job, job.key)
    return job


def _found(job: ImportJob) -> None:
    """Show what the file is taken for, and its first rows."""
    facts = [f"{tr(FACTS.get(name, name))} {value}" for name, value in job.facts.items()]
    rows = trn("{n} row", "{n} rows", job.given).format(n=job.given)
    columns = trn("{n} column", "{n} columns", len(job.header)).format(n=len(job.header))
    st.text(" · ".join([*facts, f"{rows}, {columns}"]) if job.header else job.name)
    if job.first:
        st.dataframe(pd.DataFrame(job.first, columns=list(job.header)), hide_index=True)


def _ask(file: UploadedFile, job: ImportJob) -> None:
    """Show how the file is read; a change starts the import again."""
    chosen = st.radio(
        tr("The file is"),
        PROFILES,
        index=PROFILES.index(job.options["profile"]),
        format_func={word: tr(title) for word, title in PROFILE_WORDS.items()}.get,
        horizontal=True,
        key=f"own_{file.file_id}_profile",
    )
    if chosen != job.options["profile"]:
        st.session_state[PROFILE] = chosen
        _start(file, {})
        st.rerun()
    key, is_open = f"own_{file.file_id}_{chosen}", job.over and job.imported is None
    place, options = folded(tr("How the file is read"), key=f"own_how_{key}_{is_open}", is_open=is_open), None
    if place is None:
        keep(f"{key}_", but=own_options.WITHOUT_STATE)
    else:
        with place:
            options = own_options.ask(job, key)
    if options is not None:
        st.session_state[PROFILE] = chosen
        _start(file, options)
        st.rerun()


@st.fragment(run_every=0.4)
def _progress() -> None:
    job: ImportJob | None = st.session_state.get(own_offer.JOB)
    if job is None or job.over:
        st.rerun()
    doing = tr("Waiting for other imports") if job.waiting else tr("Reading and checking")
    st.progress(min(job.done, 1.0), text=f"{doing} {plain(job.name[:60])}: {round(100 * job.done)} %")
    st.button(tr("Cancel"), key="own_cancel", on_click=job.end)


def _trouble(job: ImportJob) -> None:
    """Say why nothing came of the file."""
    if job.ended:
        st.text(tr("Cancelled; nothing was loaded. “Check the file again” starts anew."))
        return
    trouble = said(job.trouble)
    st.warning(plain(trouble))
    if "--" in trouble:
        st.caption(tr(own_report.OPTIONS))
    if len(job.problems) > 1:
        problem_table.show(job.problems)
