"""The interval of the ratio is the exact one."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from incidents.analysis import rate_ratio

COUNTS = st.integers(0, 400)
DAYS = st.integers(1, 5000)


def test_the_example_of_r():
    """The worked example of R's poisson.test: c(11, 6+8+7), c(800, 1083+1050+878)."""
    found = rate_ratio(11, 800, 21, 3011)
    assert found.ratio == pytest.approx(1.971488, abs=1e-6)
    assert (found.low, found.high) == pytest.approx((0.8584264, 4.2772659), abs=1e-6)


@given(COUNTS, DAYS, COUNTS, DAYS, st.sampled_from([0.8, 0.95, 0.99]))
@settings(deadline=None)
def test_against_scipys_binomial_test(count, days, other, other_days, confidence):
    """The ends are those of the exact binomial interval, turned into a ratio."""
    found = rate_ratio(count, days, other, other_days, confidence=confidence)
    if count + other == 0:
        assert math.isnan(found.ratio)
        assert (found.low, found.high) == (0, math.inf)
        return
    p = binomtest(count, count + other).proportion_ci(confidence, method="exact")
    expected = [q / (1 - q) * other_days / days if q < 1 else math.inf for q in (p.low, p.high)]
    assert (found.low, found.high) == pytest.approx(expected, rel=1e-6)
    assert found.low <= found.ratio <= found.high


@given(st.integers(1, 200), DAYS, st.integers(1, 200), DAYS)
@settings(deadline=None)
def test_each_tail_has_its_share(count, days, other, other_days):
    """At each end of the interval a result at least as far away has a probability of 2.5 %, by summing the binomial."""
    found = rate_ratio(count, days, other, other_days)

    def share(ratio):
        return ratio * days / (ratio * days + other_days)

    assert binom.sf(count - 1, count + other, share(found.low)) == pytest.approx(0.025, rel=1e-6)
    assert binom.cdf(count, count + other, share(found.high)) == pytest.approx(0.025, rel=1e-6)


@given(COUNTS, DAYS, COUNTS, DAYS)
@settings(deadline=None)
def test_a_higher_count_moves_the_ends(count, days, other, other_days):
    """Both ends grow with the first count: so the widest interval over ranges of counts lies at their ends."""
    found, more = rate_ratio(count, days, other, other_days), rate_ratio(count + 1, days, other, other_days)
    assert found.low <= more.low
    assert found.high <= more.high


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((-1, 1, 1, 1), "count"), ((1, 0, 1, 1), "exposure"), ((1, 1, 1, math.nan), "exposure")],
)
def test_what_is_no_count(arguments, words):
    """Errors name the argument."""
    with pytest.raises(ValueError, match=words):
        rate_ratio(*arguments)


def test_confidence():
    """A confidence in percent is refused."""
    with pytest.raises(ValueError, match=r"such as 0\.95"):
        rate_ratio(1, 1, 1, 1, confidence=95)
