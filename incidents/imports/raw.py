"""One table as it stands in a file of whatever format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from incidents.errors import Problem

MOST_PROBLEMS = 1000
"""Records without a place that are named one by one; the others are counted as refused."""


@dataclass
class Raw:
    """A table before anything is made of it.

    Attributes
    ----------
    frame : DataFrame
        The file's own columns, in order: text ("" for empty), or float64 where the format has numbers.
    rows : ndarray of int
        For each row of `frame` its row in the file; the header is row 1, so the first record is row 2.
    given : int
        Records in the file, those with problems included.
    facts : dict of str to str
        What was found out: format, encoding, delimiter, sheet …
    problems : list of Problem
        Records that are not in `frame`, one problem each, and warnings.
    written : set of (int, str) or None
        Row and column of each cell that is text and could be read two ways, as 1.500, in a format that has numbers too; None where all cells are text.
    broken : set of (int, str) or None
        Row and column of each cell that is an error of the spreadsheet; None where the format cannot tell it from a text like #N/A.
    ours : bool
        Whether the file is an export of this project whose text is neutralised.
    """

    frame: pd.DataFrame
    rows: np.ndarray
    given: int
    facts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    written: set[tuple[int, str]] | None = None
    broken: set[tuple[int, str]] | None = field(default_factory=set)
    ours: bool = False


class Columns:
    """Collects records of text in blocks, so that a large table never stands in memory as single strings.

    Parameters
    ----------
    names : sequence of str
        The columns.
    block : int, default 50 000
        Records in a block.
    """

    def __init__(self, names: Sequence[str], *, block: int = 50_000) -> None:
        self.names = list(names)
        self._block, self._records, self._frames = block, [], []
        self._rows: list[int] = []

    def add(self, record: Sequence[str], row: int) -> None:
        """Add one record, as long as `names`."""
        self._records.append(record)
        self._rows.append(row)
        if len(self._records) >= self._block:
            self._flush()

    def __len__(self) -> int:
        return len(self._rows)

    def _flush(self) -> None:
        if self._records:
            cells = zip(*self._records, strict=True)
            self._frames.append([pd.Series(values, dtype="str") for values in cells])
            self._records = []

    def done(self) -> tuple[pd.DataFrame, np.ndarray]:
        """Return the table and the rows of its records."""
        self._flush()
        if not self._frames:
            frame = pd.DataFrame({name: pd.Series(dtype="str") for name in self.names})
        else:
            columns = {}
            for at, name in enumerate(self.names):
                columns[name] = pd.concat([block[at] for block in self._frames], ignore_index=True)
                for block in self._frames:
                    block[at] = None
            frame = pd.DataFrame(columns, copy=False)
        return frame, np.asarray(self._rows, dtype=np.int64)


def header_names(header: Sequence[str]) -> tuple[list[str], str]:
    """Return the names of a header and the first name that stands in it twice, "" when there is none."""
    seen: set[str] = set()
    for name in header:
        if name in seen:
            return list(header), name or "(no name)"
        seen.add(name)
    return list(header), ""
