"""How a file is read: which column is which field, and what may be converted. Suggested, never decided for the person."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from zlib import crc32

import streamlit as st

from dashboard import words
from dashboard.import_job import ImportJob
from dashboard.language import mark, tr
from dashboard.screens.plain import plain
from incidents import VOCABULARIES
from incidents.imports import DATES, suggest
from incidents.schema import Column
from incidents.tables import EVENTS

NEEDED = ("event_type", "start", "country", "longitude", "latitude")
DATE_WORDS = {
    "iso": mark("only ISO 8601: 2025-04-03"),
    "dmy": mark("03/04/2025 is 3 April (day first)"),
    "mdy": mark("03/04/2025 is 4 March (month first)"),
}
WITHOUT_STATE = ("_form", "_check")
"""What the keys end with that hold nothing of how the file is read."""
ENCODINGS = (
    "",
    "utf-8",
    "cp1250",
    "cp1251",
    "cp1252",
    "cp1257",
    "iso8859-4",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
)
DELIMITERS = {
    "": mark("found out"),
    ",": mark("comma"),
    ";": mark("semicolon"),
    "\t": mark("tab"),
    "|": mark("vertical bar"),
}


@cache
def _zones() -> tuple[str, ...]:
    from zoneinfo import available_timezones

    names = available_timezones()
    return ("", "UTC", *sorted(name for name in names if name.startswith("Europe/")), *sorted(
        name for name in names if "/" in name and not name.startswith(("Europe/", "Etc/"))
    ))  # fmt: skip


def _or(empty: str) -> Callable[[str], str]:
    """Return what says an option as it is, and the empty one in words."""
    return lambda option: option or empty


def ask(job: ImportJob, key: str) -> dict[str, Any] | None:
    """Render the form.

    Parameters
    ----------
    job : ImportJob
        What is known of the file.
    key : str
        Names the widgets: another file, or another profile, starts anew.

    Returns
    -------
    dict or None
        Keywords of `incidents.imports.read_any` when the form has just been sent.
    """
    acled = job.options.get("profile") == "acled"
    suggested = {} if acled else {name: column for column, name in suggest(job.header).items()}
    with st.form(f"{key}_form", border=False):
        if job.facts.get("format") == "csv" or not job.header:
            with st.container(horizontal=True):
                encoding = st.selectbox(
                    tr("Encoding"),
                    ENCODINGS,
                    format_func=_or(tr("found out")),
                    key=f"{key}_encoding",
                    width=200,
                )
                delimiter = st.selectbox(
                    tr("Delimiter"),
                    list(DELIMITERS),
                    format_func={word: tr(title) for word, title in DELIMITERS.items()}.get,
                    key=f"{key}_delimiter",
                    width=200,
                )
        else:
            encoding = delimiter = ""
        with st.container(horizontal=True, vertical_alignment="bottom"):
            dates = st.selectbox(
                tr("Dates"),
                DATES,
                format_func={word: tr(DATE_WORDS[word]) for word in DATES}.get,
                key=f"{key}_dates",
                width=290,
            )
            zone = st.selectbox(
                tr("Zone of times that name none"),
                _zones(),
                format_func=_or(tr("none: refuse such times")),
                key=f"{key}_zone",
                width=240,
            )
        decimal_comma = st.checkbox(tr("A comma is a decimal point: 54,5 is 54.5"), key=f"{key}_comma")
        dms = st.checkbox(
            tr("Read degrees, minutes and seconds: {example}").format(example="54°30'15\"N"), key=f"{key}_dms"
        )
        columns: dict[str, str] = {}
        fixed: dict[str, str] = {}
        if acled:
            st.caption(tr("The columns of ACLED are read by their names. A choice here comes before them."))
        for name in NEEDED:
            _field(job, key, EVENTS.by_name[name], suggested, columns, fixed)
        with st.expander(tr("{n} more fields").format(n=len(EVENTS.columns) - len(NEEDED))):
            for column in EVENTS.columns:
                if column.name not in NEEDED:
                    _field(job, key, column, suggested, columns, fixed)
        sent = st.form_submit_button(tr("Check the file again"), key=f"{key}_check")
    if not sent:
        return None
    twice = sorted({column for column in columns.values() if list(columns.values()).count(column) > 1})
    if twice:
        st.warning(plain(tr("{column}: is chosen for two fields; choose it for one.").format(column=twice[0])))
        return None
    mapping = {column: name for name, column in columns.items()}
    dropped = {column: "" for name, column in suggested.items() if column not in mapping}
    return {
        "mapping": mapping | dropped,
        "fixed": fixed,
        "dates": dates,
        "zone": zone,
        "decimal_comma": decimal_comma,
        "dms": dms,
        "encoding": encoding,
        "delimiter": delimiter,
    }


def _field(
    job: ImportJob,
    key: str,
    column: Column,
    suggested: dict[str, str],
    columns: dict[str, str],
    fixed: dict[str, str],
) -> None:
    """Render one field: the column that it comes from, or one value for all rows."""
    name = column.name
    options = ["", *job.header]
    key = f"{key}_{crc32(repr(job.header).encode())}"
    found = suggested.get(name, "")
    left, right = st.columns(2, vertical_alignment="bottom")
    chosen = left.selectbox(
        tr("{field}: column").format(field=name),
        options,
        index=options.index(found),
        format_func=_or(tr("not in the file")),
        key=f"{key}_{name}_column",
        help=tr(column.description),
    )
    label = tr("{field}: one value for all rows").format(field=name)
    if column.vocabulary:
        value = right.selectbox(
            label,
            ["", *VOCABULARIES[column.vocabulary]],
            format_func={
                word: words.label(column.vocabulary, word) if word else tr("none")
                for word in ("", *VOCABULARIES[column.vocabulary])
            }.get,
            key=f"{key}_{name}_value",
        )
    else:
        value = right.text_input(label, key=f"{key}_{name}_value", max_chars=200)
    if value:
        fixed[name] = value
    elif chosen:
        columns[name] = chosen
