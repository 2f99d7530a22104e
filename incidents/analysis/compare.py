"""Two views side by side: counts, rates per 30 days and the ratio of the rates."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import pandas as pd

from incidents.analysis.ranking import ranking
from incidents.analysis.rate_ratio import RateRatio, rate_ratio
from incidents.analysis.view_period import view_period
from incidents.analysis.windows import clip
from incidents.filter import Filter, count_range, day_bounds, filter_mask
from incidents.package import Package
from incidents.without_hour import without_hour

RATE_DAYS = 30


@dataclass(frozen=True)
class Side:
    """One of the two views.

    Attributes
    ----------
    filter : Filter
        What is counted.
    period : tuple of date
        First and last UTC day that were asked for, both included.
    covered : tuple of date or None
        Those of the days from the first to the last recorded event; None when there are none.
    least, most : int
        Events that certainly, and that possibly, lie in the period.
    without_hour : int
        Events that hours of the filter leave out because theirs is not known.
    """

    filter: Filter
    period: tuple[date, date]
    covered: tuple[date, date] | None
    least: int
    most: int
    without_hour: int = 0

    @property
    def days(self) -> int:
        """Days that rates refer to: those that the record covers."""
        return _length(self.covered) if self.covered else 0

    @property
    def outside(self) -> int:
        """Days asked for before the first or after the last recorded event."""
        return _length(self.period) - self.days

    def rate(self, count: int) -> float:
        """Return a count as events in 30 days, NaN when the record covers none."""
        return count * RATE_DAYS / self.days if self.days else math.nan


def _length(period: tuple[date, date]) -> int:
    return (period[1] - period[0]).days + 1


@dataclass(frozen=True, eq=False)
class Comparison:
    """Both views and what differs.

    Attributes
    ----------
    first, second : Side
        The views.
    ratio : RateRatio
        First rate over second rate. With a range of counts: `ratio` of the greatest counts, ends of the interval over all counts in the ranges.
        NaN with an interval without ends where the record covers no day of a side.
    table : DataFrame
        A row for each word of the facet that differs or was asked for: ``word``, ``first_least``, ``first_most``, ``second_least``,
        ``second_most``, ``ratio``, ``low``, ``high``, ``ratio_least``, ``ratio_most`` (NaN where both counts are certain).
    shared : int
        Events that are, or could be, in both views: with any, the counts are not independent and the interval is too narrow.
    """

    first: Side
    second: Side
    ratio: RateRatio
    table: pd.DataFrame
    shared: int


def compare(package: Package, first: Filter, second: Filter, *, by: str = "type") -> Comparison | None:
    """Compare two views.

    Parameters
    ----------
    package : Package
        The data.
    first, second : Filter
        The views. An open side of a period goes to the first or last day of all recorded events, so that both have a length.
    by : str, default "type"
        Facet of the rows of the table.

    Returns
    -------
    Comparison or None
        None when there are no events at all.

    Notes
    -----
    The counts of a view are a range (`incidents.count_range`). The interval of the ratio is the widest over that range: its lower end takes the least
    first and the greatest second count, its upper end the other way round. So it holds whatever the true dates are.
    """
    sides = [_side(package, each) for each in (first, second)]
    if None in sides:
        return None
    one, other = sides
    both = filter_mask(package, first) & filter_mask(package, second)
    ratio = _ratio(one, other, (one.least, one.most), (other.least, other.most))
    return Comparison(one, other, ratio, _table(package, one, other, by), int(both.sum()))


def _side(package: Package, view: Filter) -> Side | None:
    everything = filter_mask(package, Filter())
    period = view_period(package.events, view, everything)
    if period is None or not len(package.events):
        return None
    counted = view.replace(period=period)
    covered = covered_days(package, period)
    return Side(view, period, covered, *count_range(package, counted), without_hour(package, counted))


def covered_days(package: Package, period: tuple[date, date]) -> tuple[date, date] | None:
    """Return the part of a period from the first to the last recorded event, None when there is none."""
    record = day_bounds(package.events)
    return clip(period, record) if record else None


def _ratio(one: Side, other: Side, counts: tuple[int, int], others: tuple[int, int]) -> RateRatio:
    (least, most), (other_least, other_most) = counts, others
    if not one.days or not other.days:
        return RateRatio(math.nan, 0.0, math.inf)
    middle = rate_ratio(most, one.days, other_most, other.days)
    if (least, other_least) == (most, other_most):
        return middle
    low = rate_ratio(least, one.days, other_most, other.days)
    high = rate_ratio(most, one.days, other_least, other.days)
    return RateRatio(middle.ratio, low.low, high.high, low.ratio, high.ratio)


def _table(package: Package, one: Side, other: Side, by: str) -> pd.DataFrame:
    def counts(side: Side) -> pd.DataFrame:
        found = ranking(package, side.filter.replace(period=side.period), by)
        return found[found["chosen"]].set_index("word")[["least", "most"]]

    both = counts(one).join(counts(other), how="outer", suffixes=("_1", "_2")).fillna(0).astype(int)
    both.columns = ["first_least", "first_most", "second_least", "second_most"]
    both = both.rename_axis("word").reset_index()
    rows = both[both["first_most"] + both["second_most"] > 0]
    rows = rows.sort_values(by=["first_most", "second_most", "word"], ascending=[False, False, True], ignore_index=True)
    ratios = [_ratio(one, other, (r[1], r[2]), (r[3], r[4])) for r in rows.itertuples(index=False, name=None)]
    return rows.assign(
        ratio=[r.ratio for r in ratios],
        low=[r.low for r in ratios],
        high=[r.high for r in ratios],
        ratio_least=[r.least for r in ratios],
        ratio_most=[r.most for r in ratios],
    )
