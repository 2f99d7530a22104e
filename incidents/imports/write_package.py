"""Write a package as a folder, whole or absent."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from incidents.export.export_csv import table_chunks
from incidents.export.export_zip import descriptor_of
from incidents.package import Package
from incidents.tables import TABLES


def write_package(package: Package, folder: str | os.PathLike[str]) -> None:
    """Write all tables and datapackage.json beside the folder, then rename.

    Parameters
    ----------
    package : Package
        What to write.
    folder : path
        It must not exist, or be empty.

    Raises
    ------
    OSError
        The folder holds something or cannot be written; nothing is left behind.
    """
    target = Path(os.path.realpath(folder))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(17, "is there already and not an empty folder", os.fspath(folder))
    beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:40]}."))
    try:
        (beside / "datapackage.json").write_bytes(descriptor_of(package))
        for name, table in TABLES.items():
            with (beside / table.file).open("wb") as file:
                file.writelines(table_chunks(getattr(package, name), table, neutral=False))
        beside.chmod(0o755)
        if target.exists():
            target.rmdir()
        beside.replace(target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
