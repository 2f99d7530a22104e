"""Windows to compare with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.analysis import same_dates_a_year_before, window_before

EXAMPLES = [
    (("2025-09-01", "2025-12-31"), ("2024-09-01", "2024-12-31")),
    (("2024-02-29", "2024-02-29"), ("2023-02-28", "2023-02-28")),
    (("2025-02-01", "2025-02-28"), ("2024-02-01", "2024-02-29")),
    (("2024-02-01", "2024-02-29"), ("2023-02-01", "2023-02-28")),
    (("2025-02-28", "2025-03-31"), ("2024-02-28", "2024-03-31")),
]


@pytest.mark.parametrize(("given_days", "expected"), EXAMPLES)
def test_a_year_before(given_days, expected):
    """The same dates; whole months stay whole months."""
    found = same_dates_a_year_before(*map(date.fromisoformat, given_days))
    assert tuple(day.isoformat() for day in found) == expected


@given(st.dates(date(1910, 1, 1), date(2090, 1, 1)), st.integers(0, 2000))
def test_the_window_before(first, length):
    """It has as many days and ends the day before."""
    last = first + timedelta(days=length)
    before = window_before(first, last)
    assert before[1] - before[0] == last - first
    assert before[1] + timedelta(days=1) == first
