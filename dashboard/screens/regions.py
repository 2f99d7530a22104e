"""Parts of a screen for the keyboard and for screen readers: landmarks with names, links that skip to them, F6, a count that is read out."""

from __future__ import annotations

import json

import streamlit as st
from markupsafe import Markup

from dashboard import language
from dashboard.language import mark, tr
from dashboard.layers.scripts import shapes_script
from dashboard.screens.own_file import own_file

NAMES = {
    "head": mark("Title, count and downloads"),
    "filters": mark("Filters"),
    "map": mark("Map"),
    "detail": mark("Selected event, or list"),
    "table_box": mark("Table of events"),
    "analysis": mark("Charts"),
    "timeline": mark("Timeline"),
}
"""Keys of containers with the names that landmarks and links get; a screen has some of them."""
SKIPS = ("filters", "detail", "table_box")
"""Those that a link skips to."""


def show() -> None:
    """Place the links, seen while they have the focus, and our scripts in the page itself: that for the parts, and those which fetch and read for the maps; nothing of the data is in them."""
    link = Markup('<a href="#{0}" data-to="{0}" hidden>{1}</a>')
    links = Markup("").join(link.format(name, tr("Skip to: {part}").format(part=tr(NAMES[name]))) for name in SKIPS)
    names = json.dumps({name: tr(words) for name, words in NAMES.items()})
    nav = Markup('<nav class="skips" aria-label="{}" data-language="{}" data-names="{}">{}</nav>').format(
        tr("Parts of this screen"), language.current(), names, links
    )
    scripts = own_file("fetched.js") + shapes_script() + own_file("regions.js")
    with st.container(key="regions"):
        st.html(nav)
        # Apart from the words: in another language it is not sent and run once more.
        st.html(f"<script>{scripts}</script>", unsafe_allow_javascript=True)
