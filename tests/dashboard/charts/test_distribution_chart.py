"""Distance, depth and duration: each class leads to exactly its events."""

import pytest

from dashboard.charts.distribution_chart import MEASURES, distribution_chart
from incidents import filter_mask
from tests.dashboard.charts.conftest import INCIDENTS, NOTHING


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_class_leads_to_its_events(package, compiles, name, theme):
    """What a click shows is what the bar says, and all bars are the events with a value."""
    figure = distribution_chart(package, INCIDENTS, name, noun="Incidents", theme=theme)
    counts = figure.table["Recorded events"]
    assert [int(filter_mask(package, pick.filter).sum()) for pick in figure.picks.values()] == list(counts[counts > 0])
    assert f"{counts.sum()} of 310 have a value" in figure.alt
    assert str(counts.max()) in compiles(figure, theme)


def test_missing_values_are_said(package):
    """Few incidents state a depth; the note says how many do not."""
    figure = distribution_chart(package, INCIDENTS, "depth", noun="Incidents", theme="light")
    assert figure.notes[0] == "280 do not state a depth and are in no bar."


def test_nothing(package):
    """Without values there is no chart."""
    for name in MEASURES:
        assert distribution_chart(package, NOTHING, name, noun="Incidents", theme="light") is None
    balloons = INCIDENTS.replace(type=("gnss_interference",))
    assert distribution_chart(package, balloons, "depth", noun="Incidents", theme="light") is None
