"""The words by which a chart is split."""

from __future__ import annotations

import numpy as np
import pandas as pd

from incidents.filter import FACETS
from incidents.filter_parts import PLACED
from incidents.frame_index import FrameIndex

SPLITS = (*FACETS, *PLACED)
"""Facets by which counts can be split."""
OTHER = ""
"""Stands for all words that are not kept apart."""


def column_of(events: pd.DataFrame, by: str) -> pd.Series:
    """Return the column of a facet: of the record, or what geodata says of the point.

    Raises
    ------
    ValueError
        There is no such facet.
    """
    if by in FACETS:
        return events[FACETS[by]]
    if by in PLACED:
        return FrameIndex.of(events).placed(events)[PLACED[by]]
    raise ValueError(f"by: there is no {by!r}; use one of {', '.join(SPLITS)}")


def words_of(events: pd.DataFrame, by: str, mask: np.ndarray, top: int) -> tuple[list[str], np.ndarray]:
    """Return the most frequent words of a facet, and for each event in the mask the place of its word among them.

    Parameters
    ----------
    events : DataFrame
        All events.
    by : str
        One of `SPLITS`.
    mask : ndarray of bool
        Which of them count.
    top : int
        Words to keep apart; when there are more, `OTHER` is added at the end and stands for the rest.
    """
    codes, words = pd.factorize(column_of(events, by)[mask])
    counts = np.bincount(codes, minlength=len(words))
    order = sorted(range(len(words)), key=lambda k: (-counts[k], str(words[k])))
    kept = order if len(order) <= top + 1 else order[:top]
    place = np.full(len(words), len(kept), dtype=int)
    place[kept] = np.arange(len(kept))
    named = [str(words[k]) for k in kept]
    return (named if len(kept) == len(order) else [*named, OTHER]), place[codes]
