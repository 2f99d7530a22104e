"""What to do with the accepted rows of a file."""

from __future__ import annotations

import streamlit as st

from dashboard.import_job import ImportJob
from dashboard.language import mark, tr, trn
from dashboard.screens import own_data
from dashboard.store import Store

JOB, ROUND = "own_job", "own_round"
REFUSED_WORDS = {"strict": mark("Load nothing (strict)"), "lenient": mark("Leave it out, load the rest (lenient)")}


def forget() -> None:
    """Let go of the file."""
    job = st.session_state.pop(JOB, None)
    if job is not None:
        own_data.untie(job, job.key)


def show(job: ImportJob, served: Store | None) -> None:
    """Render the choice what to do with the accepted rows."""
    report = job.imported.report
    strict = False
    if report.any_refused:
        strict = (
            st.radio(
                tr("If a row is refused"),
                list(REFUSED_WORDS),
                format_func={word: tr(title) for word, title in REFUSED_WORDS.items()}.get,
                horizontal=True,
                key="own_refused",
            )
            == "strict"
        )
    beside = (
        served is not None
        and st.radio(
            tr("Show them"),
            ["alone", "beside"],
            format_func={
                "alone": tr("Alone"),
                "beside": tr("Beside the {n} recorded events").format(n=len(served.package.events)),
            }.get,
            horizontal=True,
            key="own_beside",
        )
        == "beside"
    )
    if strict:
        st.text(tr("A row was refused: correct it, or choose to leave it out."))
    st.button(
        trn("Show {n} event in this session", "Show {n} events in this session", report.accepted).format(
            n=report.accepted
        ),
        key="own_use",
        type="primary",
        disabled=strict or not report.accepted,
        on_click=_use,
        args=(job, served if beside else None),
    )


def _use(job: ImportJob, beside: Store | None) -> None:
    """Show the rows, and empty the uploader: its file is no longer needed."""
    own_data.use(job.imported, beside)
    forget()
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
