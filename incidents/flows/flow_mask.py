"""Which supply lines a period touches."""

from __future__ import annotations

import numpy as np
import pandas as pd

from incidents.filter_parts import Period

_FIRST, _LAST = "0000-01-01", "9999-12-31"


def flow_mask(flows: pd.DataFrame, period: Period = (None, None)) -> np.ndarray:
    """Tell which supply lines overlap a period.

    Parameters
    ----------
    flows : DataFrame
        As ``Package.flows``: `period_start` and `period_end` are a year, a month, a day or "" for open.
    period : tuple of date or None, default everything
        First and last day, both included; None is open.

    Returns
    -------
    ndarray of bool, shape (n,)
        True where any day of the line's period lies in the period. Years and months count whole.
    """
    first, last = (edge.isoformat() if edge else None for edge in period)
    # ISO 8601 sorts as text; a shorter date is filled up to its first or last possible day.
    starts = [_FIRST if not text else text + "-01-01"[len(text) - 4 :] for text in flows["period_start"]]
    ends = [_LAST if not text else text + "-12-31"[len(text) - 4 :] for text in flows["period_end"]]
    return np.array(
        [(last is None or a <= last) and (first is None or b >= first) for a, b in zip(starts, ends, strict=True)],
        dtype=bool,
    )
