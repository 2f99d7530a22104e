"""Who said what of which event, as integers, so that claims can be filtered and counted fast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd


class ClaimIndex:
    """The claims about the events of one table.

    Parameters
    ----------
    events : DataFrame
        An events table; an id may occur more than once.
    claims : DataFrame
        Claims, also about other events. It is held, so that `is_of` can tell it.
    """

    def __init__(self, events: pd.DataFrame, claims: pd.DataFrame) -> None:
        self.claims = claims
        self._event_codes, ids = pd.factorize(events["event_id"])
        # The last place, to which code -1 leads, is for claims about events that are not in the table.
        self._of = pd.Index(ids).get_indexer(claims["event_id"])
        self._places = len(ids) + 1
        self._words: dict[str, tuple[np.ndarray, pd.Index]] = {}

    def _coded(self, column: str) -> tuple[np.ndarray, pd.Index]:
        if column not in self._words:
            self._words[column] = pd.factorize(self.claims[column])
        return self._words[column]

    def _matching(self, wanted: Mapping[str, Sequence[str]]) -> np.ndarray:
        found = self._of >= 0
        for column, words in wanted.items():
            codes, known = self._coded(column)
            found &= known.isin(words)[codes] if len(known) else False
        return found

    def said(self, wanted: Mapping[str, Sequence[str]]) -> np.ndarray:
        """Return for each event whether one claim about it holds one of the wanted words in each column named."""
        hit = np.zeros(self._places, dtype=bool)
        hit[self._of[self._matching(wanted)]] = True
        return hit[self._event_codes]

    def counts(self, column: str, wanted: Mapping[str, Sequence[str]], mask: np.ndarray) -> dict[str, int]:
        """Return for each word of a column the number of events, where `mask` is true, with such a claim among those with the wanted words."""
        codes, words = self._coded(column)
        there = np.zeros(self._places, dtype=bool)
        there[self._event_codes[mask]] = True
        some = self._matching(wanted) & there[self._of]
        pairs = np.unique(self._of[some].astype(np.int64) * max(len(words), 1) + codes[some])
        numbers = np.bincount(pairs % max(len(words), 1), minlength=len(words)).tolist()
        return dict(zip(map(str, words), numbers, strict=True)) if len(words) else {}
