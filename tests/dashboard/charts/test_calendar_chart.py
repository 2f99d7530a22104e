"""The calendar: days of up to two years, otherwise months."""

from datetime import date

import pytest

from dashboard.charts.calendar_chart import calendar_chart
from incidents import count_range
from tests.dashboard.charts.conftest import AUTUMN, INCIDENTS, NOTHING

LONG = AUTUMN.replace(period=(date(2025, 1, 1), date(2025, 12, 31)))


@pytest.mark.parametrize(("view", "step", "rows"), [(INCIDENTS, "month", 13), (LONG, "day", 16), (AUTUMN, "day", 8)])
def test_days_or_months(package, compiles, view, step, rows):
    """Long views show months by year, shorter ones days by week, half a year on a sheet."""
    figure = calendar_chart(package, view, noun="Incidents", theme="dark")
    assert figure.title == f"Incidents in the calendar, by {step}"
    assert figure.height == 26 * rows
    drawn = compiles(figure, "dark")
    assert "Sep" in drawn
    assert ("2025 Jul–Dec" in drawn) is (view == LONG)


@pytest.mark.parametrize("view", [INCIDENTS, AUTUMN])
def test_a_cell_leads_to_its_count(package, view):
    """What a click shows is what the cell says."""
    figure = calendar_chart(package, view, noun="Incidents", theme="light")
    counts = {f"{row[0]}/{row[1]}": (row[2], row[3]) for row in figure.table.itertuples(index=False)}
    assert figure.picks
    for key, pick in figure.picks.items():
        assert count_range(package, pick.filter) == counts[key]


def test_nothing(package):
    """Without events there is no chart."""
    assert calendar_chart(package, NOTHING, noun="Incidents", theme="light") is None
