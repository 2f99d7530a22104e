"""Counts of a view."""

import pytest

from incidents import Filter, filter_events, summarise
from incidents.filter import FACETS


def test_counts_add_up(seeds):
    """Every facet adds up to n; types within the categories add up to the categories."""
    counts = summarise(seeds.events)
    assert (counts["n"], counts["N"]) == (385, 385)
    for name in FACETS:
        assert sum(counts[name].values()) == 385
    assert counts["category"] == {"incident": 310, "response": 46, "statement": 23, "posture": 6}
    for name in ("type_by_category", "status_by_category"):
        assert {word: sum(types.values()) for word, types in counts[name].items()} == counts["category"]
    assert (counts["first"], counts["last"]) == ("2014-03-03", "2026-06-01")


@pytest.mark.parametrize("name", FACETS)
def test_counts_equal_filtering_by_each_word(seeds, name):
    """The count of a word is the number of rows that a filter on it lets through."""
    for word, n in summarise(seeds.events)[name].items():
        assert len(filter_events(seeds.events, Filter(**{name: (word,)}))) == n


def test_an_empty_view(seeds):
    """No rows, no dates, but still of N."""
    counts = summarise(seeds.events.head(0), total=385)
    assert (counts["n"], counts["N"], counts["first"], counts["last"]) == (0, 385, "", "")
    assert counts["type_by_category"] == counts["country"] == {}
