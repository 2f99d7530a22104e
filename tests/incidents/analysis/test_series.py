"""Each bar of a series equals the count of its own period."""

from datetime import date

import pytest

from incidents import Filter, count_range, facet_counts, filter_mask
from incidents.analysis import series

VIEWS = [
    (Filter(), "quarter"),
    (Filter(category=("incident",)), "month"),
    (Filter(period=(date(2025, 9, 3), date(2025, 11, 20)), country=("LTU", "GBR", "DNK")), "week"),
    (Filter(period=(date(2025, 11, 1), date(2025, 11, 15)), category=("incident",)), "day"),
    (Filter(period=(date(2025, 11, 10), date(2025, 11, 10))), "month"),
    (Filter(period=(None, date(2016, 12, 31)), category=("incident",)), "year"),
]


@pytest.mark.parametrize(("view", "step"), VIEWS)
def test_each_bar_is_a_count(seeds, view, step):
    """The least and greatest number of a bin are those of `count_range` with the bin as period."""
    found = series(seeds, view, step=step)
    assert len(found)
    for row in found.itertuples():
        assert (row.least, row.most) == count_range(seeds, view.replace(period=(row.first, row.last))), row.first


@pytest.mark.parametrize("by", ["country", "type", "category", "status", "actor", "airspace"])
def test_each_bar_of_a_word(seeds, by):
    """Split by a facet, a bar is the count of its word; what is not kept apart is the rest."""
    view = Filter(category=("incident", "response"), period=(date(2025, 8, 1), date(2025, 12, 31)))
    found, whole = series(seeds, view, step="month", by=by, top=3), series(seeds, view, step="month")
    words = [word for word in found["word"].unique() if word]
    assert len(words) >= 2
    for row in found[found["word"] != ""].itertuples():
        of_word = view.replace(period=(row.first, row.last), **{by: (row.word,)})
        expected = count_range(seeds, of_word) if by != "category" or row.word in view.category else (0, 0)
        assert (row.least, row.most) == expected
    sums = found.groupby("first")[["least", "most"]].sum()
    assert sums["least"].tolist() == whole["least"].tolist()
    assert sums["most"].tolist() == whole["most"].tolist()


def test_a_month_is_in_no_week_for_certain(seeds):
    """An event known to its month lies certainly in the month and possibly in each of its weeks."""
    view = Filter(q="2014-06-01-dk-bornholm-exercise", period=(date(2014, 5, 1), date(2014, 7, 31)))
    months, weeks = series(seeds, view, step="month"), series(seeds, view, step="week")
    assert months[["least", "most"]].to_numpy().tolist() == [[0, 0], [1, 1], [0, 0]]
    assert weeks["least"].sum() == 0
    touched = weeks[weeks["most"] > 0]
    assert touched["first"].min() <= date(2014, 6, 1) <= date(2014, 6, 30) <= touched["last"].max()
    assert len(touched) == 6  # 1 June 2014 is a Sunday


def test_the_most_frequent_words_are_kept(seeds):
    """The words kept apart are the most frequent ones, in that order."""
    view = Filter(category=("incident",))
    counts = facet_counts(seeds, view)["country"]
    words = series(seeds, view, step="year", by="country", top=4)["word"].unique().tolist()
    assert words == [*list(counts)[:4], ""]


def test_without_events_there_is_no_open_period(seeds):
    """Nothing to count and no dates: no bins. With dates: bins of zeros."""
    nothing = Filter(q="nowhere at all")
    assert series(seeds, nothing, step="month").empty
    assert not filter_mask(seeds, nothing).any()
    zeros = series(seeds, nothing.replace(period=(date(2025, 1, 1), date(2025, 3, 31))), step="month", by="country")
    assert zeros["most"].sum() == 0


def test_an_unknown_facet(seeds):
    """The error names the facets that there are."""
    with pytest.raises(ValueError, match="use one of country, type"):
        series(seeds, Filter(), step="month", by="colour")
