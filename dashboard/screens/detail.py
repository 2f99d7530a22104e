"""The panel beside the map: the selected event, or the list of those in view."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st
from markupsafe import Markup, escape

from dashboard.language import tr
from dashboard.record import part, record
from dashboard.screens import rows, view
from dashboard.store import Store
from incidents import Filter

ROWS = 12
ROW = ["event_id", "title", "time_precision", "earliest", "latest", "country", "event_type"]
MORE = "list_rows"


def show(store: Store, shown: Filter, mask: np.ndarray) -> None:
    """Render the panel.

    Parameters
    ----------
    store : Store
        The data.
    shown : Filter
        The view; its event is the selected one.
    mask : ndarray of bool
        Which events the view lets through.
    """
    found = record(store.package, shown.event) if shown.event else None
    if found is None:
        _list(store.package.events, mask)
    else:
        _event(found, inside=bool(mask[store.index_of(shown.event)]))


def _event(event: dict, *, inside: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="detail_bar"):
        st.button(
            tr("All in view"),
            key="detail_back",
            icon=":material/arrow_back:",
            type="tertiary",
            on_click=view.select,
            args=("",),
        )
        _steps(event["event_id"])
    if not inside:
        st.caption(tr("This event lies outside the dates or filters now set."))
    st.html(part("facts", event))
    st.html(part("claims", event))
    if event["related"]:
        st.html(Markup('<h3 class="ev-h3">{}</h3>').format(tr("Related events")))
        rows.show(
            rows.listed([rows.event_row(each["event"], before=each["words"]) for each in event["related"]]),
            key="related",
        )
    st.html(part("record", event))


def _steps(event_id: str) -> None:
    """Render previous and next among the events under the last click."""
    stack = view.stack()
    if len(stack) < 2 or event_id not in stack:
        return
    at = stack.index(event_id)
    st.button(
        tr("Previous here"),
        key="stack_back",
        icon=":material/chevron_left:",
        type="tertiary",
        on_click=view.select,
        args=(stack[at - 1],),
    )
    st.markdown(tr("{k} of {n} here").format(k=at + 1, n=len(stack)))
    following = stack[(at + 1) % len(stack)]
    st.button(
        tr("Next here"),
        key="stack_next",
        icon=":material/chevron_right:",
        type="tertiary",
        on_click=view.select,
        args=(following,),
    )


def _list(events: pd.DataFrame, mask: np.ndarray) -> None:
    places = np.flatnonzero(mask)
    title = tr("Events in view, newest first") if len(places) else tr("No events in view")
    st.html(f'<h2 class="ev-title">{escape(title)}</h2>')
    if not len(places):
        none = tr("No recorded event matches these dates and filters. Widen the dates, or reset the filters.")
        st.html(f'<p class="ev-note">{escape(none)}</p>')
        return
    n = min(len(places), st.session_state.get(MORE, ROWS))
    newest = events[ROW].iloc[places[: -n - 1 : -1]].to_dict("records")
    rows.show(rows.listed([rows.event_row(event) for event in newest]), key="list")
    if n < len(places):
        st.button(
            tr("Show {k} more of {n}").format(k=min(ROWS * 2, len(places) - n), n=len(places) - n),
            key="list_more",
            on_click=_more,
            args=(n,),
        )


def _more(n: int) -> None:
    st.session_state[MORE] = n + ROWS * 2
