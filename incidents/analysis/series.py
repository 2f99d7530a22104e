"""Counts per day, week, month, quarter or year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from incidents.analysis.bins import bins
from incidents.analysis.view_period import view_period
from incidents.analysis.words_of import words_of
from incidents.filter import Filter, filter_mask
from incidents.frame_index import FrameIndex
from incidents.package import Package

COLUMNS = ("first", "last", "whole", "word", "least", "most")
DAY = np.timedelta64(1, "D")


def series(events: pd.DataFrame | Package, filter: Filter, *, step: str, by: str = "", top: int = 6) -> pd.DataFrame:
    """Count the events of a view along time.

    Parameters
    ----------
    events : DataFrame or Package
        As for `incidents.filter_mask`.
    filter : Filter
        The view. Bins are cut to its period.
    step : str
        One of `incidents.analysis.bins.STEPS`.
    by : str, default ""
        Facet to split by: country, type, category, status, actor or airspace. Default: not split.
    top : int, default 6
        Words of the facet to keep apart, most frequent first; the others are one group, "" .

    Returns
    -------
    DataFrame
        A row for each word and bin, zeros included: ``first``, ``last`` (UTC days, both included), ``whole`` (False where the view's
        period cuts the bin), ``word`` ("" without `by`), ``least`` and ``most``. Empty when no event says where an open period ends.

    Notes
    -----
    An event counts for the least number of a bin when all of the time in which it could have happened lies in the bin, and for the greatest
    number of every bin into which that time reaches. So both numbers of a bin equal `incidents.count_range` with the bin as period; the least
    numbers never add up to more than the number of events, the greatest may, because one event known to the month can lie in any of its weeks.
    No event is divided, and none is put on the middle of its month.
    """
    table = events if isinstance(events, pd.DataFrame) else events.events
    mask = filter_mask(events, filter)
    period = view_period(table, filter, mask)
    if period is None:
        return pd.DataFrame(columns=list(COLUMNS))
    cut = bins(*period, step)
    edges = np.array([*(b.first for b in cut), cut[-1].last], dtype="datetime64[D]")
    edges[-1] += 1
    index = FrameIndex.of(table)
    earliest, latest = index.times(table, "earliest")[mask], index.times(table, "latest")[mask]
    n = len(cut)
    begins = np.clip(np.searchsorted(edges, earliest, side="right") - 1, 0, n - 1)
    ends = np.clip(np.searchsorted(edges, latest, side="left") - 1, 0, n - 1)
    certain = (begins == ends) & (earliest >= edges[0]) & (latest <= edges[-1])
    words, codes = words_of(table, by, mask, top) if by else ([""], np.zeros(len(begins), dtype=int))
    least = np.bincount((codes * n + begins)[certain], minlength=len(words) * n)
    # One more place than bins: an event is taken away again after the last bin into which it reaches.
    changes = np.bincount(codes * (n + 1) + begins, minlength=len(words) * (n + 1))
    changes -= np.bincount(codes * (n + 1) + ends + 1, minlength=len(words) * (n + 1))
    most = changes.reshape(len(words), n + 1).cumsum(axis=1)[:, :n].ravel()
    return pd.DataFrame(
        {
            "first": np.tile(np.array([b.first for b in cut], dtype=object), len(words)),
            "last": np.tile(np.array([b.last for b in cut], dtype=object), len(words)),
            "whole": np.tile([b.whole for b in cut], len(words)),
            "word": np.repeat(np.array(words, dtype=object), n),
            "least": least,
            "most": most,
        }
    )
