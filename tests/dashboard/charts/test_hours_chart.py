"""Hours: only where the precision allows, and with the clock of the place."""

from zoneinfo import ZoneInfo

from dashboard.charts.hours_chart import hours_chart, zones_of
from dashboard.local_time import zone_of
from incidents import filter_events
from tests.dashboard.charts.conftest import AUTUMN, INCIDENTS


def test_what_is_left_out_is_said(package, compiles):
    """Events without a known hour are in no bar, and the note says how many."""
    events = filter_events(package, INCIDENTS)
    figure = hours_chart(events, clock="utc", noun="Incidents", theme="light")
    known = int(events["time_precision"].isin(["minute", "hour"]).sum())
    assert int(figure.table.iloc[:, 1:].to_numpy().sum()) == known == 92
    assert figure.notes[0].startswith(
        f"{known} of 310 incidents are known to the hour or the minute. {310 - known} are"
    )
    assert not figure.picks
    assert "to about an hour" in compiles(figure)


def test_the_clock_of_the_place(package):
    """Local hours are those of each place's own zone on that day."""
    events = filter_events(package, AUTUMN)
    figure = hours_chart(events, clock="local", noun="Incidents", theme="light")
    expected = [0] * 24
    for row in events[events["time_precision"].isin(["minute", "hour"])].itertuples():
        zone = zone_of(row.country, row.longitude)
        if zone is not None:
            expected[row.earliest.astimezone(ZoneInfo(zone.key)).hour] += 1
    assert (figure.table.iloc[:, 1] + figure.table.iloc[:, 2]).tolist() == expected


def test_zones(events):
    """The zone of an event is that of its country and longitude."""
    rows = events.head(60)
    expected = [zone_of(row.country, row.longitude) for row in rows.itertuples()]
    assert zones_of(rows).tolist() == [zone.key if zone else "" for zone in expected]


def test_no_hour_is_known(events):
    """Without any known hour there is no chart."""
    assert hours_chart(events[events["time_precision"] == "day"], clock="utc", noun="Incidents", theme="light") is None
