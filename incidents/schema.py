"""How a table is declared: columns, keys, limits.

Why not pandera: `import pandera.pandas` costs about as much again as pandas itself, it knows no keys between tables, and its
failure cases name neither the file nor a way out. The declarations here feed the checks, the Data Package and the documentation.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

NUMBERS = frozenset({"number", "integer"})


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    name : str
        Name in the header.
    kind : str
        ``id``, ``text``, ``word`` (of `vocabulary`), ``state`` (ISO 3166-1 alpha-3 or one of `also`), ``language`` (ISO 639-1), ``url``,
        ``number``, ``integer``, ``instant`` (date, or UTC date-time with Z), ``partial`` (year, year-month or date), ``ids`` or ``words``
        (several, separated by ``;``).
    description : str
        One sentence for the documentation.
    unit : str
        Unit of a number, "" when there is none.
    vocabulary : str
        Name in `incidents.VOCABULARIES`.
    required : bool
        Whether an empty cell is a problem.
    minimum, maximum : float or None
        Inclusive bounds of a number.
    above : float or None
        Exclusive lower bound of a number.
    also : tuple of str
        Codes allowed beside the states.
    references : str
        ``table.column`` that must hold each value.
    """

    name: str
    kind: str
    description: str
    unit: str = ""
    vocabulary: str = ""
    required: bool = False
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    also: tuple[str, ...] = ()
    references: str = ""

    @property
    def is_number(self) -> bool:
        """Whether the column becomes float64; all others stay text."""
        return self.kind in NUMBERS


@dataclass(frozen=True)
class Table:
    """One table of the package.

    Attributes
    ----------
    name : str
        Name of the table and, with ``.csv``, of its file.
    description : str
        One sentence for the documentation.
    key : tuple of str
        Columns that together name a row.
    columns : tuple of Column
        All columns, in the order of the file.
    """

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """Name of the CSV file."""
        return f"{self.name}.csv"

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by their names."""
        return {column.name: column for column in self.columns}
