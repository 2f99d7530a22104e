"""Tell days from midnights: to the reader of a workbook a day and a time of exactly 00:00 are the same number."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime

import numpy as np
import pandas as pd

_CLOCK, _NO_CLOCK = ("minute", "hour"), ("day", "month")
_MOMENTS = ("start", "end")


class Midnights:
    """Notes the date cells of a sheet, then decides which of them are times.

    A cell of exactly 00:00 is a time where the precision of its row says minute or hour, or where other cells of its column have a time and the
    precision does not say day or month. Where formats of the column show hours, the format of the cell has the last word: that is what
    a CSV of the same sheet would show. Where nothing tells, it is a day.
    """

    def __init__(self) -> None:
        self._timed: set[int] = set()
        self._at: dict[int, array[int]] = {}

    def note(self, place: int, cell: date, at: int) -> None:
        """Take a date cell: its column from 0, and its record from 0."""
        if isinstance(cell, datetime) and (cell.hour or cell.minute or cell.second or cell.microsecond):
            self._timed.add(place)
        else:
            self._at.setdefault(place, array("L")).append(at)

    def settle(
        self,
        frame: pd.DataFrame,
        rows: np.ndarray,
        *,
        fields: Mapping[str, str],
        fixed: Mapping[str, str],
        shown: Callable[[Collection[int]], Mapping[int, Collection[int]]],
    ) -> dict[str, int]:
        """Write the time to the cells that have one.

        Parameters
        ----------
        frame : DataFrame
            The table as text, days without a time; it is changed.
        rows : ndarray of int
            Row of each record in the sheet.
        fields : mapping of str to str
            Column of the file to field.
        fixed : mapping of str to str
            Field to the value that all rows get.
        shown : callable
            Returns for columns, from 0, the rows whose format shows an hour.

        Returns
        -------
        dict of str to int
            Column to the number of cells for which only the others of the column spoke.
        """
        names, precision = list(frame), _precision(frame, fields, fixed)
        chosen: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        for place, noted in self._at.items():
            at = np.asarray(noted, dtype=np.int64)
            clock, sure = np.full(len(at), place in self._timed), np.zeros(len(at), dtype=bool)
            if precision is not None and fields.get(names[place]) in _MOMENTS:
                said = precision.iloc[at]
                sure = said.isin(_CLOCK).to_numpy(dtype=bool)
                clock = sure | (clock & ~said.isin(_NO_CLOCK).to_numpy(dtype=bool))
            if clock.any():
                chosen[place] = at[clock], sure[clock]
        hours, guessed = shown(set(chosen)) if chosen else {}, {}
        for place, (at, sure) in chosen.items():
            if told := hours.get(place):
                at = at[np.isin(rows[at], np.asarray(told, dtype=np.int64))]
            elif n := int((~sure).sum()):
                guessed[names[place]] = n
            if len(at):
                text = frame[names[place]].copy()
                text.iloc[at] = text.iloc[at] + "T00:00:00"
                frame[names[place]] = text
        return guessed


def _precision(frame: pd.DataFrame, fields: Mapping[str, str], fixed: Mapping[str, str]) -> pd.Series | None:
    if value := fixed.get("time_precision"):
        return pd.Series(np.full(len(frame), value, dtype=object), dtype="str")
    column = next((column for column, name in fields.items() if name == "time_precision" and column in frame), None)
    return None if column is None else frame[column]
