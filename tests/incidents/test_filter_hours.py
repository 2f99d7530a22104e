"""Hours of the day: from one hour until another, over midnight too, by UTC or the clock of the place; what has no hour is outside, and counted."""

from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from incidents import Filter, filter_events, filter_mask
from incidents.filter_hours import NO_CLOCK, NOT_KNOWN, begin_hours, check_hours, hours_text, parse_hours
from incidents.without_hour import without_hour
from incidents.zone_of import zone_of, zones_of

READ = [
    ("22-04", (22, 4, "utc")),
    ("05-06", (5, 6, "utc")),
    ("5-6,utc", (5, 6, "utc")),
    ("22:00-04:00, LOCAL", (22, 4, "local")),
    ("00-24", (0, 24, "utc")),
    ("22-00", (22, 24, "utc")),
]
BROKEN = [
    "",
    "4",
    "22-22",
    "00-00x",
    "24-04",
    "22-25",
    "-1-4",
    "22-04,moon",
    "22-04,local,",
    "ten-twelve",
    "22--04",
    "9" * 5000,
]


@pytest.mark.parametrize(("text", "hours"), READ)
def test_read_and_written(text, hours):
    """Each has one form, which comes back equal."""
    assert parse_hours(text) == hours
    assert parse_hours(hours_text(hours)) == hours


@pytest.mark.parametrize("text", BROKEN)
def test_broken(text):
    """The message names the part and the way out, and is short."""
    with pytest.raises(ValueError, match=r"^hours: .*(write|the hours are|one hour is)") as caught:
        parse_hours(text)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("given", [(1,), (1, 2, "utc", 3), ("1", "2"), (1.5, 2), (1, 2, "here")])
def test_no_hours(given):
    """What is not two whole hours and a clock is refused."""
    with pytest.raises(ValueError, match="hours"):
        check_hours(given)
    assert check_hours(()) == ()


def rows(*events):
    """Return events of (precision, earliest, country, longitude)."""
    frame = pd.DataFrame(events, columns=["time_precision", "earliest", "country", "longitude"])
    return frame.assign(earliest=pd.to_datetime(frame["earliest"], utc=True))


def test_the_hour_in_which_it_began():
    """Summer time, midnight, days without an hour and places without a known clock."""
    events = rows(
        ("minute", "2025-09-19T22:30Z", "EST", 26.0),
        ("minute", "2025-12-19T22:30Z", "EST", 26.0),
        ("hour", "2025-09-19T06:00Z", "RUS", 21.0),
        ("hour", "2025-09-19T06:00Z", "RUS", 37.0),
        ("hour", "2025-09-19T06:00Z", "RUS", 90.0),
        ("day", "2025-09-19T00:00Z", "EST", 26.0),
    )
    assert begin_hours(events, "utc").tolist() == [22, 22, 6, 6, 6, NOT_KNOWN]
    assert begin_hours(events, "local").tolist() == [1, 0, 8, 9, NO_CLOCK, NOT_KNOWN]
    assert begin_hours(events.iloc[:0], "local").tolist() == []


def test_zones_one_by_one(seeds):
    """Zones of many places are those of each; their limits too."""
    events = pd.concat(
        [
            seeds.events[["country", "longitude"]],
            pd.DataFrame(
                [
                    (state, at)
                    for state in ("RUS", "NOR", "USA")
                    for at in (-180, -25, -25.001, 22.999, 23, 44.999, 45, 46, 180)
                ],
                columns=["country", "longitude"],
            ),
        ]
    )
    expected = [zone_of(country, longitude) for country, longitude in events.itertuples(index=False)]
    assert zones_of(events).tolist() == [zone.key if zone else "" for zone in expected]


@pytest.mark.parametrize("clock", ["utc", "local"])
@pytest.mark.parametrize(("first", "last"), [(22, 4), (5, 6), (0, 24), (18, 24), (23, 1)])
def test_the_seeds(seeds, clock, first, last):
    """Row by row, in plain Python; with the events whose hour is not known they are all."""
    view, expected, without = Filter(hours=(first, last, clock), category=("incident",)), [], 0
    for row in filter_events(seeds, view.without("hours")).itertuples():
        zone = ZoneInfo("UTC") if clock == "utc" else zone_of(row.country, row.longitude)
        if row.time_precision not in ("minute", "hour") or zone is None:
            without += 1
            continue
        hour = row.earliest.astimezone(zone).hour
        if hour in [each % 24 for each in range(first, last if last > first else last + 24)]:
            expected.append(row.event_id)
    assert filter_events(seeds, view)["event_id"].tolist() == expected
    assert without_hour(seeds, view) == without
    if (first, last) == (0, 24):
        assert without + len(expected) == int(filter_mask(seeds, view.without("hours")).sum())


def test_without_hours_nothing_is_left_out(seeds):
    """Without the part, the count is 0."""
    assert without_hour(seeds, Filter(category=("incident",))) == 0
