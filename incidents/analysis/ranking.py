"""Counts of each word of a facet."""

from __future__ import annotations

import numpy as np
import pandas as pd

from incidents.analysis.words_of import column_of
from incidents.filter import Filter, filter_mask, within_period
from incidents.package import Package


def ranking(events: pd.DataFrame | Package, filter: Filter, by: str) -> pd.DataFrame:
    """Rank the words of a facet by number of events under all other parts of the filter.

    Parameters
    ----------
    events : DataFrame or Package
        As for `incidents.filter_mask`.
    filter : Filter
        What the facet itself lets through or leaves out does not change its own counts, as in `incidents.facet_counts`.
    by : str
        country, type, category, status, actor or airspace.

    Returns
    -------
    DataFrame
        ``word``, ``least`` and ``most`` (certainly and possibly in the period; equal without one) and ``chosen`` (the filter lets the word
        through), most frequent first; only words that occur.
    """
    table = events if isinstance(events, pd.DataFrame) else events.events
    column = column_of(table, by)
    open_filter = filter.replace(**{by: (), **({f"not_{by}": ()} if hasattr(filter, f"not_{by}") else {})})
    mask = filter_mask(events, open_filter)
    certain = mask & within_period(events, filter)
    codes, words = pd.factorize(column[mask])
    most = np.bincount(codes, minlength=len(words))
    least = np.bincount(codes[certain[mask]], minlength=len(words))
    wanted, refused = getattr(filter, by), getattr(filter, f"not_{by}", ())
    found = pd.DataFrame(
        {
            "word": np.array([str(word) for word in words], dtype=object),
            "least": least,
            "most": most,
            "chosen": np.array([(not wanted or w in wanted) and w not in refused for w in words], dtype=bool),
        }
    )
    return found.sort_values(["most", "least", "word"], ascending=[False, False, True], ignore_index=True)
