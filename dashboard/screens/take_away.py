"""Downloads of exactly the rows on screen."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from dashboard.own_store import OwnStore
from dashboard.store import Store
from incidents import Filter
from incidents.export import FORMATS as WRITERS
from incidents.export import MEDIA_TYPES, file_name

FORMATS = {
    "csv": "CSV, for spreadsheets and scripts",
    "xlsx": "Excel workbook, with sources and claims",
    "geojson": "GeoJSON, for maps",
    "parquet": "GeoParquet, for analysis",
    "kml": "KML, for earth viewers",
    "json": "JSON, everything nested",
    "zip": "Data package, all tables",
}


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
        with st.popover("Download", type="secondary", key="pop_download"):
            _own(store, shown.replace(event=""), n)
        return
    query = urlencode(shown.replace(event="").to_params())
    link = Markup('<li><a href="{}" download>{}</a></li>')
    items = Markup("").join(
        link.format(f"api/events.{kind}" + (f"?{query}" if query else ""), words) for kind, words in FORMATS.items()
    )
    with st.popover("Download", type="secondary", key="pop_download"):
        st.html(
            Markup('<p class="ev-note">{}</p><ul class="take-away">{}</ul>').format(
                f"The {n} events of this view:", items
            )
        )


def _own(store: OwnStore, shown: Filter, n: int) -> None:
    """Render a button for each format; what it gives is written when it is pressed."""
    st.caption(f"The {n} events of this view, from this session only:")
    for kind, words in FORMATS.items():
        st.download_button(
            words,
            lambda kind=kind: WRITERS[kind](store.package, filter=shown),
            file_name(store.package, filter=shown, suffix=kind),
            MEDIA_TYPES[kind],
            key=f"own_download_{kind}",
            type="tertiary",
            on_click="ignore",
        )
