"""Downloads of exactly the rows on screen."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from dashboard.language import mark, tr
from dashboard.own_store import OwnStore
from dashboard.store import Store
from incidents import Filter
from incidents.export import FORMATS as WRITERS
from incidents.export import MEDIA_TYPES, csv_description_bytes, file_name
from incidents.export.csv_description import MEDIA_TYPE, SUFFIX

FORMATS = {
    "csv": mark("CSV, for spreadsheets and scripts"),
    SUFFIX: mark("Description of the CSV: filter, period, version, licence, columns"),
    "xlsx": mark("Excel workbook, with sources and claims"),
    "geojson": mark("GeoJSON, for maps"),
    "parquet": mark("GeoParquet, for analysis"),
    "kml": mark("KML, for earth viewers"),
    "json": mark("JSON, everything nested"),
    "zip": mark("Data package, all tables"),
}


def link(shown: Filter, kind: str) -> str:
    """Return the relative address of the rows of a view in one format."""
    query = urlencode(shown.replace(event="").to_params())
    return f"api/events.{kind}" + (f"?{query}" if query else "")


def show(store: Store, shown: Filter, n: int) -> None:
    """Render the links to the API, with the filters of the view; for data of the session, which no address leads to, buttons.

    Parameters
    ----------
    store : Store
        The data.
    shown : Filter
        The view; its selected event changes no row.
    n : int
        Number of rows on screen.
    """
    if isinstance(store, OwnStore):
        with st.popover(tr("Download"), type="secondary", key="pop_download"):
            _own(store, shown.replace(event=""), n)
        return
    item = Markup('<li><a href="{}" download>{}</a></li>')
    items = Markup("").join(item.format(link(shown, kind), tr(words)) for kind, words in FORMATS.items())
    with st.popover(tr("Download"), type="secondary", key="pop_download"):
        st.html(
            Markup('<p class="ev-note">{}</p><ul class="take-away">{}</ul>').format(
                tr("The {n} events of this view:").format(n=n), items
            )
        )


def _own(store: OwnStore, shown: Filter, n: int) -> None:
    """Render a button for each format; what it gives is written when it is pressed."""
    st.caption(tr("The {n} events of this view, from this session only:").format(n=n))
    for kind, words in FORMATS.items():
        st.download_button(
            tr(words),
            lambda kind=kind: _written(store, shown, kind),
            file_name(store.package, filter=shown, suffix=kind),
            MEDIA_TYPES.get(kind, MEDIA_TYPE),
            key=f"own_download_{kind}",
            type="tertiary",
            on_click="ignore",
        )


def _written(store: OwnStore, shown: Filter, kind: str) -> bytes:
    if kind == SUFFIX:
        return csv_description_bytes(
            store.package, url=file_name(store.package, filter=shown, suffix="csv"), filter=shown
        )
    return WRITERS[kind](store.package, filter=shown)
