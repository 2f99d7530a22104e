"""How a measure is spread over the events that state it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True, eq=False)
class Distribution:
    """Counts per class of a measure.

    Attributes
    ----------
    counts : DataFrame
        A row for each group and class: ``group``, ``low``, ``high`` (NaN: open), ``n``, and ``smallest`` and ``largest``, the least and greatest
        value that occurs in the class over all groups (NaN in an empty class): as a range of a filter they choose exactly its events.
    n, n_known : int
        Events, and events with a value.
    median : float
        Of the known values, NaN without any.
    """

    counts: pd.DataFrame
    n: int
    n_known: int
    median: float


def distribution(
    values: np.ndarray, edges: Sequence[float], *, groups: np.ndarray | None = None, order: Sequence[str] = ("",)
) -> Distribution:
    """Count values in classes.

    Parameters
    ----------
    values : ndarray of float
        One for each event, NaN where it is not known. None lies below the first edge.
    edges : sequence of float
        Lower bounds of the classes, ascending; a class holds its lower bound and not its upper one, the last one is open.
    groups : ndarray of str, optional
        Group of each event, one of `order`.
    order : sequence of str, default ("",)
        Groups in the order of the rows.

    Raises
    ------
    ValueError
        A value lies below the first edge.
    """
    values = np.asarray(values, dtype=float)
    known = ~np.isnan(values)
    numbers, n = values[known], len(edges)
    if len(numbers) and numbers.min() < edges[0]:
        raise ValueError(f"values: {numbers.min():g} lies below the first class, which begins at {edges[0]:g}")
    classes = np.searchsorted(np.asarray(edges, dtype=float), numbers, side="right") - 1
    names = np.full(len(values), "", dtype=object) if groups is None else np.asarray(groups, dtype=object)
    codes = pd.Categorical(names[known], categories=list(order)).codes
    counts = np.bincount((codes * n + classes)[codes >= 0], minlength=len(order) * n)
    smallest, largest = np.full(n, np.inf), np.full(n, -np.inf)
    np.minimum.at(smallest, classes, numbers)
    np.maximum.at(largest, classes, numbers)
    empty = np.isinf(smallest)
    smallest[empty], largest[empty] = np.nan, np.nan
    table = pd.DataFrame(
        {
            "group": np.repeat(np.array(order, dtype=object), n),
            "low": np.tile(np.asarray(edges, dtype=float), len(order)),
            "high": np.tile([*map(float, edges[1:]), np.nan], len(order)),
            "n": counts,
            "smallest": np.tile(smallest, len(order)),
            "largest": np.tile(largest, len(order)),
        }
    )
    return Distribution(table, len(values), len(numbers), float(np.median(numbers)) if len(numbers) else float("nan"))
