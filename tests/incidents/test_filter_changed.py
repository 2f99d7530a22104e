"""New since: what is dated about an event, not when it was entered, which no table says."""

import dataclasses
from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from incidents import Filter, filter_events, read_package
from incidents.filter_changed import last_days

PARTIAL = [("2025-09-19", "2025-09-19"), ("2024-02", "2024-02-29"), ("2025", "2025-12-31"), ("", "NaT")]


@pytest.mark.parametrize(("text", "day"), PARTIAL)
def test_last_days(text, day):
    """A month or year stands for its last day; empty for none."""
    assert str(last_days(pd.Series([text], dtype="str"))[0]) == day


def test_event_source_and_update_count(folder):
    """The newest of the three decides; a source or update without a date does not."""
    folder.edit("sources.csv", 2, published="2026-01-05")
    events = read_package(folder.path).events
    found = {day: filter_events(events, Filter(changed=day))["event_id"].str[:13].tolist() for day in DAYS}
    assert found == {
        DAYS[0]: ["2025-09-09-pl", "2025-09-10-lt", "2025-09-10-pl", "2025-11-01-se"],
        DAYS[1]: ["2025-09-09-pl", "2025-09-10-pl", "2025-11-01-se"],
        DAYS[2]: ["2025-09-09-pl", "2025-11-01-se"],
        DAYS[3]: ["2025-09-09-pl"],
        DAYS[4]: [],
    }


DAYS = [date(2025, 9, 10), date(2025, 10, 31), date(2025, 11, 1), date(2026, 1, 5), date(2026, 1, 6)]


def test_a_bare_table_has_only_its_own_dates():
    """Without the package beside, the event's own first day is what is known."""
    package = read_package()
    some = package.events.copy()
    day = date(2026, 1, 1)
    own = some["earliest"].dt.tz_localize(None).to_numpy() >= np.datetime64(day)
    assert (
        len(filter_events(some, Filter(changed=day)))
        == own.sum()
        < len(filter_events(package.events, Filter(changed=day)))
    )


@pytest.mark.parametrize("name", ["sources", "updates"])
def test_tables_without_dates(name):
    """Where no source or no update has a date, or there are none at all, the others decide."""
    package = read_package()
    undated = getattr(package, name).assign(**{"published" if name == "sources" else "date": ""})
    for table in (undated, undated.iloc[:0]):
        events = package.events.copy()
        found = dataclasses.replace(package, events=events, **{name: table})
        n = len(filter_events(found, Filter(changed=date(2026, 4, 1))))
        assert 0 < n <= len(filter_events(package, Filter(changed=date(2026, 4, 1))))


def test_a_moment_is_its_day():
    """A datetime is taken as its day, anything else is refused."""
    assert Filter(changed=datetime(2025, 9, 1, 12)).changed == date(2025, 9, 1)
    with pytest.raises(TypeError, match="changed"):
        Filter(changed="2025-09-01")
