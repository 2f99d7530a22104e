"""The filter's "new since": events about which something is dated on or after a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

_DAYS = {10: "D", 7: "M", 4: "Y"}
"""Length of a partial date and what it is known to."""


def check_changed(given: Any) -> date | None:
    """Return the day, None when any will do.

    Raises
    ------
    TypeError
        It is not a date.
    """
    day = given.date() if isinstance(given, datetime) else given
    if day is not None and not isinstance(day, date):
        raise TypeError("changed: give a date (datetime.date), or None")
    return day


def last_days(partial: pd.Series) -> np.ndarray:
    """Return the last day that each partial date (year, year-month, date) can mean as datetime64[D], NaT for empty ones."""
    texts = partial.to_numpy(dtype=str)
    found = np.full(len(texts), np.datetime64("NaT"), dtype="datetime64[D]")
    lengths = np.char.str_len(texts)
    for length, unit in _DAYS.items():
        some = lengths == length
        whole = texts[some].astype(f"datetime64[{unit}]")
        found[some] = (whole + 1).astype("datetime64[D]") - 1
    return found


def changed_days(events: pd.DataFrame, *dated: tuple[pd.DataFrame, str]) -> np.ndarray:
    """Return the last day on which something about each event is dated, as datetime64[D].

    Parameters
    ----------
    events : DataFrame
        An events table.
    *dated : tuple of (DataFrame, str)
        Tables with ``event_id`` and the name of their column of partial dates: sources by ``published``, updates by ``date``.

    Returns
    -------
    ndarray
        The latest of: the first possible day of the event, the dates of its sources and of its updates (the last day of a month or year, where no
        more is known). A record says nothing of when it was entered; this is the nearest that its own dates come to it.
    """
    latest = events["earliest"].dt.tz_localize(None).to_numpy().astype("datetime64[D]")
    ids = events["event_id"]
    for frame, column in dated:
        days = pd.Series(
            last_days(frame[column]).astype("datetime64[s]"), index=frame["event_id"].to_numpy(), name="day"
        )
        newest = days.dropna().groupby(level=0).max().reindex(ids.to_numpy()).to_numpy().astype("datetime64[D]")
        latest = np.fmax(latest, newest)
    return latest
