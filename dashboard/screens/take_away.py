"""Downloads of exactly the rows on screen."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from incidents import Filter

FORMATS = {
    "csv": "CSV, for spreadsheets and scripts",
    "xlsx": "Excel workbook, with sources and claims",
    "geojson": "GeoJSON, for maps",
    "parquet": "GeoParquet, for analysis",
    "kml": "KML, for earth viewers",
    "json": "JSON, everything nested",
    "zip": "Data package, all tables",
}


def show(shown: Filter, n: int) -> None:
    """Render the links to the API, with the filters of the view.

    Parameters
    ----------
    shown : Filter
        The view; its selected event changes no row.
    n : int
        Number of rows on screen.
    """
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
