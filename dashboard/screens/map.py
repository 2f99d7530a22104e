"""The map screen: filters over the map, the panel beside it."""

from __future__ import annotations

import streamlit as st
from markupsafe import escape

from dashboard import words
from dashboard.screens import detail, filters, frame, page, view
from incidents import filter_events, summarise


def show() -> None:
    """Render the screen; the map is mounted first, everything else goes into places that are already laid out."""
    store = page.start("map")
    shown = view.current(store.package)
    events = filter_events(store.package.events, shown)
    with st.container(key="page", gap="small"):
        head = st.container(key="head", horizontal=True, vertical_alignment="center")
        bar = st.container()
        with st.container(key="stage"):
            left, right = st.columns([7, 3], gap="medium")
    with left, st.container(key="map"):
        frame.show(store, shown)
    with head:
        st.html("<h1>Airspace incidents on NATO’s eastern flank</h1>")
        with st.container(key="count", width="content"):
            counts = words.by_category(summarise(events)["category"])
            st.markdown(
                f"**{len(events)} of {len(store.package.events)}** recorded events" + (f" ({counts})" if counts else "")
            )
    with bar:
        filters.show(store, shown)
    with right, st.container(key="detail"):
        for note in view.notes():
            st.html(f'<p class="ev-note" role="status">{escape(note)}</p>')
        detail.show(store, shown, events)
