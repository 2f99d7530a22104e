"""The days that a view covers."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from incidents.filter import Filter, day_bounds


def view_period(events: pd.DataFrame, filter: Filter, mask: np.ndarray) -> tuple[date, date] | None:
    """Return the filter's period; an open side goes to the first or last day of the events that it lets through.

    Parameters
    ----------
    events : DataFrame
        All events.
    filter : Filter
        The view.
    mask : ndarray of bool
        What it lets through.

    Returns
    -------
    tuple of date or None
        First and last UTC day, None when a side is open and there is no event to say where it ends.
    """
    first, last = filter.period
    if first is None or last is None:
        bounds = day_bounds(events[mask])
        if bounds is None:
            return None
        first, last = first or bounds[0], last or bounds[1]
    return first, max(first, last)
