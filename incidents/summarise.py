"""Count events by their facets."""

from __future__ import annotations

from typing import Any

import pandas as pd

from incidents.filter import FACETS, day_bounds
from incidents.vocabulary import VOCABULARIES


def summarise(events: pd.DataFrame, *, total: int | None = None) -> dict[str, Any]:
    """Count the events of a table.

    Parameters
    ----------
    events : DataFrame
        The rows of a view.
    total : int, optional
        Number of all recorded events. Default: the number of `events`.

    Returns
    -------
    dict
        ``n`` and ``N`` (rows of the view, of all recorded events of every category); ``category``, ``type``, ``status``, ``country``,
        ``actor``, ``resolution``: counts of each word, most frequent first; ``type_by_category`` and ``status_by_category``: the same within each
        category, because incidents and statements are not one quantity; ``first`` and ``last``: first and last UTC day
        (ISO 8601) on which any could have happened, "" when there are none.
    """
    bounds = day_bounds(events)
    counts: dict[str, Any] = {"n": len(events), "N": len(events) if total is None else int(total)}
    for name in ("category", "type", "status", "country", "actor", "resolution"):
        counts[name] = _counts(events[FACETS[name]])
    for name in ("type", "status"):
        column = FACETS[name]
        groups = {str(word): _counts(rows) for word, rows in events.groupby("category", sort=False)[column]}
        counts[f"{name}_by_category"] = {word: groups[word] for word in VOCABULARIES["category"] if word in groups}
    counts["first"], counts["last"] = (day.isoformat() for day in bounds) if bounds else ("", "")
    return counts


def _counts(column: pd.Series) -> dict[str, int]:
    found = column.value_counts()
    return {str(word): int(n) for word, n in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))}
