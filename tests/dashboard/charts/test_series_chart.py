"""The series: each bar leads to its own count."""

from datetime import date

import pytest

from dashboard.charts.series_chart import series_chart
from incidents import count_range
from tests.dashboard.charts.conftest import AUTUMN, INCIDENTS, NOTHING


def chart(package, view, step="month", by=""):
    return series_chart(package, view, step=step, by=by, noun="Incidents", theme="light")


@pytest.mark.parametrize("view", [INCIDENTS, AUTUMN])
def test_a_bar_leads_to_its_count(package, view):
    """What a click shows is what the bar says."""
    figure = chart(package, view)
    assert len(figure.picks) == len(figure.table)
    for pick, row in zip(figure.picks.values(), figure.table.itertuples(index=False), strict=True):
        assert count_range(package, pick.filter) == (row[-2], row[-1])


@pytest.mark.parametrize("by", ["", "type", "country", "status", "actor", "airspace", "category"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_can_be_drawn(package, compiles, by, theme):
    """Each split is a picture, in both themes, and names its parts."""
    figure = series_chart(package, AUTUMN, step="week", by=by, noun="Incidents", theme=theme)
    drawn = compiles(figure, theme)
    assert ("All others" in drawn) is (by in ("type", "country"))


def test_words(package):
    """The text alternative names the greatest bar, the notes say how ranges and cut bins are counted."""
    figure = chart(package, AUTUMN.replace(period=(date(2025, 11, 1), date(2025, 11, 15))), step="week")
    assert "Bar chart: incidents per week, 1 to 15 November 2025" in figure.alt
    assert "none is divided" in figure.notes[0]
    assert "cut the first or the last week" in figure.notes[1]
    assert [pick.label for pick in figure.picks.values()] == [
        "1 to 2 November 2025", "week of 3 November 2025", "10 to 15 November 2025",
    ]  # fmt: skip


def test_one_day(package):
    """A period of one day is one bar."""
    figure = chart(package, AUTUMN.replace(period=(date(2025, 9, 10), date(2025, 9, 10))), step="day")
    assert list(figure.table["At most"]) == [18]


def test_nothing(package):
    """Without events there is no chart."""
    assert chart(package, NOTHING) is None
    assert chart(package, NOTHING.replace(period=(date(2025, 1, 1), date(2025, 2, 1)))) is None
