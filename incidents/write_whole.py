"""Write a file so that it is whole or absent."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: str | os.PathLike[str], content: bytes | Iterable[bytes]) -> None:
    """Write beside the file, then rename; ``-`` is standard output.

    Parameters
    ----------
    path : path
        The file. A link is followed; a device is written to as it is.
    content : bytes or iterable of bytes
        All of it, or its pieces in order.

    Raises
    ------
    OSError
        The file cannot be written; nothing is left behind.
    """
    pieces = [content] if isinstance(content, bytes) else content
    if os.fspath(path) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file() and not target.is_dir():
        with target.open("wb") as device:
            device.writelines(pieces)
        return
    if target.is_dir():
        raise IsADirectoryError(21, "is a folder", os.fspath(path) or "(no name)")
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def is_file(path: str) -> bool:
    """Tell whether a path names a file that is, or will be, there: not standard output and no device."""
    target = Path(os.path.realpath(path))
    return path != "-" and (target.is_file() or not target.exists())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
