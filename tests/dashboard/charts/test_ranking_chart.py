"""Rankings: a click shows only that word, a second click takes it back."""

from datetime import date

import pytest

from dashboard.charts.ranking_chart import ranking_chart
from incidents import count_range
from tests.dashboard.charts.conftest import AUTUMN, INCIDENTS, NOTHING


@pytest.mark.parametrize("by", ["country", "type", "actor"])
def test_a_bar_leads_to_its_count(package, compiles, by):
    """What a click shows is what the bar says."""
    figure = ranking_chart(package, AUTUMN, by, noun="Incidents", theme="light")
    for pick, row in zip(figure.picks.values(), figure.table.itertuples(index=False), strict=True):
        assert count_range(package, pick.filter) == (row[1], row[2])
        assert pick.label.startswith(row[0])
    assert figure.table.iloc[0, 0] in compiles(figure)


def test_choosing_twice(package):
    """A word that is shown is taken away, another one is added; a word that was left out comes back."""
    view = INCIDENTS.replace(country=("EST",), not_country=("POL",))
    figure = ranking_chart(package, view, "country", noun="Incidents", theme="light")
    assert figure.picks["EST"].filter == INCIDENTS.replace(not_country=("POL",))
    assert figure.picks["LVA"].filter.country == ("EST", "LVA")
    assert figure.picks["POL"].filter == INCIDENTS.replace(country=("EST", "POL"))
    assert figure.picks["EST"].label == "Estonia (36), shown"
    assert any("Pale bars are left out" in note for note in figure.notes)


def test_long_rankings_are_cut_in_words(package):
    """What is not drawn is said, and stands in the table."""
    figure = ranking_chart(package, INCIDENTS, "country", noun="Incidents", theme="light")
    assert len(figure.table) == 24
    assert figure.notes[0] == "The 15 most frequent of 24; the others have 19 together, see Data."
    assert figure.table["At most"].iloc[15:].sum() == 19


def test_ranges_are_said(package):
    """Where the dates cut events of coarse dates, bars have two numbers and a note says why."""
    view = INCIDENTS.replace(period=(date(2025, 11, 1), date(2025, 11, 15)))
    figure = ranking_chart(package, view, "country", noun="Incidents", theme="light")
    assert figure.picks["GBR"].label == "United Kingdom (0 to 1)"
    assert "known only to a longer time" in figure.notes[0]
    assert "known only" not in " ".join(ranking_chart(package, INCIDENTS, "country", noun="I", theme="light").notes)


def test_nothing(package):
    """Without events there is no chart."""
    assert ranking_chart(package, NOTHING, "country", noun="Incidents", theme="light") is None
