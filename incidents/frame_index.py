"""What filtering needs of a DataFrame, computed once and forgotten together with it."""

from __future__ import annotations

import threading
import weakref
from collections import deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from incidents.claim_index import ClaimIndex
from incidents.filter_changed import changed_days
from incidents.filter_hours import begin_hours
from incidents.romanise import searchable
from incidents.shared_table import SharedTable, lock

LAST = 6
"""Filters whose parts are kept: one run of a screen asks for the same ones several times."""
PIECE = 50_000
"""Rows whose text is made at once."""
SEARCHED = ("title", "summary", "place_name", "platform", "event_id")


class FrameIndex:
    """Integer codes, times and searchable text of one events table, each made on first use.

    Parameters
    ----------
    frame : DataFrame
        An events table. It is not held: the index lives in a cache beside it and dies with it.

    Attributes
    ----------
    claims : DataFrame or None
        The claims of the package whose events these are, set by `Package`: whoever searches the events of a package searches its claims as well.
    dated : tuple of (DataFrame, str)
        Sources and updates of that package, each with its column of dates, likewise set by `Package`.
    """

    _cache: ClassVar[dict[int, tuple[weakref.ref[pd.DataFrame], FrameIndex]]] = {}

    def __init__(self) -> None:
        self._codes: dict[str, tuple[np.ndarray, pd.Index]] = {}
        self._times: dict[str, np.ndarray] = {}
        self._hours: dict[str, np.ndarray] = {}
        self._text: pd.Series | None = None
        self._placed: pd.DataFrame | None = None
        self._placing = threading.Lock()
        self._claim_index: ClaimIndex | None = None
        self._last: deque[tuple[Any, ...]] = deque(maxlen=LAST)
        self._changed: np.ndarray | None = None
        self.claims: pd.DataFrame | None = None
        self.dated: tuple[tuple[pd.DataFrame, str], ...] = ()
        self._said: tuple[weakref.ref[pd.DataFrame], pd.Series] | None = None

    @classmethod
    def of(cls, frame: pd.DataFrame) -> FrameIndex:
        """Return the index of this very frame (by identity)."""
        key = id(frame)
        found = cls._cache.get(key)
        if found is not None and found[0]() is frame:
            return found[1]
        index = cls()
        cls._cache[key] = (weakref.ref(frame, lambda ref: cls._forget(key, ref)), index)
        return index

    @classmethod
    def _forget(cls, key: int, ref: weakref.ref[pd.DataFrame]) -> None:
        found = cls._cache.get(key)
        if found is not None and found[0] is ref:
            cls._cache.pop(key, None)

    def _factorised(self, frame: pd.DataFrame, column: str) -> tuple[np.ndarray, pd.Index]:
        if column not in self._codes:
            codes, words = pd.factorize(frame[column])
            self._codes[column] = (codes.astype(np.min_scalar_type(-max(len(words), 1))), words)
        return self._codes[column]

    def counts(self, frame: pd.DataFrame, column: str, mask: np.ndarray) -> dict[str, int]:
        """Return how often each word of `column` occurs where `mask` is true, most frequent first; 0 for words that occur elsewhere only."""
        codes, words = self._factorised(frame, column)
        found = np.bincount(codes[mask], minlength=len(words)).tolist()
        pairs = zip(map(str, words), found, strict=True)
        return dict(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))

    def is_one_of(self, frame: pd.DataFrame, column: str, values: Sequence[str]) -> np.ndarray:
        """Return for each row whether `column` holds one of `values`."""
        codes, words = self._factorised(frame, column)
        wanted = np.append(words.isin(values), False)  # the last place answers code -1
        return wanted[codes]

    def placed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return where geodata places each event; see `incidents.airspace.place_events`. The first call loads the boundaries."""
        with self._placing:  # it takes seconds for a large table: who comes meanwhile waits for the same
            if self._placed is None:
                from incidents.airspace import place_events

                self._placed = SharedTable(place_events(frame))
        return self._placed

    def said(
        self, frame: pd.DataFrame, wanted: Mapping[str, Sequence[str]], *, claims: pd.DataFrame | None = None
    ) -> np.ndarray:
        """Return for each row whether one of `claims` (default: the claims it knows) about it holds one of the wanted words in each column named."""
        index = self._claims_of(frame, self.claims if claims is None else claims)
        return np.zeros(len(frame), dtype=bool) if index is None else index.said(wanted)

    def _claims_of(self, frame: pd.DataFrame, claims: pd.DataFrame | None) -> ClaimIndex | None:
        if claims is not None and (self._claim_index is None or self._claim_index.claims is not claims):
            self._claim_index = ClaimIndex(frame, claims)
        return None if claims is None else self._claim_index

    def said_counts(
        self, frame: pd.DataFrame, column: str, wanted: Mapping[str, Sequence[str]], mask: np.ndarray
    ) -> dict[str, int]:
        """Return for each word of a column of the claims the number of events, where `mask` is true, with such a claim among those with the wanted words."""
        index = self._claims_of(frame, self.claims)
        return {} if index is None else index.counts(column, wanted, mask)

    def kept(self, key: tuple[Hashable, pd.DataFrame | None], make: Callable[[], Any]) -> Any:
        """Return what was made for a filter and claims, made now unless it is one of the last few."""
        wanted, claims = key
        claims = self.claims if claims is None else claims
        for entry in tuple(self._last):
            if entry[0] == wanted and entry[1] is claims and entry[2] is self.dated:
                return entry[3]
        made = make()
        self._last.append((wanted, claims, self.dated, made))
        return made

    @property
    def is_placed(self) -> bool:
        """Whether `placed` has been worked out."""
        return self._placed is not None

    def changed(self, frame: pd.DataFrame) -> np.ndarray:
        """Return the last day on which something about each event is dated; see `incidents.filter_changed.changed_days`."""
        if self._changed is None:
            self._changed = lock(changed_days(frame, *self.dated))
        return self._changed

    def times(self, frame: pd.DataFrame, column: str) -> np.ndarray:
        """Return a UTC column as datetime64 without a zone mark."""
        if column not in self._times:
            self._times[column] = frame[column].dt.tz_localize(None).to_numpy()
        return self._times[column]

    def begin_hours(self, frame: pd.DataFrame, clock: str) -> np.ndarray:
        """Return the hour of the day in which each event began; see `incidents.filter_hours.begin_hours`."""
        if clock not in self._hours:
            self._hours[clock] = lock(begin_hours(frame, clock))
        return self._hours[clock]

    def contains(
        self, frame: pd.DataFrame, words: Sequence[Sequence[str]], *, claims: pd.DataFrame | None = None
    ) -> np.ndarray:
        """Return for each row whether its text, and that of `claims` (default: the claims it knows), holds a form of each of the `words`; see `incidents.romanise.search_words`."""
        claims = self.claims if claims is None else claims
        if claims is None:
            if self._text is None:
                self._text = _haystack(frame, None)
            text = self._text
        else:
            if self._said is None or self._said[0]() is not claims:
                self._said = (weakref.ref(claims), _haystack(frame, claims))
            text = self._said[1]
        mask = np.ones(len(frame), dtype=bool)
        for forms in words:
            found = text.str.contains(forms[0], regex=False).to_numpy(dtype=bool)
            for form in forms[1:]:
                found = found | text.str.contains(form, regex=False).to_numpy(dtype=bool)
            mask &= found
        return mask


def _haystack(frame: pd.DataFrame, claims: pd.DataFrame | None) -> pd.Series:
    """Return the folded text of each event, made in pieces: a million at once would take a gigabyte on the way."""
    pieces = [_folded(frame.iloc[first : first + PIECE], claims) for first in range(0, len(frame), PIECE)]
    return pd.concat(pieces, ignore_index=True) if pieces else pd.Series(dtype="str")


def _folded(frame: pd.DataFrame, claims: pd.DataFrame | None) -> pd.Series:
    joined = frame[SEARCHED[0]].str.cat([frame[name] for name in SEARCHED[1:]], sep="\n")
    if claims is not None and len(claims):
        mine = claims[claims["event_id"].isin(frame["event_id"])]
        said: dict[str, list[str]] = {}
        for event_id, text in zip(mine["event_id"].tolist(), mine["text"].tolist(), strict=True):
            said.setdefault(event_id, []).append(text)
        pairs = zip(frame["event_id"].tolist(), joined.tolist(), strict=True)
        texts = ["\n".join((text, *said.get(event_id, ("",)))) for event_id, text in pairs]
    else:
        texts = joined.tolist()
    return pd.Series([searchable(text) for text in texts], dtype="str")
