"""What tells, without reading them, whether the files of a package have changed."""

from __future__ import annotations

import os
from pathlib import Path

from incidents.read_package import DESCRIPTOR, SEEDS, VARIABLE
from incidents.tables import TABLES

Fingerprint = tuple[tuple[str, int, int, int], ...]


def fingerprint(path: str | os.PathLike[str] | None = None) -> Fingerprint:
    """Return name, inode, size in bytes and time of change in nanoseconds of each file of a package; empty when none can be seen.

    Times are only compared for being the same, never for which is later: a clock that jumps does no harm.

    Parameters
    ----------
    path : path, optional
        Folder with the tables. Default: as `read_package` has it.
    """
    folder = Path(path if path is not None else os.environ.get(VARIABLE) or SEEDS)
    found = []
    for name in (DESCRIPTOR, *(f"{table}.{suffix}" for table in TABLES for suffix in ("csv", "parquet"))):
        try:
            state = (folder / name).stat()
        except (OSError, ValueError):
            continue
        found.append((name, state.st_ino, state.st_size, state.st_mtime_ns))
    return tuple(found)
