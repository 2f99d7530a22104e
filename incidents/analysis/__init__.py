"""Numbers behind the charts: series, rankings, hours, distributions and comparisons, each with a least and a greatest count.

>>> from incidents import Filter, read_package
>>> from incidents.analysis import compare, series
>>> package = read_package()
>>> months = series(package, Filter(category=("incident",)), step="month")
"""

from incidents.analysis.bins import STEPS, bins, step_for
from incidents.analysis.compare import compare
from incidents.analysis.distribution import distribution
from incidents.analysis.hours import hours
from incidents.analysis.ranking import ranking
from incidents.analysis.rate_ratio import rate_ratio
from incidents.analysis.series import series
from incidents.analysis.windows import clip, same_dates_a_year_before, window_before

__all__ = [
    "STEPS",
    "bins",
    "clip",
    "compare",
    "distribution",
    "hours",
    "ranking",
    "rate_ratio",
    "same_dates_a_year_before",
    "series",
    "step_for",
    "window_before",
]
