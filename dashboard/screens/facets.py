"""Words of the filter to show only or to leave out, each with the number of events it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from dashboard import words
from dashboard.language import mark, tr
from dashboard.record import name_of
from dashboard.screens import view
from dashboard.store import Store
from incidents import VOCABULARIES, Filter
from incidents.filter_parts import FACETS, PLACED, SAID

TITLES = {
    "country": mark("Country"),
    "type": mark("Type"),
    "category": mark("Category"),
    "status": mark("Status"),
    "actor": mark("Attributed to"),
}
VOCABULARY = {"type": "event_type"} | {
    name: name for name in ("category", "status", "airspace", "resolution", "stance")
}
Counts = Callable[[], Mapping[str, Mapping[str, int]]]
"""What `dashboard.store.Store.facet_counts` returns, once it is asked for."""


def word_label(name: str, word: str) -> str:
    """Return the label of a facet's word: a vocabulary's own, or the name of a country or organisation."""
    return words.label(VOCABULARY[name], word) if name in VOCABULARY else name_of(word)


def popover(store: Store, shown: Filter, name: str, counts: Counts) -> None:
    """Render the words of one facet twice: what alone to show, what to leave out."""
    if (place := when_open(tr(TITLES[name]), name)) is not None:
        with place:
            both(store, shown, name, counts)


def when_open(heading: str, name: str) -> PopoverContainer | None:
    """Render the button of a popover; return its place only while it is open: what nobody sees is not made for each rerun.

    The heading stays the same while filters change: another would be another popover, and close this one. What is set, chips say.
    """
    place = st.popover(heading, type="secondary", key=f"pop_{name}", on_change="rerun")
    return place if place.open else None


def both(store: Store, shown: Filter, name: str, counts: Counts) -> None:
    """Render what of a facet alone to show, and what to leave out."""
    pills(store, shown, name, tr("Show only"), counts)
    pills(store, shown, f"not_{name}", tr("Leave out"), counts)


def pills(store: Store, shown: Filter, part: str, heading: str, counts: Counts) -> None:
    """Render the words of one part of the filter, with the number of events of each under all other filters."""
    name, chosen = part.removeprefix("not_"), getattr(shown, part)
    options, numbers = _words_of(store, name, chosen), counts().get(name)

    labels = {
        word: word_label(name, word) + (f" {numbers.get(word, 0)}" if numbers is not None else "") for word in options
    }
    st.session_state[f"filter_{part}"] = [word for word in options if word in chosen]
    st.pills(
        heading,
        options,
        selection_mode="multi",
        key=f"filter_{part}",
        format_func=labels.get,
        on_change=_chosen,
        args=(part,),
    )


def _chosen(part: str) -> None:
    view.change(st.session_state[view.VIEW].replace(**{part: tuple(st.session_state[f"filter_{part}"])}))


def _words_of(store: Store, name: str, chosen: tuple[str, ...]) -> list[str]:
    """Return the words of a facet that occur: in the vocabulary's order, or by name."""
    if name in PLACED:
        return list(VOCABULARIES[name])
    known = store.words_said(name) if name in SAID else store.words_in(FACETS[name])
    found = known | set(chosen)
    if name in VOCABULARY:
        return [word for word in VOCABULARIES[VOCABULARY[name]] if word in found]
    return sorted(found, key=name_of)
