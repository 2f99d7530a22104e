"""The interval in which an event could have happened."""

import pandas as pd
import pytest

from incidents.instants import intervals, parse_instants, parse_partial

# start, end, precision, earliest, latest
EXAMPLES = [
    ("2025-09-19T06:58Z", "", "minute", "2025-09-19T06:58", "2025-09-19T06:59"),
    ("2025-09-19T06:58:30Z", "", "minute", "2025-09-19T06:58:30", "2025-09-19T06:59:30"),
    ("2014-07-18T15:12Z", "2014-07-18T15:27Z", "minute", "2014-07-18T15:12", "2014-07-18T15:28"),
    ("2014-09-17T09:45Z", "", "hour", "2014-09-17T09:45", "2014-09-17T10:45"),
    ("2022-10-19T04:30Z", "2022-10-19T06:30Z", "hour", "2022-10-19T04:30", "2022-10-19T07:30"),
    ("2025-09-11T15:00Z", "2025-09-18", "hour", "2025-09-11T15:00", "2025-09-19T00:00"),
    ("2025-09-10", "", "day", "2025-09-10T00:00", "2025-09-11T00:00"),
    ("2025-07-28", "2025-08-01", "day", "2025-07-28T00:00", "2025-08-02T00:00"),
    ("2025-09-10T13:00Z", "", "day", "2025-09-10T00:00", "2025-09-11T00:00"),
    ("2024-02-29", "", "day", "2024-02-29T00:00", "2024-03-01T00:00"),
    ("2025-12-31", "", "day", "2025-12-31T00:00", "2026-01-01T00:00"),
    ("2016-04-11", "2016-04-12", "range", "2016-04-11T00:00", "2016-04-13T00:00"),
    ("2022-01-14T19:00Z", "2022-01-17", "range", "2022-01-14T19:00", "2022-01-18T00:00"),
    ("2025-09-10T22:00Z", "2025-12-09T23:59Z", "range", "2025-09-10T22:00", "2025-12-10T00:00"),
    ("2025-11-19", "", "month", "2025-11-01T00:00", "2025-12-01T00:00"),
    ("2014-06-01", "2014-06-30", "month", "2014-06-01T00:00", "2014-07-01T00:00"),
    ("2024-12-10", "2025-02-01", "month", "2024-12-01T00:00", "2025-03-01T00:00"),
]
PARTIAL = [("2025", "2025-01-01"), ("2025-09", "2025-09-01"), ("2025-09-10", "2025-09-10")]


@pytest.mark.parametrize(("start", "end", "precision", "earliest", "latest"), EXAMPLES)
def test_intervals(start, end, precision, earliest, latest):
    """Half-open, at the precision stated, through the end of an explicit end."""
    found = intervals(*(pd.Series([text], dtype="str") for text in (start, end, precision)))
    assert [str(values[0])[: len(want)] for values, want in zip(found, (earliest, latest), strict=True)] == [
        earliest,
        latest,
    ]


@pytest.mark.parametrize(
    "text", ["", "2025-9-10", "2025-02-30", "2025-09-10T06:58", "2025-09-10T06:58+00:00", "2025-09-10\n", "nan", "0"]
)
def test_nothing_is_guessed(text):
    """Anything but a strict date or UTC time is NaT."""
    values, _ = parse_instants(pd.Series([text], dtype="str"))
    assert pd.isna(values[0])


@pytest.mark.parametrize(("text", "day"), PARTIAL)
def test_partial_dates(text, day):
    """A year and a month stand for their first day."""
    assert str(parse_partial(pd.Series([text], dtype="str"))[0])[:10] == day


@pytest.mark.parametrize("text", ["", "25", "2025-", "2025-13", "2025-09-31", "2025-09-10T00:00Z"])
def test_broken_partial_dates(text):
    """Anything else is NaT."""
    assert pd.isna(parse_partial(pd.Series([text], dtype="str"))[0])
