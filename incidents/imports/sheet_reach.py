"""How far the filled cells of one sheet reach."""

from __future__ import annotations

from dataclasses import dataclass, field

from incidents.imports.source import Source

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_BIG, _SPARSE = 3_000_000, 10
"""Cells of a rectangle from which on it is looked at how many are filled, and how many times these it may be."""


@dataclass
class SheetReach:
    """The rectangle from A1 that a reader allots, and how much of it is there.

    Attributes
    ----------
    rows, columns : int
        Last row and column with a filled cell, from 1.
    filled, filled_rows : int
        Cells with a value, and rows with one.
    errors : dict of (int, int) to str
        Row and column, from 1, of cells that hold an error of the spreadsheet, and its word.
    """

    rows: int = 0
    columns: int = 0
    filled: int = 0
    filled_rows: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def last(self) -> str:
        """Name of the last cell, such as AB17."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        return xl_rowcol_to_cell(self.rows - 1, self.columns - 1)

    def check(self, source: Source, sheet: str) -> None:
        """Refuse a rectangle that is too large, or far larger than what stands in it.

        Raises
        ------
        PackageError
            With the last cell and the way out.
        """
        limits, span = source.limits, self.rows * self.columns
        if self.columns > min(limits.columns, LAST_COLUMN):
            source.refuse(
                f"the sheet {sheet} reaches to {self.last}: has {self.columns} columns, the limit is {min(limits.columns, LAST_COLUMN)}",
                "delete empty columns and stray cells behind the table, or raise the limit (columns)",
            )
        if self.filled_rows > limits.rows:
            source.refuse(f"has more than {limits.rows} rows", "split the file, or raise the limit (rows)")
        stray = self.rows > min(limits.rows, LAST_ROW) or (span > _BIG and span > _SPARSE * self.filled)
        if stray:
            source.refuse(
                f"the sheet {sheet} reaches to {self.last}, spans {self.rows} rows and {self.columns} columns "
                f"but holds {self.filled} filled cells in {self.filled_rows} rows",
                "delete the empty rows and columns and the stray cell behind them, save and try again",
                row=self.rows,
            )
        if span > limits.cells:
            source.refuse(
                f"spans {self.rows} rows and {self.columns} columns",
                "delete stray cells far from the table, save it as CSV UTF-8, or raise the limit (cells)",
            )
