"""Load one's own data: choose a file, see how it is read, read the report, show it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.import_job import LIMITS, ImportJob
from dashboard.screens import own_data, own_options, own_report, problem_table
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents.imports import ACLED_MARKS, PROFILES, template

JOB, PROFILE, ROUND = "own_job", "own_profile", "own_round"
PATIENCE_S = 0.6
"""How long a run waits for a short import before it shows a progress bar."""
PROFILE_WORDS = {"generic": "Any table (generic)", "acled": "An export of ACLED (acled)"}
REFUSED_WORDS = {"strict": "Load nothing (strict)", "lenient": "Leave it out, load the rest (lenient)"}
PRIVATE = (
    "CSV, TSV, XLSX, GeoJSON, GeoParquet, Parquet, KML, or a download of this site as JSON or zip, up to "
    f"{LIMITS.bytes >> 20} MB and {LIMITS.rows // 1000} 000 rows; `python -m incidents import` takes more. "
    "The file stays in the memory of the server that runs this page, for this session: it is written to no disk, sent "
    "nowhere, and nobody else sees it. Closing or reloading the page ends the session."
)


def show(served: Store | None) -> None:
    """Render the section.

    Parameters
    ----------
    served : Store or None
        The data that this process serves, None when there is none.
    """
    st.header("Your own data")
    st.markdown(PRIVATE)
    st.download_button(
        "Template to start from (CSV)", template(), "template.csv", "text/csv", key="own_template", on_click="ignore"
    )
    file = st.file_uploader("Choose a file", key=f"own_file_{st.session_state.get(ROUND, 0)}")
    if file is None:
        _forget()
        return
    job = _job(file)
    over = job.wait(PATIENCE_S)
    if over and st.session_state[PROFILE] == "" and set(ACLED_MARKS) <= set(job.header):
        st.session_state[PROFILE] = "acled"
        job = _start(file, {})
        over = job.wait(PATIENCE_S)
    if over or job.header:
        _found(job)
        if over and job.imported is None:
            _trouble(job)
        _ask(file, job)
    if not over:
        _progress()
    elif job.imported is not None:
        own_report.show(job.imported.report, "own")
        _offer(job, served)


def _forget() -> None:
    job = st.session_state.pop(JOB, None)
    if job is not None:
        own_data.untie(job, job.key)


def _job(file: UploadedFile) -> ImportJob:
    """Return the import of the file; the first one begins by itself."""
    job = st.session_state.get(JOB)
    if job is None or job.file_id != file.file_id:
        st.session_state[PROFILE] = ""
        return _start(file, {})
    return job


def _start(file: UploadedFile, options: dict[str, Any]) -> ImportJob:
    before = st.session_state.get(JOB)
    _forget()
    job = ImportJob(
        file.getvalue(),
        file.name,
        options | {"profile": st.session_state[PROFILE] or PROFILES[0]},
        file_id=file.file_id,
    )
    if before is not None and before.file_id == file.file_id:
        job.look_like(before)
    st.session_state[JOB] = job
    own_data.tie(job, job.key)
    return job


def _found(job: ImportJob) -> None:
    """Show what the file is taken for, and its first rows."""
    facts = [f"{name} {value}" for name, value in job.facts.items()]
    st.text(" · ".join([*facts, f"{job.given} rows, {len(job.header)} columns"]) if job.header else job.name)
    if job.first:
        st.dataframe(pd.DataFrame(job.first, columns=list(job.header)), hide_index=True)


def _ask(file: UploadedFile, job: ImportJob) -> None:
    """Show how the file is read; a change starts the import again."""
    chosen = st.radio(
        "The file is",
        PROFILES,
        index=PROFILES.index(job.options["profile"]),
        format_func=PROFILE_WORDS.get,
        horizontal=True,
        key=f"own_{file.file_id}_profile",
    )
    if chosen != job.options["profile"]:
        st.session_state[PROFILE] = chosen
        _start(file, {})
        st.rerun()
    with st.expander("How the file is read", expanded=job.over and job.imported is None):
        options = own_options.ask(job, f"own_{file.file_id}_{chosen}")
    if options is not None:
        st.session_state[PROFILE] = chosen
        _start(file, options)
        st.rerun()


@st.fragment(run_every=0.4)
def _progress() -> None:
    job: ImportJob | None = st.session_state.get(JOB)
    if job is None or job.over:
        st.rerun()
    doing = "Waiting for other imports" if job.waiting else "Reading and checking"
    st.progress(min(job.done, 1.0), text=f"{doing} {plain(job.name[:60])}: {round(100 * job.done)} %")
    st.button("Cancel", key="own_cancel", on_click=job.end)


def _trouble(job: ImportJob) -> None:
    """Say why nothing came of the file."""
    if job.ended:
        st.text("Cancelled; nothing was loaded. “Check the file again” starts anew.")
        return
    st.warning(plain(job.trouble))
    if len(job.problems) > 1:
        problem_table.show(job.problems)


def _offer(job: ImportJob, served: Store | None) -> None:
    """Render the choice what to do with the accepted rows."""
    report = job.imported.report
    others = sum(problem.severity == "error" and problem.file != job.imported.name for problem in report.problems)
    strict = False
    if report.refused or others:
        strict = (
            st.radio(
                "If a row is refused",
                list(REFUSED_WORDS),
                format_func=REFUSED_WORDS.get,
                horizontal=True,
                key="own_refused",
            )
            == "strict"
        )
    beside = (
        served is not None
        and st.radio(
            "Show them",
            ["alone", "beside"],
            format_func=lambda word: (
                "Alone" if word == "alone" else f"Beside the {len(served.package.events)} recorded events"
            ),
            horizontal=True,
            key="own_beside",
        )
        == "beside"
    )
    if strict:
        st.text("A row was refused: correct it, or choose to leave it out.")
    st.button(
        f"Show {report.accepted} event{'' if report.accepted == 1 else 's'} in this session",
        key="own_use",
        type="primary",
        disabled=strict or not report.accepted,
        on_click=_use,
        args=(job, served if beside else None),
    )


def _use(job: ImportJob, beside: Store | None) -> None:
    """Show the rows, and empty the uploader: its file is no longer needed."""
    own_data.use(job.imported, beside)
    _forget()
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
