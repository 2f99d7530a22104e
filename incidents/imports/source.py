"""Where an import reads from: a file, or bytes in memory."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

from incidents.errors import PackageError, Problem
from incidents.imports.limits import Limits

_HEAD = 65_536


@dataclass(frozen=True)
class Source:
    """A file to be imported.

    Attributes
    ----------
    name : str
        Name for problems, such as ``mine.csv``.
    size : int
        Bytes.
    path : Path or None
        Where it is, None when it is in memory.
    data : bytes
        Its content, when it is in memory.
    limits : Limits
        What it may cost.
    """

    name: str
    size: int
    path: Path | None
    data: bytes
    limits: Limits

    @classmethod
    def of(cls, given: str | os.PathLike[str] | bytes, *, name: str, limits: Limits) -> Source:
        """Look at a path or at bytes.

        Raises
        ------
        PackageError
            There is no such file (``missing`` is then True), it is empty or too large.
        """
        if isinstance(given, bytes | bytearray | memoryview):
            source = cls(name or "upload", len(given), None, bytes(given), limits)
        else:
            path = Path(given)
            try:
                size = path.stat().st_size if path.is_file() else -1
                if size >= 0:
                    path.open("rb").close()
            except (OSError, ValueError) as err:
                why = getattr(err, "strerror", None) or "this cannot be a file"
                raise PackageError(
                    f"{given}: cannot be opened ({why}); name a file that can be read", missing=True
                ) from err
            if size < 0:
                raise PackageError(
                    f"{given}: there is no such file; name a CSV, XLSX, GeoJSON, Parquet, KML, JSON or zip file",
                    missing=True,
                )
            source = cls(name or path.name, size, path, b"", limits)
        if not source.size:
            source.refuse(
                "is empty (0 bytes)", "choose a file with a header row; `python -m incidents template` writes one"
            )
        if source.size > limits.bytes:
            size, limit = (f"{n:,}".replace(",", " ") for n in (source.size, limits.bytes))
            source.refuse(f"has {size} bytes, the limit is {limit}", "split the file, or raise the limit (bytes)")
        return source

    def open(self) -> BinaryIO:
        """Open it from its start."""
        return io.BytesIO(self.data) if self.path is None else self.path.open("rb")

    def read(self) -> bytes:
        """Return all of it."""
        return self.data if self.path is None else self.path.read_bytes()

    @property
    def head(self) -> bytes:
        """The first 64 KB."""
        with self.open() as file:
            return file.read(_HEAD)

    def refuse(
        self,
        message: str,
        way_out: str,
        *,
        row: int | None = None,
        column: str | None = None,
        value: str = "",
        file: str = "",
    ) -> NoReturn:
        """Refuse the file as a whole, or a file inside it."""
        problem = Problem(file or self.name, row, column, value, message, way_out)
        raise PackageError(str(problem), problems=[problem])
