"""A comparison is two counts, their rates and the ratio."""

from datetime import date

import pytest

from incidents import Filter, count_range, facet_counts
from incidents.analysis import compare, rate_ratio
from incidents.analysis.comparison_words import finding
from incidents.filter import day_bounds

NOVEMBER = Filter(period=(date(2025, 11, 1), date(2025, 11, 15)), category=("incident",))
OCTOBER = NOVEMBER.replace(period=(date(2025, 10, 1), date(2025, 10, 31)))


def test_the_worked_question(seeds):
    """Drone incursions into Polish and Romanian airspace, confirmed only, September to December, a year before."""
    now = Filter(
        period=(date(2025, 9, 1), date(2025, 12, 31)),
        country=("POL", "ROU"),
        type=("drone_incursion",),
        status=("confirmed",),
    )
    found = compare(seeds, now, now.replace(period=(date(2024, 9, 1), date(2024, 12, 31))), by="country")
    assert [(side.least, side.most, side.days) for side in (found.first, found.second)] == [(2, 2, 122), (4, 4, 122)]
    assert found.first.rate(2) == pytest.approx(60 / 122)
    assert found.ratio == rate_ratio(2, 122, 4, 122)
    assert found.shared == 0


def test_ranges_are_carried_through(seeds):
    """With dates known to the month the interval is the widest over all counts in the ranges."""
    found = compare(seeds, NOVEMBER, OCTOBER)
    assert (found.first.least, found.first.most) == count_range(seeds, NOVEMBER) == (9, 11)
    every = [
        rate_ratio(n, 15, m, 31)
        for n in range(found.first.least, found.first.most + 1)
        for m in range(found.second.least, found.second.most + 1)
    ]
    assert found.ratio.low == min(each.low for each in every)
    assert found.ratio.high == max(each.high for each in every)
    assert found.ratio.least == min(each.ratio for each in every)
    assert found.ratio.most == max(each.ratio for each in every)


def test_the_rows(seeds):
    """Each row holds the counts of its word on both sides, also where one side has none."""
    found = compare(seeds, NOVEMBER, OCTOBER, by="type")
    for row in found.table.itertuples():
        assert (row.first_least, row.first_most) == count_range(seeds, NOVEMBER.replace(type=(row.word,)))
        assert (row.second_least, row.second_most) == count_range(seeds, OCTOBER.replace(type=(row.word,)))
        assert row.low <= row.ratio <= row.high
    words = {word for view in (NOVEMBER, OCTOBER) for word, n in facet_counts(seeds, view)["type"].items() if n}
    assert set(found.table["word"]) == words


def test_days_beyond_the_record_are_no_days_without_events(seeds):
    """A year that has only begun is as long as the record goes; a side wholly beyond it has no rate, and nothing is said of chance."""
    year = Filter(category=("incident",), period=(date(2026, 1, 1), date(2026, 12, 31)))
    record = day_bounds(seeds.events)
    found = compare(seeds, year, year.replace(period=(date(2025, 1, 1), record[1].replace(year=2025))))
    assert found.first.covered == (date(2026, 1, 1), record[1])
    assert found.first.days + found.first.outside == 365
    assert found.first.days == found.second.days
    assert found.first.rate(found.first.most) == pytest.approx(found.first.most * 30 / found.first.days)
    assert found.ratio.low < 1 < found.ratio.high
    before = compare(seeds, year, year.replace(period=(date(2013, 1, 1), date(2013, 12, 31))))
    assert (before.second.covered, before.second.days, before.second.outside) == (None, 0, 365)
    assert before.second.rate(0) != before.second.rate(0)
    assert before.ratio.ratio != before.ratio.ratio
    assert "covers no day of the second side" in finding(before)
    assert "chance" not in finding(before)


def test_two_countries(seeds):
    """Over the whole record the two have the same length, and every event is certainly in it."""
    found = compare(seeds, Filter(country=("EST",)), Filter(country=("LVA",)), by="status")
    assert found.first.period == found.second.period
    assert found.first.least == found.first.most
    assert found.ratio.ratio == pytest.approx(found.first.most / found.second.most)


def test_events_on_both_sides(seeds):
    """Windows that overlap share events, and the comparison says how many."""
    wide = NOVEMBER.replace(period=(date(2025, 10, 1), date(2025, 11, 15)))
    assert compare(seeds, wide, NOVEMBER).shared == 11


def test_nothing_on_either_side(seeds):
    """Two empty views have no ratio and no rows."""
    nothing = Filter(q="nowhere at all", period=(date(2025, 1, 1), date(2025, 1, 31)))
    found = compare(seeds, nothing, nothing)
    assert found.ratio.ratio != found.ratio.ratio
    assert found.table.empty
