"""Check imported events, in bounded memory however many rows are bad."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from incidents.check_columns import examine_column, remembered
from incidents.check_rows import as_text, row_findings
from incidents.errors import Problem
from incidents.imports.convert import convert, offer
from incidents.imports.doubts import Words, doubts
from incidents.imports.generic import Shaped
from incidents.imports.options import Options
from incidents.imports.unclear import spreadsheet_errors, unclear
from incidents.schema import Column
from incidents.tables import EVENTS

_LONGEST_VALUE = 200


class EventCheck:
    """Checks the rows of a file and collects what is wrong, up to a limit; what is beyond is counted.

    Parameters
    ----------
    shaped : Shaped
        The rows in the columns of events.csv.
    rows : ndarray of int
        Their rows in the file.
    file : str
        Name for the problems.
    options : Options
        What may be converted, and the limits.
    written : set of (int, str), optional
        Row and column of the file of each cell that is text and could be read two ways, in a format that has numbers too. Default: all are text.
    broken : set of (int, str), optional
        Row and column of the file of each cell that is an error of a spreadsheet. Default: the format cannot tell.
    progress : callable, optional
        Called with the share that is done, 0 to 1, after each column; what it raises stops the check.

    Attributes
    ----------
    good : DataFrame
        The accepted rows, numbers as float64.
    good_rows : ndarray of int
        Their rows in the file.
    problems : list of Problem
        In order of rows.
    more : int
        Problems beyond the limit.
    flagged : int
        Accepted rows with something to look at.
    """

    def __init__(
        self,
        shaped: Shaped,
        rows: np.ndarray,
        *,
        file: str,
        options: Options,
        written: set[tuple[int, str]] | None = None,
        broken: set[tuple[int, str]] | None = None,
        progress: Callable[[float], None] = lambda _done: None,
    ) -> None:
        self._progress, self._written, self._broken = progress, written, broken
        self._rows, self._file, self._options = rows, file, options
        self._bad, self._doubtful = np.zeros(len(rows), dtype=bool), np.zeros(len(rows), dtype=bool)
        self._column_of = {name: column for column, name in shaped.mapping.items()}
        self.problems: list[Problem] = list(shaped.problems)
        self.more = 0
        for severity, mask in (("error", self._bad), ("warning", self._doubtful)):
            mask |= np.isin(rows, [p.row for p in shaped.problems if p.severity == severity and p.row is not None])
        frame = self._columns(shaped)
        self._pairs(frame)
        progress(1.0)
        keep = ~self._bad
        self.flagged = int((self._doubtful & keep).sum())
        self.good = frame if keep.all() else frame[keep].reset_index(drop=True)
        self.good_rows = rows[keep]
        order = {column.name: at for at, column in enumerate(EVENTS.columns)}
        self.problems.sort(key=lambda p: (p.row or 0, order.get(p.column or "", -1)))

    def _columns(self, shaped: Shaped) -> pd.DataFrame:
        columns = {}
        for at, column in enumerate(EVENTS.columns, start=1):
            text, changed = convert(column, shaped.frame[column.name], self._options)
            if changed:
                shaped.converted[column.name] = shaped.converted.get(column.name, 0) + changed
            if not column.is_number and pd.api.types.is_numeric_dtype(text):
                text = pd.Series(["" if value != value else as_text(value) for value in text.tolist()], dtype="str")
            given = shaped.frame[column.name]
            columns[column.name], findings = examine_column(column, text)
            seen, broken = np.zeros(len(text), dtype=bool), self._in(self._broken, column)
            for (mask, message, advice), severity in [
                *(() if column.name in shaped.assumed else spreadsheet_errors(column, given, broken)),
                *((each, "error") for each in unclear(column, given, self._options, self._as_text(column))),
                *((each, "error") for each in findings),
            ]:
                ask = self._with_offer(column, text, remembered(advice))
                self._add(mask & ~seen, column, text, message, ask, severity)
                seen |= mask
            self._progress(0.7 * at / len(EVENTS.columns))
        return pd.DataFrame(columns, copy=False)

    def _as_text(self, column: Column) -> np.ndarray | None:
        """Return which cells of a column are text that could be read two ways, None when all of the file is text or nobody asks."""
        return self._in(self._written, column) if column.is_number and self._options.decimal_comma else None

    def _in(self, cells: set[tuple[int, str]] | None, column: Column) -> np.ndarray | None:
        """Return which cells of a column are among some of the file, None for None."""
        if cells is None:
            return None
        name = self._column_of.get(column.name, column.name)
        return np.isin(self._rows, [row for row, of in cells if of == name])

    def _with_offer(self, column: Column, text: pd.Series, way_out: Callable[[str], str]) -> Callable[[int], str]:
        def ask(at: int) -> str:
            value = _cell(text, at)
            other = offer(column, value, self._options)
            return f"{way_out(value)}, {other}" if other else way_out(value)

        return ask

    def _pairs(self, frame: pd.DataFrame) -> None:
        ids = frame["event_id"]
        double = ids.duplicated(keep="first").to_numpy() & (ids != "").to_numpy()
        if double.any():
            self._add(
                double,
                EVENTS.by_name["event_id"],
                ids,
                "stands in an earlier row already",
                "give it another id or remove this row",
            )
        fine = ~self._bad
        for mask, name, message, way_out, severity in row_findings(frame, EVENTS):
            self._add(mask & fine, EVENTS.by_name[name], frame[name], message, way_out, severity)
        for mask, name, message, way_out in doubts(frame):
            self._add(mask & fine, EVENTS.by_name[name], frame[name], message, way_out, "warning")

    def _add(
        self,
        mask: np.ndarray,
        column: Column,
        values: pd.Series,
        message: Words,
        way_out: Words,
        severity: str = "error",
    ) -> None:
        found = np.flatnonzero(mask)
        if not len(found):
            return
        (self._bad if severity == "error" else self._doubtful)[found] = True
        room = max(self._options.limits.problems - len(self.problems), 0)
        self.more += max(len(found) - room, 0)
        name = self._column_of.get(column.name, column.name)
        for at in found[:room]:
            said, way = (words if isinstance(words, str) else words(at) for words in (message, way_out))
            row = int(self._rows[at])
            self.problems.append(Problem(self._file, row, name, _cell(values, at), said, way, severity))


def _cell(values: pd.Series, at: int) -> str:
    """Return a cell as text, as far as a problem shows it."""
    value = values.iat[at]
    return (value if isinstance(value, str) else as_text(value))[:_LONGEST_VALUE]
