"""More filters: what is claimed, what came of it, amounts, what is new."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard.language import tr
from dashboard.screens import view
from dashboard.screens.bounds import bounds
from dashboard.screens.facets import Counts, both, pills, when_open
from dashboard.screens.hours import hours
from dashboard.store import Store
from incidents import Filter

CHANGED = "filter_changed"
AMOUNTS = ("uncertainty", "duration", "depth", "count")


def more(store: Store, shown: Filter, counts: Counts) -> None:
    """Render the popover."""
    place = when_open(tr("More"), "more")
    if place is None:
        return
    with place:
        tabs = st.tabs([tr("Claims"), tr("Resolved"), tr("Amounts"), tr("Hours"), tr("New")])
        with tabs[0]:
            pills(store, shown, "party", tr("Said by"), counts)
            pills(store, shown, "stance", tr("What they do"), counts)
            st.caption(tr("With both, it is one and the same claim."))
        with tabs[1]:
            both(store, shown, "resolution", counts)
        with tabs[2]:
            for name in AMOUNTS:
                bounds(shown, name)
            st.caption(tr("An event of which the record gives no such number is left out."))
        with tabs[3]:
            hours(shown)
        with tabs[4]:
            _changed(shown)


def _changed(shown: Filter) -> None:
    st.session_state[CHANGED] = shown.changed
    st.date_input(
        tr("New since (day, UTC)"),
        value=None,
        key=CHANGED,
        format="YYYY-MM-DD",
        min_value=date(1900, 1, 1),
        max_value=date(2100, 12, 31),
        on_change=_since,
    )
    st.caption(
        tr(
            "Events of which the event itself, a source or an update is dated that day or later. The tables do not say when a row was entered, and about a third of the sources show no date."
        )
    )


def _since() -> None:
    view.change(st.session_state[view.VIEW].replace(changed=st.session_state[CHANGED]))
