"""Words of facets for people."""

from __future__ import annotations

from dashboard import words
from dashboard.language import mark, tr
from dashboard.record import name_of
from incidents.filter_parts import FACETS, PLACED

COLUMNS = {**FACETS, **dict.fromkeys(PLACED, "airspace")}
TITLES = {
    "country": mark("State concerned"),
    "type": mark("Type"),
    "category": mark("Category"),
    "status": mark("Status"),
    "actor": mark("Attributed to"),
    "airspace": mark("Airspace"),
}
BY = {
    "country": mark("state concerned"),
    "type": mark("type"),
    "category": mark("category"),
    "status": mark("status"),
    "actor": mark("party they are attributed to"),
    "airspace": mark("airspace"),
}
"""How a title names a facet after "by": in other languages the words take another case there."""
PLURALS = {
    "incident": mark("Incidents"),
    "response": mark("Responses"),
    "statement": mark("Statements"),
    "posture": mark("Posture records"),
}
"""What is counted, as a title begins."""


def by_words(name: str) -> str:
    """Return a facet as a title says it after "by"."""
    return tr(BY[name])


def facet_label(name: str, word: str) -> str:
    """Return the label of a facet's word: a vocabulary's own, or the name of a country or organisation; "" is all others."""
    if not word:
        return tr("All others")
    return name_of(word) if name in ("country", "actor") else words.label(COLUMNS[name], word)
