"""The map screen: filters over the map, the panel beside it."""

from __future__ import annotations

import numpy as np
import streamlit as st
from markupsafe import Markup, escape

from dashboard import words
from dashboard.filter_speech import filter_words
from dashboard.language import mark, tr, trn
from dashboard.own_store import OwnStore
from dashboard.screens import detail, embed, filters, frame, hours, page, share, table, take_away, view
from dashboard.screens.head_start import head_start
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter, count_range, filter_mask

CAVEAT = mark(
    "Counts are of recorded events, and follow how much is reported as well as how much happens: a quiet year or country may be one of which little was published."
)


CLEAN = mark("This view without controls, for screenshots")


@page.screen("map")
def show(store: Store) -> None:
    """Render the screen; the map is mounted first, everything else goes into places that are already laid out.

    Embedded (``embed=true``) it is a picture: title, count and map with its legend, scale and credit, no controls.
    """
    shown = view.current(store.package)
    embedded = st.context.is_embedded
    if embedded:
        embed.style()
    with st.container(key="embed" if embedded else "page", gap="small"):
        head = st.container(key="head", horizontal=True, vertical_alignment="center")
        bar = st.container(key="bar")
        with st.container(key="stage"):
            left, right = (st.container(), None) if embedded else st.columns([7, 3], gap="medium")
        below = st.container(key="below", gap="small")
    with left, st.container(key="map"):
        frame.show(store, shown)
    head_start()
    mask = filter_mask(store.package, shown)
    least, _ = count_range(store.package, shown)
    with head:
        _head(store, shown, mask, least, embedded=embedded)
        if embedded:
            _say(store, shown)
            return
    with bar:
        filters.show(store, shown)
    with right, st.container(key="detail"):
        for note in view.notes():
            st.html(f'<p class="ev-note" role="status">{escape(note)}</p>')
        detail.show(store, shown, mask)
    with below:
        if table.is_open():
            table.show(store, shown, mask)
        _caveat(least, int(mask.sum()), hours.left_out(store, shown))


def _caveat(least: int, most: int, left_out: str) -> None:
    """Say what the numbers are not."""
    vague = ""
    if most > least:
        vague = trn(
            "{n} of the {most} is known only to a time that reaches beyond these dates.",
            "{n} of the {most} are known only to a time that reaches beyond these dates.",
            most - least,
        ).format(n=most - least, most=most)
    st.html(f'<p class="ev-note">{escape(vague)} {escape(left_out)} {escape(tr(CAVEAT))}</p>')


def _say(store: Store, shown: Filter) -> None:
    """Render in the clean view which event is selected, and what of the address was ignored."""
    event = store.package.event(shown.event) if shown.event else None
    lines = [f"{words.short_when(event)}: {event['title']} ({words.label('status', event['status'])})"] if event else []
    for line in [*lines, *view.notes()]:
        st.html(f'<p class="embed-line">{escape(line)}</p>')


def _head(store: Store, shown: Filter, mask: np.ndarray, least: int, *, embedded: bool) -> None:
    st.html(Markup("<h1>{}</h1>").format(tr("Airspace incidents on NATO’s eastern flank")))
    with st.container(key="count", width="content"):
        counts = words.by_category(store.category_counts(mask))
        # A picture has no filters beside it: it says in words what it shows.
        said = f" · {plain(filter_words(shown))}" if embedded and shown.replace(event="").is_active else ""
        n = int(mask.sum())
        parts = [tr("**{n} of {total}** recorded events").format(n=n, total=len(store.package.events))]
        parts += [f" ({counts})"] if counts else []
        parts += [", " + tr("{least} to {most} in these dates").format(least=least, most=n)] if least < n else []
        parts += [f" · {page.left_out(store.left_out)}"] if store.left_out else []
        st.markdown("".join([*parts, said]))
    if embedded:
        return
    with st.container(key="actions", horizontal=True, vertical_alignment="center", width="content"):
        filters.reset(shown)
        table.switch()
        take_away.show(store, shown, int(mask.sum()))
        if not isinstance(store, OwnStore):  # no address leads to data of a session
            st.link_button(tr("Clean view"), embed.link(shown, at=st.query_params.get(view.AT, "")), help=tr(CLEAN))
        share.button(store, shown)
