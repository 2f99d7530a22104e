"""What changed since the last version of the data."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.language import tr
from dashboard.previous import changes
from incidents import Package
from incidents.diff import diff_words

MOST_LINES = 500


def show(package: Package) -> None:
    """Render it where AIRSPACE_PREVIOUS names an earlier package; otherwise nothing."""
    since = changes(package)
    if since is None:
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
    counts = {"Table": [each.table for each in changed]} | {
        name.capitalize(): [len(getattr(each, name)) for each in changed] for name in ("added", "changed", "removed")
    }
    st.dataframe(pd.DataFrame(counts), hide_index=True, width=420)
    lines = diff_words(changed)
    st.code("\n".join(lines[:MOST_LINES]), language=None, height=320)
    if len(lines) > MOST_LINES:
        st.text(f"The first {MOST_LINES} of {len(lines)} lines; python -m incidents diff gives them all.")
