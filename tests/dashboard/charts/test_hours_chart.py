"""Hours: only where the precision allows, and with the clock of the place."""

from zoneinfo import ZoneInfo

import pytest

from dashboard.charts.hours_chart import hours_chart
from incidents import Filter, count_range, filter_events
from incidents.zone_of import zone_of
from tests.dashboard.charts.conftest import AUTUMN, INCIDENTS


def test_what_is_left_out_is_said(package, compiles):
    """Events without a known hour are in no bar, and the note says how many."""
    events = filter_events(package, INCIDENTS)
    figure = hours_chart(package, INCIDENTS, clock="utc", noun="Incidents", theme="light")
    known = int(events["time_precision"].isin(["minute", "hour"]).sum())
    assert int(figure.table.iloc[:, 1:].to_numpy().sum()) == known == 92
    assert figure.notes[0].startswith(
        f"{known} of 310 incidents are known to the hour or the minute. {310 - known} are"
    )
    assert "to about an hour" in compiles(figure)


def test_the_clock_of_the_place(package):
    """Local hours are those of each place's own zone on that day."""
    events = filter_events(package, AUTUMN)
    figure = hours_chart(package, AUTUMN, clock="local", noun="Incidents", theme="light")
    expected = [0] * 24
    for row in events[events["time_precision"].isin(["minute", "hour"])].itertuples():
        zone = zone_of(row.country, row.longitude)
        if zone is not None:
            expected[row.earliest.astimezone(ZoneInfo(zone.key)).hour] += 1
    assert (figure.table.iloc[:, 1] + figure.table.iloc[:, 2]).tolist() == expected


@pytest.mark.parametrize("clock", ["utc", "local"])
def test_a_bar_leads_to_its_count(package, clock):
    """What a click shows is what the bar says, for each hour and each part of the day."""
    figure = hours_chart(package, AUTUMN, clock=clock, noun="Incidents", theme="light")
    for hour, *known in figure.table.itertuples(index=False):
        pick = figure.picks[str(hour)]
        assert pick.filter == AUTUMN.replace(hours=(hour, hour + 1, clock))
        assert count_range(package, pick.filter)[1] == sum(known)
    for pick in figure.picks.values():
        assert f"({count_range(package, pick.filter)[1]})" in pick.label
    assert len(figure.picks) == 28


def test_choosing_twice(package, compiles):
    """What the hours leave out is drawn pale, and choosing what is shown takes it back."""
    view = INCIDENTS.replace(hours=(22, 5, "local"))
    figure = hours_chart(package, view, clock="local", noun="Incidents", theme="light")
    assert figure.picks["Night"].filter == INCIDENTS
    assert figure.picks["Night"].label.endswith(", shown")
    assert figure.picks["6"].filter.hours == (6, 7, "local")
    n = count_range(package, view)[1]
    assert figure.notes[-1] == f"Pale: left out by the hours of the filter, which let {n} through."
    strong = [row for row in figure.chart.layer[0].data.to_dict("records") if row["strong"] == 1]
    assert sum(row["n"] for row in strong) == n
    assert "to about an hour" in compiles(figure)


def test_no_hour_is_known(package):
    """Without any known hour there is no chart."""
    days = Filter(q="2014-03-03")
    assert not filter_events(package, days)["time_precision"].isin(["minute", "hour"]).any()
    assert hours_chart(package, days, clock="utc", noun="Incidents", theme="light") is None
