"""What changed since the last version of the data."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.language import mark, tr
from dashboard.previous import VARIABLE, changes
from dashboard.screens.copyable import copyable
from incidents import Package
from incidents.diff import diff_words

MOST_LINES = 500
COMMAND = "python -m incidents diff OLD NEW"
KINDS = {"added": mark("Added"), "changed": mark("Changed"), "removed": mark("Removed")}


def show(package: Package) -> None:
    """Render it where AIRSPACE_PREVIOUS names an earlier package; otherwise how to find it out."""
    since = changes(package)
    if since is None:
        none = tr(
            "Which rows changed since the version before is not known here: {variable} names no earlier package. {command} compares two."
        )
        st.text(none.format(variable=VARIABLE, command=COMMAND))
        return
    st.header(tr("Changes since the last version"))
    if since.trouble:
        st.text(tr("The earlier package cannot be read: {why}").format(why=since.trouble))
        return
    st.text(tr("From version {old} to {new}.").format(old=since.version, new=package.version))
    changed = [each for each in since.found if each.n]
    if not changed:
        st.text(tr("No row of any table differs."))
        return
    counts = {tr("Table"): [each.table for each in changed]} | {
        tr(title): [len(getattr(each, name)) for each in changed] for name, title in KINDS.items()
    }
    st.dataframe(pd.DataFrame(counts), hide_index=True, width=420)
    lines = diff_words(changed)
    copyable("\n".join(lines[:MOST_LINES]), scrolls=True)
    if len(lines) > MOST_LINES:
        more = tr("The first {n} of {total} lines; {command} gives them all.")
        st.text(more.format(n=MOST_LINES, total=len(lines), command=COMMAND))
