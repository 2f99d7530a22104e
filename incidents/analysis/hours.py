"""Hour of the day, for events whose time is known to the hour or better."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from incidents.filter_hours import NO_CLOCK, NOT_KNOWN, begin_hours


@dataclass(frozen=True, eq=False)
class Hours:
    """Counts per hour.

    Attributes
    ----------
    counts : DataFrame
        ``hour`` (0 to 23), ``minute`` and ``hour_known``: events known to the minute, and to about an hour, that began in it.
    n : int
        Events of the view.
    without_hour : int
        Those known to the day or less; they are in no bar.
    without_clock : int
        Those whose hour is known, but not the clock of the place; 0 for UTC.
    """

    counts: pd.DataFrame
    n: int
    without_hour: int
    without_clock: int

    @property
    def n_shown(self) -> int:
        """Events in the bars."""
        return self.n - self.without_hour - self.without_clock


def hours(events: pd.DataFrame, *, clock: str = "utc") -> Hours:
    """Count events by the hour in which they began.

    Parameters
    ----------
    events : DataFrame
        Rows of a view.
    clock : str, default utc
        "utc", or "local": that of each place.

    Notes
    -----
    An event that went on for hours counts once, in the hour in which it began. "Known to about an hour" may be off by one bar.
    """
    hour = begin_hours(events, clock)
    minute = (events["time_precision"] == "minute").to_numpy()
    counts = pd.DataFrame(
        {
            "hour": np.arange(24),
            "minute": np.bincount(hour[minute & (hour >= 0)], minlength=24),
            "hour_known": np.bincount(hour[~minute & (hour >= 0)], minlength=24),
        }
    )
    return Hours(counts, len(events), int((hour == NOT_KNOWN).sum()), int((hour == NO_CLOCK).sum()))
