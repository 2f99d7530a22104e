"""Numbers of a comparison in words."""

import math
from datetime import date

import pytest

from incidents import Filter
from incidents.analysis.compare import Comparison, Side
from incidents.analysis.comparison_words import (
    count_words,
    finding,
    interval_words,
    number_words,
    rate_words,
    ratio_words,
)
from incidents.analysis.rate_ratio import RateRatio, rate_ratio

NUMBERS = [
    (0, "0"), (0.4918, "0.49"), (0.0256, "0.026"), (1, "1.0"), (8.58, "8.6"), (9.96, "10.0"), (129.5, "130"), (1065.9, "1100"),
    (math.inf, "no limit"), (math.nan, "—"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "expected"), NUMBERS)
def test_two_digits(number, expected):
    """Two digits that count, never an exponent."""
    assert number_words(number) == expected


def side(least, most):
    """Return a side of 30 days."""
    days = (date(2025, 6, 1), date(2025, 6, 30))
    return Side(Filter(), days, days, least, most)


def test_ranges():
    """A range stays a range in count and rate."""
    assert count_words(9, 11) == "9 to 11"
    assert rate_words(side(9, 11)) == "9.0 to 11"
    assert rate_words(side(9, 11), 2, 2) == "2.0"


def test_ratios():
    """The ratio is a range where the counts are one, open above where the least second count is 0."""
    assert ratio_words(RateRatio(8.58, 4.7, 19, 8.58, 9.36)) == "8.6 to 9.4"
    assert ratio_words(RateRatio(8.58, 4.7, 19, 8.58, 8.61)) == "8.6"
    assert ratio_words(RateRatio(6.0, 1, math.inf, 5.0, math.inf)) == "from 5.0"
    assert ratio_words(RateRatio(2.0, 1, 4)) == "2.0"
    assert ratio_words(RateRatio(math.inf, 1, math.inf, math.inf, math.inf)) == "—"


def test_intervals():
    """An end without a limit is said so, and nothing is said where there is nothing."""
    assert interval_words(RateRatio(math.inf, 1.38, math.inf)) == "from 1.4"
    assert interval_words(RateRatio(2.0, 1.0, 4.0)) == "1.0 to 4.0"
    assert interval_words(rate_ratio(0, 1, 0, 1)) == "—"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (0, 0, "nothing to compare"),
        (6, 0, "The second side has no recorded event (95 % interval of the ratio: from 1.2); chance alone hardly"),
        (
            0,
            1,
            "The first side has no recorded event (95 % interval of the ratio: 0 to 39); with these counts the two may as well be equal",
        ),
        (
            3,
            2,
            "The first rate is 1.5 times the second (95 % interval of the ratio: 0.17 to 18); with these counts the two may as well",
        ),
        (
            60,
            20,
            "The first rate is 3.0 times the second (95 % interval of the ratio: 1.8 to 5.3); chance alone hardly explains",
        ),
        (
            20,
            60,
            "The first rate is 0.33 times the second (95 % interval of the ratio: 0.19 to 0.56); chance alone hardly explains",
        ),
    ],
)
def test_the_finding(first, second, words):
    """It speaks of a difference only where the whole interval lies on one side of 1."""
    ratio = rate_ratio(first, 30, second, 30)
    assert words in finding(Comparison(side(first, first), side(second, second), ratio, None, 0))
