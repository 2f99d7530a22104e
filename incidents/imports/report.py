"""What became of the rows of an import."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

import pandas as pd

from incidents.errors import Problem
from incidents.neutral import neutralise

COLUMNS = ("file", "row", "result", "column", "value", "message", "way_out")


@dataclass(frozen=True)
class Report:
    """Rows given, accepted, flagged and refused: accepted + refused = given.

    Attributes
    ----------
    given, accepted, flagged, refused : int
        Events in the file; kept; kept with something to look at (a part of accepted); left out.
    refused_beside : int
        Rows of the other tables (claims, sources …) that are left out because they are wrong.
    problems : tuple of Problem
        Errors (refused) and warnings (flagged), in order of rows, up to the limit.
    more : int
        Problems beyond the limit.
    facts : dict of str to str
        Format, encoding, delimiter, sheet, profile.
    mapping : dict of str to str
        Column of the file to field.
    assumed : dict of str to str
        Field that the file lacks to what all rows got.
    converted : dict of str to int
        Field to the number of cells that the options turned into another form.
    not_taken : tuple of str
        Columns of the file that went nowhere.
    """

    given: int
    accepted: int
    flagged: int
    refused: int
    refused_beside: int = 0
    problems: tuple[Problem, ...] = ()
    more: int = 0
    facts: dict[str, str] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    assumed: dict[str, str] = field(default_factory=dict)
    converted: dict[str, int] = field(default_factory=dict)
    not_taken: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.accepted + self.refused != self.given or self.flagged > self.accepted:
            raise AssertionError(f"a report that does not add up: {self.accepted} + {self.refused} != {self.given}")

    @property
    def any_refused(self) -> bool:
        """Whether a row of any table is refused, which stops a strict import."""
        return bool(self.refused or self.refused_beside)

    @property
    def refusals(self) -> str:
        """How many rows are refused, in words."""
        beside = f", {_rows(self.refused_beside)} of other tables refused" if self.refused_beside else ""
        return f"{self.refused} of {self.given} rows refused{beside}"

    def table(self) -> pd.DataFrame:
        """Return one row for each problem: file, row, result (refused or flagged), column, value, message, way_out; all text but the row."""
        rows = [
            (
                p.file,
                p.row,
                "refused" if p.severity == "error" else "flagged",
                p.column or "",
                p.value,
                p.message,
                p.way_out,
            )
            for p in self.problems
        ]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def to_csv(self) -> bytes:
        """Return the table as CSV, text neutralised, with the totals and the number of problems beyond the limit at its end."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for row in self.table().itertuples(index=False, name=None):
            cells = [
                "" if cell is None or cell != cell else str(cell).removesuffix(".0") if at == 1 else str(cell)
                for at, cell in enumerate(row)
            ]
            writer.writerow(neutralise(pd.Series(cells, dtype="str")).tolist())
        for name in ("given", "accepted", "flagged", "refused"):
            writer.writerow(["", "", f"total {name}", "", getattr(self, name), "rows", ""])
        writer.writerow(["", "", "total refused in other tables", "", self.refused_beside, "rows", ""])
        writer.writerow(["", "", "problems not listed", "", self.more, "", ""])
        return out.getvalue().encode("utf-8", "replace")

    def lines(self) -> list[str]:
        """Return the report as lines of plain text."""
        found = [str(problem) for problem in self.problems]
        found += [f"and {self.more} more problems"] if self.more else []
        found += [", ".join(f"{name}: {value}" for name, value in self.facts.items())]
        found += [f"column {column} -> {name}" for column, name in self.mapping.items() if column != name]
        found += [f"columns not taken: {', '.join(self.not_taken)}"] if self.not_taken else []
        found += [f"{name}: no such column; all rows got {value}" for name, value in self.assumed.items()]
        found += [f"{name}: {n} cells converted" for name, n in self.converted.items() if n]
        total = f"{self.given} rows given, {self.accepted} accepted ({self.flagged} of them to be looked at), {self.refused} refused"
        total += f"; {_rows(self.refused_beside)} of other tables refused" if self.refused_beside else ""
        return [*("".join(c if c.isprintable() else " " for c in line) for line in found), total]


def _rows(n: int) -> str:
    return "1 row" if n == 1 else f"{n} rows"
