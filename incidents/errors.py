"""What can be wrong with a package, and the one error that carries it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_SHOWN = 80


def shown(value: str, *, limit: int = _SHOWN) -> str:
    """Return a value fit for one line of plain text: control characters escaped, long ones cut."""
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in value[: limit + 1])
    return text if len(text) <= limit else text[:limit] + "…"


def quoted(value: str) -> str:
    """Return a short value between quotation marks, fit for one line of plain text."""
    return f"“{shown(value, limit=40)}”"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a table.

    Attributes
    ----------
    file : str
        Name of the file inside the package, such as ``events.csv``.
    row : int or None
        Row as a spreadsheet shows it: the header is row 1. None when the whole file is meant.
    column : str or None
        Name of the column, or None when the whole row or file is meant.
    value : str
        The value as it stands in the file.
    message : str
        What is wrong, in plain English.
    way_out : str
        What to do about it.
    severity : str
        ``error`` (the row is left out) or ``warning`` (the row stays).
    """

    file: str
    row: int | None
    column: str | None
    value: str
    message: str
    way_out: str
    severity: str = "error"

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {shown(self.column)}")
        value = f'"{shown(self.value)}" ' if self.value else ""
        warning = "warning: " if self.severity == "warning" else ""
        return f"{', '.join(place)}: {warning}{value}{self.message}; {self.way_out}"


class PackageError(Exception):
    """A package that cannot be read as it stands.

    Parameters
    ----------
    message : str
        One line for people; enough where there is no room for all problems.
    problems : iterable of Problem, optional
        All problems of all tables.
    missing : bool, default False
        True when there is no such folder: the call is at fault, not the data.
    folder : str, default ""
        The folder as it stands in the message.
    """

    def __init__(
        self, message: str, *, problems: Iterable[Problem] = (), missing: bool = False, folder: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.folder = folder
        self.problems = tuple(problems)
        self.missing = missing

    @property
    def told(self) -> str:
        """The message for readers of the page and the API, whom the place of the folder does not concern."""
        return self.message.replace(self.folder, "The data folder", 1) if self.folder else self.message

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems]
        return "\n".join([self.message, *(line for line in lines if line not in self.message)])
