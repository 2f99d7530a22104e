"""What changed since the last version of the data, where AIRSPACE_PREVIOUS names the folder of that package."""

from __future__ import annotations

import os
from dataclasses import dataclass

from dashboard.kept import Kept
from incidents import Package, PackageError, read_package
from incidents.diff import Difference, diff_packages

VARIABLE = "AIRSPACE_PREVIOUS"


@dataclass(frozen=True, eq=False)
class Changes:
    """The difference to the earlier package.

    Attributes
    ----------
    version : str
        Version of the earlier package, "" when it could not be read.
    found : tuple of Difference
        One for each table.
    trouble : str
        Why the earlier package could not be read, in one line, or "".
    """

    version: str = ""
    found: tuple[Difference, ...] = ()
    trouble: str = ""


_kept = Kept(2)


def _changes(path: str, package: Package) -> Changes:
    try:
        before = read_package(path, strict=False)
    except PackageError as error:
        return Changes(trouble=error.told)
    return Changes(version=before.version, found=diff_packages(before, package))


def changes(package: Package) -> Changes | None:
    """Return what changed up to this package, None when no earlier one is named. Read once for each folder and package."""
    path = os.environ.get(VARIABLE, "")
    return _kept.get((path, package.version), lambda: _changes(path, package)) if path else None
