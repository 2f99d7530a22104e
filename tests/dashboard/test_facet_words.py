"""Words of facets."""

import pytest

from dashboard.facet_words import by_words, facet_label

EXAMPLES = [
    ("country", "EST", "Estonia"),
    ("actor", "NATO", "NATO"),
    ("type", "shoot_down", "Shoot-down"),
    ("airspace", "uncertain", "Cannot be told"),
    ("status", "unheard_of", "unheard_of"),
    ("country", "", "All others"),
]


@pytest.mark.parametrize(("name", "word", "expected"), EXAMPLES)
def test_labels(name, word, expected):
    """Each word has a label; a word that no vocabulary knows is shown as it is."""
    assert facet_label(name, word) == expected


def test_titles():
    """A title reads well after "by"."""
    assert by_words("type") == "type"
    assert by_words("actor") == "party they are attributed to"
