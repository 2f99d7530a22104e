"""Facts in words: dates with their precision, local time with summer time, distances, counts, positions."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import words
from dashboard.local_time import offset_words
from incidents import VOCABULARIES
from incidents.zone_of import ZONES, zone_of


def event(start, stop, precision, country="POL", longitude=21.0):
    """Return the parts of an event that its time in words needs."""
    earliest, latest = (pd.Timestamp(moment, tz="UTC") for moment in (start, stop))
    return {
        "earliest": earliest,
        "latest": latest,
        "time_precision": precision,
        "country": country,
        "longitude": longitude,
    }


SHORT_WHEN = [
    (event("2025-09-19", "2025-09-20", "day"), "19 Sep 2025"),
    (event("2025-09-19T06:58", "2025-09-19T07:10", "minute"), "19 Sep 2025"),
    (event("2024-03-01", "2024-04-01", "month"), "Mar 2024"),
    (event("2024-03-01", "2024-05-01", "month"), "1 Mar 2024 – 30 Apr 2024"),
    (event("2017-09-01", "2017-10-01", "range"), "1–30 Sep 2017"),
    (event("2017-09-14", "2017-10-03", "range"), "14 Sep 2017 – 2 Oct 2017"),
    (event("2024-12-30", "2025-01-02", "range"), "30 Dec 2024 – 1 Jan 2025"),
    (event("2025-09-09T21:30", "2025-09-10T05:00", "hour"), "9–10 Sep 2025"),
]
WHEN = [
    # event, words that must occur in its lines, words that must not
    (event("2025-09-09T20:30", "2025-09-09T20:31", "minute"), ["9 September 2025", "20:30 UTC", "22:30", "UTC+2"], []),
    (event("2025-01-09T20:30", "2025-01-09T20:31", "minute"), ["9 January 2025", "20:30 UTC", "21:30", "UTC+1"], []),
    (
        event("2025-09-19T06:58", "2025-09-19T07:10", "minute", "EST", 26),
        ["06:58 UTC", "09:58", "morning", "UTC+3"],
        [],
    ),
    (
        event("2025-09-09T23:30", "2025-09-09T23:59", "hour"),
        ["about 23:30 UTC", "10 September 2025", "01:30", "night"],
        [],
    ),
    (event("2025-09-09T20:30", "2025-09-09T20:31", "minute", "RUS", 20.5), ["22:30", "UTC+2"], ["23:30"]),
    (event("2025-09-09T20:30", "2025-09-09T20:31", "minute", "RUS", 37.6), ["23:30", "UTC+3"], []),
    (event("2025-09-09T20:30", "2025-09-09T20:31", "minute", "RUS", 60.6), ["20:30 UTC"], ["ocal"]),
    (event("2025-09-09T20:30", "2025-09-09T20:31", "minute", "USA", -77), ["20:30 UTC"], ["ocal"]),
    (event("2025-09-19", "2025-09-20", "day"), ["19 September 2025"], ["00:00", "ocal"]),
    (event("2024-03-01", "2024-04-01", "month"), ["March 2024", "month"], ["1 March"]),
    (event("2017-09-14", "2017-10-03", "range"), ["14 September", "2 October 2017"], ["3 October"]),
    (event("2025-09-09", "2025-09-11", "day"), ["9 to 10 September 2025"], ["11"]),
]
OFFSETS = [
    ("Europe/Warsaw", "2025-07-01", "UTC+2"),
    ("Europe/London", "2025-01-01", "UTC"),
    ("Asia/Kolkata", "2025-01-01", "UTC+5:30"),
    ("America/St_Johns", "2025-01-01", "UTC−3:30"),
]
DISTANCES = [
    (1, "1 m"), (800, "800 m"), (999, "999 m"), (1000, "1 km"), (1500, "1.5 km"), (9940, "9.9 km"), (9960, "10 km"),
    (12_000, "12 km"), (12_400, "12 km"), (150_000, "150 km"), (154_000, "150 km"), (1_000_000, "1000 km"),
]  # fmt: skip
AMOUNTS = [
    ((None, None), ""), ((3, 3), "3"), ((19, 23), "19 to 23"), ((4, None), "at least 4"), ((None, 5), "at most 5"), ((0, 0), "0"),
]  # fmt: skip
COORDINATES = [
    # longitude, latitude, uncertainty in metres, words
    (26.5, 59.75, 10_000, "59°45′ N, 26°30′ E"),
    (26.5, 59.75, 500, "59°45.0′ N, 26°30.0′ E"),
    (25.9999, 54.9999, 10_000, "55°00′ N, 26°00′ E"),
    (25.99999, 54.99999, 500, "55°00.0′ N, 26°00.0′ E"),
    (-5.0166667, -0.05, 10_000, "0°03′ S, 5°01′ W"),
    (0.0, 0.0, 10_000, "0°00′ N, 0°00′ E"),
    (20.123, 50.155, 100, "50°09.3′ N, 20°07.4′ E"),
]
PARTIAL_DAYS = [
    ("", "day not given"),
    ("2025", "2025"),
    ("2025-09", "Sep 2025"),
    ("2025-09-10", "10 Sep 2025"),
    ("2025-09-10T12:00Z", "10 Sep 2025"),
]
CATEGORIES = [
    ({}, ""),
    ({"incident": 310, "response": 46}, "310 incidents, 46 responses"),
    ({"statement": 1, "incident": 1}, "1 incident, 1 statement"),
    ({"posture": 0}, ""),
]


@pytest.mark.parametrize(("given", "expected"), SHORT_WHEN)
def test_short_when(given, expected):
    """The short date of lists says no more than is known."""
    assert words.short_when(given) == expected


@pytest.mark.parametrize(("given", "wanted", "unwanted"), WHEN)
def test_when(given, wanted, unwanted):
    """The time names UTC, the clock of the place with summer time, and never more precision than there is."""
    text = " ".join(words.when(given))
    assert [word for word in wanted if word not in text] == []
    assert [word for word in unwanted if word in text] == []


@pytest.mark.parametrize(("zone", "day", "expected"), OFFSETS)
def test_offsets(zone, day, expected):
    """Offsets are written with sign and, where needed, minutes."""
    assert offset_words(pd.Timestamp(day, tz=zone).to_pydatetime()) == expected


@pytest.mark.parametrize("country", ZONES)
def test_every_zone_exists(country):
    """Each zone of the table is one that Python knows."""
    assert zone_of(country, 20.0) is not None


@pytest.mark.parametrize(("metres", "expected"), DISTANCES)
def test_distance(metres, expected):
    """Distances have two digits that count and a unit."""
    assert words.distance(metres) == expected


@given(st.floats(1, 2e7))
def test_any_distance(metres):
    """Any distance in words is within six percent of the number."""
    number, unit = words.distance(metres).split()
    assert float(number) * {"m": 1, "km": 1000}[unit] == pytest.approx(metres, rel=0.06, abs=0.5)


@pytest.mark.parametrize(("given", "expected"), AMOUNTS)
def test_amount(given, expected):
    """Counts say whether they are exact, a range or open."""
    assert words.amount(*given) == expected


@pytest.mark.parametrize(("longitude", "latitude", "uncertainty", "expected"), COORDINATES)
def test_coordinates(longitude, latitude, uncertainty, expected):
    """Positions are in degrees and minutes below 60, with digits that fit the uncertainty."""
    place = {"longitude": longitude, "latitude": latitude, "coordinate_uncertainty_m": uncertainty}
    assert words.coordinates(place) == expected


@given(st.floats(-180, 180), st.floats(-90, 90), st.sampled_from([100, 10_000]))
def test_minutes_stay_below_sixty(longitude, latitude, uncertainty):
    """No position is ever written with sixty minutes."""
    text = words.coordinates({"longitude": longitude, "latitude": latitude, "coordinate_uncertainty_m": uncertainty})
    assert "°60" not in text


@pytest.mark.parametrize(("given", "expected"), PARTIAL_DAYS)
def test_partial_day(given, expected):
    """Dates of a day, a month or a year are written as precisely as they are."""
    assert words.partial_day(given) == expected


@pytest.mark.parametrize(("given", "expected"), CATEGORIES)
def test_by_category(given, expected):
    """Unlike categories are counted beside each other, never together."""
    assert words.by_category(given) == expected


def test_where_names_coarse_places():
    """A point that stands for a country or region says so."""
    row = {"georeference_basis": "country_centroid", "coordinate_uncertainty_m": 300_000, "place_name": "Latvia"}
    text = " ".join(words.where(row, "Latvia"))
    assert "a country" in text
    assert "300 km" in text


def test_every_event_has_words(events):
    """Every seed event can be said in words."""
    for row in events.to_dict("records"):
        first, last = words.days_of(row)
        assert first <= last
        assert date(2010, 1, 1) < first <= last < date.today() + timedelta(days=366)
        assert words.short_when(row)
        assert all([*words.when(row), *words.where(row, row["country"]), words.coordinates(row)]), row["event_id"]


@pytest.mark.parametrize("column", VOCABULARIES)
def test_labels(column):
    """Every word of every vocabulary has a label and a definition; an unknown word is shown as it is."""
    for word in VOCABULARIES[column]:
        assert words.label(column, word)
        assert words.description(column, word)
    assert (words.label(column, "brand_new"), words.description(column, "brand_new")) == ("brand_new", "")
