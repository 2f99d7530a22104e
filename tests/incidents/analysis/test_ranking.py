"""Rankings equal the counts of the filter."""

from datetime import date

import pytest

from incidents import Filter, count_range, facet_counts
from incidents.analysis import ranking

VIEWS = [
    Filter(),
    Filter(category=("incident",), country=("EST", "POL"), not_type=("statement",)),
    Filter(period=(date(2025, 11, 1), date(2025, 11, 15)), category=("incident",)),
    Filter(not_country=("RUS",), status=("disputed",)),
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("by", ["country", "type", "category", "status", "actor"])
def test_it_equals_facet_counts(seeds, view, by):
    """The greatest numbers are those of `facet_counts`, the least those of `count_range` with the word alone."""
    found = ranking(seeds, view, by)
    counts = {word: n for word, n in facet_counts(seeds, view)[by].items() if n}
    assert dict(zip(found["word"], found["most"], strict=True)) == counts
    for row in found.itertuples():
        assert (row.least, row.most) == count_range(seeds, view.replace(**{by: (row.word,), f"not_{by}": ()}))


def test_the_order(seeds):
    """Most frequent first."""
    assert ranking(seeds, Filter(), "country")["most"].is_monotonic_decreasing


def test_what_is_chosen(seeds):
    """Words that the filter lets through are marked; without a choice all are."""
    chosen = ranking(seeds, Filter(country=("EST",)), "country").query("chosen")["word"].tolist()
    assert chosen == ["EST"]
    left_out = ranking(seeds, Filter(not_country=("EST",)), "country").query("~chosen")["word"].tolist()
    assert left_out == ["EST"]
    assert ranking(seeds, Filter(), "country")["chosen"].all()


def test_airspace(seeds):
    """Where the disc of uncertainty lies can be ranked as well."""
    found = ranking(seeds, Filter(category=("incident",)), "airspace")
    assert set(found["word"]) == {"inside", "outside", "uncertain"}
    assert found["most"].sum() == 310
