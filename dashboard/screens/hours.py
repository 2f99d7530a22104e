"""The hours of the day in which an event began: the filter's inputs, and what it leaves out for want of an hour."""

from __future__ import annotations

import streamlit as st

from dashboard.language import mark, tr, trn
from dashboard.screens import view
from dashboard.store import Store
from incidents import Filter
from incidents.without_hour import without_hour

FIRST, LAST, CLOCK = "filter_hours_first", "filter_hours_last", "filter_hours_clock"
CLOCKS = {"local": mark("Clock of the place"), "utc": mark("UTC")}


def hours(shown: Filter) -> None:
    """Render from, until and the clock; without hours any time will do."""
    state = st.session_state
    first, last, clock = shown.hours or (None, None, st.query_params.get("clock", "local"))
    state[FIRST], state[LAST], state[CLOCK] = first, last, clock if clock in CLOCKS else "local"
    st.caption(tr("Hours of the day in which it began"))
    with st.container(horizontal=True):
        for key, heading, options in ((FIRST, tr("From (hour)"), range(24)), (LAST, tr("Until (hour)"), range(1, 25))):
            st.selectbox(
                heading,
                list(options),
                index=None,
                key=key,
                format_func=lambda hour: f"{hour:02d}:00",
                placeholder=tr("Any time"),
                width=130,
                on_change=_chosen,
            )
    st.segmented_control(
        tr("Clock"),
        list(CLOCKS),
        key=CLOCK,
        format_func={word: tr(words) for word, words in CLOCKS.items()}.get,
        required=True,
        on_change=_chosen,
    )
    st.caption(
        tr("From 22:00 until 04:00 goes over midnight. Events whose hour is not known are left out, and counted below.")
    )


def _chosen() -> None:
    """Take over what was chosen: one side alone reaches to the end of the day, taking one of two away takes both."""
    state = st.session_state
    shown, first, last = state[view.VIEW], state[FIRST], state[LAST]
    if (first is None and last is None) or (shown.hours and (first is None or last is None)):
        view.change(shown.replace(hours=()))
        return
    first, last = 0 if first is None else first, 24 if last is None else last
    last = last if last % 24 != first % 24 or last - first == 24 else first + 1
    view.change(shown.replace(hours=(first, last, state[CLOCK])))


def left_out(store: Store, shown: Filter) -> str:
    """Return how many events the hours of the filter leave out because theirs is not known, in words; "" for none."""
    n = without_hour(store.package, shown)
    if not n:
        return ""
    return trn(
        "{n} more event is left out because its hour is not known.",
        "{n} more events are left out because their hour is not known.",
        n,
    ).format(n=n)
