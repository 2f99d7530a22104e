"""Read the zip that `export --format zip` writes: a whole Data Package."""

from __future__ import annotations

import json
import zipfile
from typing import Any

from incidents.imports.check_zip import check_zip
from incidents.imports.raw import Raw
from incidents.imports.read_csv import read_csv
from incidents.imports.source import Source
from incidents.tables import TABLES

_DESCRIPTOR = "datapackage.json"


def read_zip(source: Source) -> tuple[dict[str, Raw], dict[str, Any]]:
    """Return the tables of a packed package and its descriptor.

    Raises
    ------
    PackageError
        It cannot be read, is not safe to unpack, or a table in it cannot be read.
    """
    names = check_zip(source)
    try:
        with source.open() as file, zipfile.ZipFile(file) as archive:
            contents = {
                name: archive.read(name)
                for name in (*(table.file for table in TABLES.values()), _DESCRIPTOR)
                if name in names
            }
    except (zipfile.BadZipFile, OSError, ValueError, EOFError):
        source.refuse("is a damaged zip", "save or download it again")
    tables: dict[str, Raw] = {}
    for name, table in TABLES.items():
        if table.file in contents:
            inner = Source.of(contents[table.file], name=table.file, limits=source.limits)
            tables[name] = read_csv(inner, delimiter=",")
            tables[name].ours = False  # text in a package is not neutralised
            tables[name].broken = set()  # nor has it been through a spreadsheet
    try:
        descriptor: Any = json.loads(contents.get(_DESCRIPTOR, b"{}"))
    except (ValueError, RecursionError):
        source.refuse("is not JSON", "correct or remove it", file=_DESCRIPTOR)
    tables["events"].facts["format"] = "zip"
    return tables, descriptor if isinstance(descriptor, dict) else {}
