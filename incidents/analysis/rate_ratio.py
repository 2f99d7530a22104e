"""Ratio of two rates of counted events with an exact interval."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class RateRatio:
    """A ratio and its interval.

    Attributes
    ----------
    ratio : float
        First rate divided by the second; infinite when only the second count is 0, NaN when both are.
    low, high : float
        Ends of the interval; `high` may be infinite.
    least, most : float
        Ends of the ratio itself where the counts are ranges; NaN where they are not.
    """

    ratio: float
    low: float
    high: float
    least: float = math.nan
    most: float = math.nan


def rate_ratio(
    count: int, exposure: float, other_count: int, other_exposure: float, *, confidence: float = 0.95
) -> RateRatio:
    """Return how many times as high the first rate is, with its exact conditional interval.

    Parameters
    ----------
    count, other_count : int
        Numbers of events, from 0.
    exposure, other_exposure : float
        What the counts refer to, such as days; above 0, in one unit.
    confidence : float, default 0.95
        Least probability that an interval made so covers the true ratio, if both counts are Poisson.

    Raises
    ------
    ValueError
        A count is negative, an exposure is not above 0, or the confidence does not lie between 0 and 1.

    Notes
    -----
    Given the sum n of two independent Poisson counts the first is binomial with p = r t1 / (r t1 + t2), r being the ratio of the
    rates and t1, t2 the exposures (J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31,
    1940, 313-323). The interval for p is the one of C. J. Clopper and E. S. Pearson (The use of confidence or fiducial limits illustrated in the
    case of the binomial, Biometrika 26, 1934, 404-413), whose ends are quantiles of the beta distribution; it is turned back into r. R's
    ``poisson.test`` computes the same. The interval is conservative: it covers at least as often as stated. It takes events as independent of one
    another; incidents of one operation are not, so the true uncertainty is larger.
    """
    from scipy.special import betainccinv, betaincinv  # scipy.stats takes longer to load than all else here

    if count < 0 or other_count < 0:
        raise ValueError("count: give numbers from 0")
    if not (0 < exposure < math.inf and 0 < other_exposure < math.inf):
        raise ValueError("exposure: give finite numbers above 0")
    if not 0 < confidence < 1:
        raise ValueError("confidence: give a number between 0 and 1, such as 0.95")
    tail = (1 - confidence) / 2
    low = float(betaincinv(count, other_count + 1, tail)) if count else 0.0
    high = float(betainccinv(count + 1, other_count, tail)) if other_count else 1.0
    scale = other_exposure / exposure
    return RateRatio(_odds(count, other_count) * scale, _odds(low, 1 - low) * scale, _odds(high, 1 - high) * scale)


def _odds(first: float, second: float) -> float:
    if second > 0:
        return first / second
    return math.inf if first > 0 else math.nan
