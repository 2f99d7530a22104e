"""Only events whose hour is known have one."""

import pandas as pd

from incidents import Filter, filter_events
from incidents.analysis import hours


def rows(*events):
    """Return events of (precision, earliest)."""
    frame = pd.DataFrame(events, columns=["time_precision", "earliest"])
    return frame.assign(earliest=pd.to_datetime(frame["earliest"], utc=True))


def test_the_hour_in_which_it_began():
    """Minute and hour are counted apart, days not at all."""
    found = hours(rows(("minute", "2025-09-19T06:58Z"), ("hour", "2025-09-19T06:00Z"), ("day", "2025-09-19T00:00Z")))
    assert found.counts.set_index("hour").loc[6].tolist() == [1, 1]
    assert (found.n, found.without_hour, found.without_clock, found.n_shown) == (3, 1, 0, 2)
    assert found.counts[["minute", "hour_known"]].to_numpy().sum() == 2


def test_the_clock_of_the_place():
    """Local hours follow summer time and cross midnight; without a known clock an event has no local hour."""
    events = rows(("minute", "2025-09-19T22:30Z"), ("minute", "2025-12-19T22:30Z"), ("hour", "2025-09-19T06:00Z"))
    found = hours(events.assign(country=["EST", "EST", "USA"], longitude=26.0), clock="local")
    assert found.counts.set_index("hour")["minute"].loc[[0, 1]].tolist() == [1, 1]  # UTC+2 in winter, UTC+3 in summer
    assert (found.without_hour, found.without_clock, found.n_shown) == (0, 1, 2)


def test_the_seeds(seeds):
    """It adds up to the events of the view, row by row."""
    events = filter_events(seeds, Filter(category=("incident",)))
    found = hours(events)
    timed = events[events["time_precision"].isin(["minute", "hour"])]
    expected = [sum(when.hour == hour for when in timed["earliest"]) for hour in range(24)]
    assert (found.counts["minute"] + found.counts["hour_known"]).tolist() == expected
    assert found.n_shown == len(timed)


def test_nothing():
    """Without events all hours are zero."""
    assert hours(rows().astype({"time_precision": "str"})).counts["minute"].sum() == 0
