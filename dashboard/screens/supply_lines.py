"""The screen of supply lines: what North Korea, Iran and China are said to send to Russia and to its war."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup, escape

from dashboard.filter_speech import filter_words
from dashboard.flow_record import flow_rows
from dashboard.language import mark, tr
from dashboard.own_store import OwnStore
from dashboard.screens import filters, page, supply_frame, supply_panel, supply_picture, take_away, view
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter
from incidents.export import MEDIA_TYPES
from incidents.export.csv_description import MEDIA_TYPE, SUFFIX
from incidents.flows import export_flows, flow_mask

FORMATS = {
    **{kind: take_away.FORMATS[kind] for kind in ("csv", SUFFIX)},
    "geojson": mark("GeoJSON with the arcs, for maps"),
    "json": mark("JSON with sources"),
}


@page.screen("supply-lines")
def show(store: Store) -> None:
    """Render the screen; the map is mounted first, into a place that is already laid out.

    Embedded (``embed=true``) it is a picture: title, count and map, no controls.
    """
    shown = view.current(store.package)
    mask = flow_mask(store.package.flows, shown.period)
    every = flow_rows(store.package)
    rows = [row for row, on in zip(every, mask, strict=True) if on]
    ids = [row["flow_id"] for row in every]
    selected = view.flow() if view.flow() in ids else ""
    embedded = st.context.is_embedded
    with st.container(key="embed" if embedded else "page", gap="small"):
        head = st.container(key="head", horizontal=True, vertical_alignment="center")
        bar = st.container(key="bar")
        with st.container(key="stage"):
            left, right = (st.container(), None) if embedded else st.columns([7, 3], gap="medium")
    with left, st.container(key="supply"), st.container(key="map"):
        supply_frame.show(store, mask, ids.index(selected) if selected else -1)
    with head:
        _head(store, shown, len(rows), embedded=embedded)
    if embedded:
        return
    with bar, st.container(key="filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        filters.period(store, shown)
    with right, st.container(key="detail"):
        for note in _notes(shown, ids):
            st.html(f'<p class="ev-note" role="status">{escape(note)}</p>')
        supply_panel.show(store, rows, selected)
    if rows:
        supply_panel.table(rows, selected)


def _notes(shown: Filter, ids: list[str]) -> list[str]:
    notes = list(view.notes())
    if view.flow() and view.flow() not in ids:
        notes.append(tr("Ignored: flow: there is no such supply line."))
    if shown.without("period").replace(event="").is_active:
        notes.append(tr("The filters of events that are set do not choose supply lines; the dates do."))
    return notes


def _head(store: Store, shown: Filter, n: int, *, embedded: bool) -> None:
    st.html(Markup("<h1>{}</h1>").format(tr("Supply lines to Russia and to its war")))
    total, left_out = len(store.package.flows), store.flows_left_out
    with st.container(key="count", width="content"):
        period = plain(f" · {filter_words(Filter(period=shown.period))}") if shown.has_period and embedded else ""
        faulty = f" · {page.left_out(left_out)}" if left_out else ""
        st.markdown(tr("**{n} of {total}** recorded supply lines").format(n=n, total=total) + period + faulty)
    if not embedded:
        with st.popover(tr("Download"), type="secondary", key="pop_download"):
            _download(store, shown, n)
        supply_picture.button(store, shown)


def _download(store: Store, shown: Filter, n: int) -> None:
    lead = tr("The {n} supply lines of these dates:").format(n=n)
    if isinstance(store, OwnStore):  # no address leads to data of the session
        st.caption(lead)
        for kind, words in FORMATS.items():
            write = partial(export_flows, store.package, kind, filter=shown, url="supply-lines.csv")
            name = f"supply-lines.{kind}"
            st.download_button(
                tr(words),
                write,
                name,
                MEDIA_TYPES.get(kind, MEDIA_TYPE),
                key=f"flow_{kind}",
                type="tertiary",
                on_click="ignore",
            )
        return
    query = urlencode(Filter(period=shown.period).to_params())
    item = Markup('<li><a href="{}" download>{}</a></li>')
    items = Markup("").join(
        item.format(f"api/flows.{kind}" + (f"?{query}" if query else ""), tr(words)) for kind, words in FORMATS.items()
    )
    st.html(Markup('<p class="ev-note">{}</p><ul class="take-away">{}</ul>').format(lead, items))
