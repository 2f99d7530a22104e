"""How much an import takes in before it refuses."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Limits:
    """What an import refuses to go beyond, so that a hostile file costs seconds and little memory. All can be changed.

    Attributes
    ----------
    bytes : int, default 200 000 000
        Size of the file.
    rows : int, default 1 500 000
        Rows of a table.
    columns : int, default 1 000
        Columns of a table.
    row_chars : int, default 1 000 000
        Characters of one line, feature or placemark.
    field_chars : int, default 131 072
        Characters of one field.
    unpacked : int, default 600 000 000
        Bytes that a zip, XLSX or Parquet file may unpack to.
    ratio : int, default 100
        How many times its size a member of a zip or XLSX of more than a megabyte may unpack to.
    members : int, default 1 000
        Files in a zip or XLSX.
    cells : int, default 30 000 000
        Rows times columns of a sheet.
    problems : int, default 10 000
        Problems that a report lists; the rest is counted.
    """

    bytes: int = 200_000_000
    rows: int = 1_500_000
    columns: int = 1_000
    row_chars: int = 1_000_000
    field_chars: int = 131_072
    unpacked: int = 600_000_000
    ratio: int = 100
    members: int = 1_000
    cells: int = 30_000_000
    problems: int = 10_000

    def with_words(self, words: list[str]) -> Limits:
        """Return the limits with some changed by words such as ``bytes=1000000000``.

        Raises
        ------
        ValueError
            There is no such limit, or its value is not a whole number above 0.
        """
        known, changes = [field.name for field in fields(self)], {}
        for word in words:
            name, _, value = word.partition("=")
            if name not in known:
                raise ValueError(f"limit: there is no limit “{name[:40]}”; use one of {', '.join(known)}")
            if not (value.isascii() and value.isdigit() and int(value[:18]) > 0 and len(value) <= 18):
                raise ValueError(f"limit: {name}: “{value[:40]}” is not a whole number above 0")
            changes[name] = int(value)
        return replace(self, **changes)
