"""Words of facets for people."""

from __future__ import annotations

from dashboard import words
from dashboard.record import name_of
from incidents.filter_parts import FACETS, PLACED

COLUMNS = {**FACETS, **dict.fromkeys(PLACED, "airspace")}
TITLES = {
    "country": "State concerned",
    "type": "Type",
    "category": "Category",
    "status": "Status",
    "actor": "Attributed to",
    "airspace": "Airspace",
}
BY = {"country": "state concerned", "actor": "party they are attributed to"}
"""How a title names a facet, where its own title does not read well after "by"."""
PLURALS = {"incident": "incidents", "response": "responses", "statement": "statements", "posture": "posture records"}


def by_words(name: str) -> str:
    """Return a facet as a title says it after "by"."""
    return BY.get(name, TITLES[name].lower())


def facet_label(name: str, word: str) -> str:
    """Return the label of a facet's word: a vocabulary's own, or the name of a country or organisation; "" is all others."""
    if not word:
        return "All others"
    return name_of(word) if name in ("country", "actor") else words.label(COLUMNS[name], word)
