"""How many cases are still open."""

from __future__ import annotations

import pandas as pd

OPEN, NO_OBJECT = "unresolved", "not_applicable"


def unresolved(events: pd.DataFrame, by: str) -> pd.DataFrame:
    """Count the incidents with an object to establish, and those still unresolved.

    Parameters
    ----------
    events : DataFrame
        Rows of an events table.
    by : str
        ``country``, or ``month`` (of the first possible UTC day, as ``2025-09``).

    Returns
    -------
    DataFrame
        ``group``, ``unresolved`` and ``total``: by month in order of time, by country most first. Events whose resolution is "not applicable" are not counted.
    """
    rows = events[(events["category"] == "incident") & (events["resolution"] != NO_OBJECT)]
    group = rows["earliest"].dt.strftime("%Y-%m") if by == "month" else rows["country"]
    found = (
        pd.DataFrame({"group": group, "unresolved": rows["resolution"] == OPEN, "total": 1})
        .groupby("group", as_index=False)
        .sum()
        .astype({"unresolved": int})
    )
    order = ["group"] if by == "month" else ["total", "unresolved", "group"]
    return found.sort_values(order, ascending=[by == "month" or key == "group" for key in order], ignore_index=True)
