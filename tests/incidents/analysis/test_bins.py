"""Bins cut a period without gaps."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.analysis.bins import MOST_BINS, STEPS, bins, start_of, step_for

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))

EXAMPLES = [
    # first, last, step, bins as (first, last, whole)
    ("2025-09-10", "2025-09-10", "month", [("2025-09-10", "2025-09-10", False)]),
    ("2025-09-01", "2025-09-30", "month", [("2025-09-01", "2025-09-30", True)]),
    ("2025-02-15", "2025-03-01", "month", [("2025-02-15", "2025-02-28", False), ("2025-03-01", "2025-03-01", False)]),
    ("2024-12-30", "2025-01-05", "week", [("2024-12-30", "2025-01-05", True)]),
    ("2025-01-04", "2025-01-07", "week", [("2025-01-04", "2025-01-05", False), ("2025-01-06", "2025-01-07", False)]),
    ("2025-01-01", "2025-06-30", "quarter", [("2025-01-01", "2025-03-31", True), ("2025-04-01", "2025-06-30", True)]),
    ("2023-07-01", "2024-12-31", "year", [("2023-07-01", "2023-12-31", False), ("2024-01-01", "2024-12-31", True)]),
]


@pytest.mark.parametrize(("first", "last", "step", "expected"), EXAMPLES)
def test_examples(first, last, step, expected):
    """Bins begin with their week, month, quarter or year, cut to the period."""
    found = bins(date.fromisoformat(first), date.fromisoformat(last), step)
    assert [(b.first.isoformat(), b.last.isoformat(), b.whole) for b in found] == expected


@given(DAYS, st.integers(0, 3000), st.sampled_from(STEPS))
def test_bins_are_the_period(first, length, step):
    """Together they are each day of the period once."""
    last = min(first + timedelta(days=length), date(2100, 12, 31))
    found = bins(first, last, step)
    assert (found[0].first, found[-1].last) == (first, last)
    assert all(b.last + timedelta(days=1) == following.first for b, following in pairwise(found))
    assert all(start_of(b.first, step) == start_of(b.last, step) for b in found)


@given(DAYS, st.integers(0, 70_000))
def test_the_chosen_step_is_readable(first, length):
    """Whatever the period, the step that suits it gives at most 210 bars."""
    last = min(first + timedelta(days=length), date(2100, 12, 31))
    assert len(bins(first, last, step_for(first, last))) <= 210


@pytest.mark.parametrize(
    ("first", "last", "step", "words"),
    [
        (date(2025, 1, 1), date(2025, 1, 2), "fortnight", "there is no 'fortnight'"),
        (date(2025, 1, 2), date(2025, 1, 1), "day", "swap the two"),
        (date(1900, 1, 1), date(2100, 1, 1), "day", f"more than {MOST_BINS} days"),
    ],
)
def test_what_cannot_be_cut(first, last, step, words):
    """Errors say what is wrong and what to do."""
    with pytest.raises(ValueError, match=words):
        bins(first, last, step)
