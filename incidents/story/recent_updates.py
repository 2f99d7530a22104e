"""The newest news of cases."""

from __future__ import annotations

import pandas as pd

from incidents.package import Package


def recent_updates(package: Package, events: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return the dated updates of some events, newest first, and how many have no date.

    Parameters
    ----------
    package : Package
        Where the updates are.
    events : DataFrame
        Rows of ``package.events``.

    Returns
    -------
    updates : DataFrame
        Rows of ``package.updates`` with a date: a day, a month (sorted as its first day) or a year.
    undated : int
        Number of updates of these events whose day is not given.
    """
    found = package.updates[package.updates["event_id"].isin(events["event_id"])]
    dated = found[found["date"] != ""]
    order = dated["date"].str.slice(0, 10).sort_values(ascending=False, kind="stable").index
    return dated.loc[order], len(found) - len(dated)
