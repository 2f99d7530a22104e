"""Check that nothing became known of an event before it could have happened."""

from __future__ import annotations

import numpy as np
import pandas as pd

from incidents.errors import Problem
from incidents.instants import parse_instants, parse_partial


def check_updates(frame: pd.DataFrame, events: pd.DataFrame, *, file: str, rows: np.ndarray) -> list[Problem]:
    """Return the updates that are older than their event.

    Parameters
    ----------
    frame : DataFrame
        The updates.
    events : DataFrame
        The good rows of the events, with `start` as it stands in the file.
    file : str
        Name of the file, for the problems.
    rows : ndarray of int
        Row of each record in a spreadsheet, for the problems.

    Returns
    -------
    list of Problem
        An update is older when all of it lies before the day on which the event began (UTC); of months and years only what is known is compared.
    """
    first = np.datetime_as_string(parse_instants(events["start"])[0], unit="D").tolist()
    month = (events["time_precision"] == "month").tolist()
    begun = {
        event_id: day[:7] if rough else day
        for event_id, day, rough in zip(events["event_id"].tolist(), first, month, strict=True)
    }
    problems = []
    for at in np.flatnonzero(~np.isnat(parse_partial(frame["date"]))):
        date, day = frame["date"].iat[at], begun.get(frame["event_id"].iat[at], "")
        digits = min(len(date), len(day))
        if date[:digits] < day[:digits]:
            message, way = f"lies before {day}, when the event began", "correct the date, or name another event"
            problems.append(Problem(file, int(rows[at]), "date", frame["date"].iat[at], message, way))
    return problems
