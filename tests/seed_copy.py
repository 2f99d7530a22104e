"""A copy of the seeds for tests to break."""

from __future__ import annotations

import csv
from pathlib import Path

from incidents.read_package import SEEDS


class SeedCopy:
    """A copy of the seeds to break: rows are dicts of text; the header is row 1."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for file in [*SEEDS.glob("*.csv"), SEEDS / "datapackage.json"]:
            (path / file.name).write_bytes(file.read_bytes())

    def rows(self, table: str) -> list[dict[str, str]]:
        """Return all rows of a table."""
        with (self.path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def write(self, table: str, rows: list[dict[str, str]]) -> None:
        """Replace all rows of a table."""
        with (self.path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def edit(self, table: str, row: int, **cells: str) -> dict[str, str]:
        """Change cells of one row, counted as a spreadsheet does, and return what it was."""
        rows = self.rows(table)
        before = dict(rows[row - 2])
        rows[row - 2] |= cells
        self.write(table, rows)
        return before

    def append(self, table: str, **cells: str) -> int:
        """Add a copy of the first row with other cells and return its row."""
        rows = self.rows(table)
        self.write(table, [*rows, rows[0] | cells])
        return len(rows) + 2

    def remove(self, table: str) -> None:
        """Delete a table."""
        (self.path / f"{table}.csv").unlink()
