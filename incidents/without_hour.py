"""How many events a filter by hours leaves out because their hour is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from incidents.filter import filter_mask, table_of
from incidents.filter_value import Filter
from incidents.frame_index import FrameIndex

if TYPE_CHECKING:
    from incidents.package import Package


def without_hour(events: pd.DataFrame | Package, filter: Filter) -> int:
    """Count the events that all other parts of the filter let through, but of which the hour is not known.

    Parameters
    ----------
    events : DataFrame or Package
        As for `filter_mask`.
    filter : Filter
        Without hours the count is 0.

    Returns
    -------
    int
        Events known to the day or less, and by the clock of the place also those whose clock the state alone does not tell. They may have
        happened in those hours or not.
    """
    if not filter.hours:
        return 0
    table = table_of(events)
    others = filter_mask(events, filter.without("hours"))
    return int((others & (FrameIndex.of(table).begin_hours(table, filter.hours[2]) < 0)).sum())
