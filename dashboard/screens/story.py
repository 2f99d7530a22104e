"""What the screens of the story share: their title, the way from one to the other, filters, and the panel beside them."""

from __future__ import annotations

from urllib.parse import urlencode

import numpy as np
import streamlit as st
from markupsafe import Markup, escape

from dashboard import words
from dashboard.language import mark, tr, trn
from dashboard.screens import detail, filters, links, view
from dashboard.store import Store
from incidents import Filter, filter_mask

SCREENS = {
    "chronicle": mark("Chronicle"),
    "claims": mark("Who denies what"),
    "cases": mark("What became of it"),
    "watch-list": mark("Watch list"),
    "reaction": mark("Reaction time"),
}


def head(store: Store, name: str, title: str) -> None:
    """Render the title and the links between the screens of the story; they keep the view, in another tab too.

    Parameters
    ----------
    store : Store
        The data.
    name : str
        One of `SCREENS`.
    title : str
        Title of the screen.
    """
    view.current(store.package)
    pairs = view.pairs(*view.OF_SCREEN)
    query = f"?{urlencode(pairs)}" if pairs else ""
    here, there = Markup('<a aria-current="page">{}</a>'), Markup('<a href="{}" class="inside">{}</a>')
    ways = [
        here.format(tr(label)) if address == name else there.format(address + query, tr(label))
        for address, label in SCREENS.items()
    ]
    with st.container(key="head"):
        st.html(
            Markup('<div class="story-head"><h1>{}</h1><nav aria-label="{}">{}</nav></div>').format(
                title, tr("Screens of the story"), Markup("").join(ways)
            )
        )


def notes(store: Store) -> None:
    """Render what of the address was ignored, and how many faulty rows are missing from the story."""
    for note in view.notes():
        st.html(Markup('<p class="ev-note" role="status">{}</p>').format(escape(note)))
    if left_out := sum(problem.severity == "error" for problem in store.package.problems):
        said = trn("{n} faulty row is left out: see Data", "{n} faulty rows are left out: see Data", left_out)
        links.to("data", said.format(n=left_out), icon=":material/report:")


def filtered(store: Store) -> tuple[Filter, np.ndarray]:
    """Render the row of filters and the count; return the view and which events it lets through."""
    shown = view.current(store.package)
    mask = filter_mask(store.package, shown)
    filters.show(store, shown)
    with st.container(key="story_count", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key="count", width="content"):
            counts = words.by_category(store.category_counts(mask))
            total = len(store.package.events)
            st.markdown(
                tr("**{n} of {total}** recorded events").format(n=int(mask.sum()), total=total)
                + (f" ({counts})" if counts else "")
            )
        filters.reset(shown)
    notes(store)
    return shown, mask


def panel(store: Store, shown: Filter, mask: np.ndarray, *, listing: bool = True) -> None:
    """Render the panel of the map: the selected event, or the list of those in view.

    Parameters
    ----------
    store : Store
        The data.
    shown : Filter
        The view.
    mask : ndarray of bool
        Which events the view lets through.
    listing : bool, default True
        Whether the list stands there when no event is selected.
    """
    # On narrow screens the event opens as a sheet at the bottom, for the lists are long.
    with st.container(key="sheet" if shown.event else "panel"), st.container(key="detail"):
        if shown.event:
            links.to("map", tr("Show on the map"), icon=":material/map:")
        elif not listing:
            st.html(Markup('<p class="ev-note">{}</p>').format(tr("Choose an event to read it here.")))
            return
        detail.show(store, shown, mask)
