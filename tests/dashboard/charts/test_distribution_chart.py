"""Distance, depth and duration: each class leads to exactly its events."""

import pytest

from dashboard.charts.distribution_chart import MEASURES, distribution_chart
from incidents import filter_events, filter_mask
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


def test_a_class_is_chosen_by_its_own_ends(package):
    """A bar's filter does not depend on which values happen to stand in it: the same link means the same when the data grow."""
    figure = distribution_chart(package, INCIDENTS, "border", noun="Incidents", theme="light")
    ends = {pick.filter.border for pick in figure.picks.values()}
    assert (20, 49.999) in ends
    assert all(end is None or round(end, 3) == end for _, end in ends)
    for pick in figure.picks.values():
        assert pick.label.endswith(f"({len(filter_events(package.events, pick.filter))})")


def test_labels_stand_aslant_where_a_chart_is_narrow(package):
    """The classes of the border chart need 440 pixels side by side: on a telephone they would run into each other."""
    spec = distribution_chart(package, INCIDENTS, "border", noun="Incidents", theme="light").chart.to_dict()
    axis = spec["layer"][0]["encoding"]["x"]["axis"]
    assert axis["labelAngle"] == {"expr": "width < 440 ? -50 : 0"}
    assert axis["labelAlign"] == {"expr": "width < 440 ? 'right' : 'center'"}
