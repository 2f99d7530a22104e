"""The whole Data Package of the chosen events as one zip."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from incidents.describe import descriptor
from incidents.export.export_csv import table_chunks
from incidents.export.metadata import metadata
from incidents.filter import EVERYTHING, Filter, filter_events
from incidents.package import Package
from incidents.subset import subset
from incidents.tables import TABLES

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def descriptor_of(package: Package, *, about: dict[str, Any] | None = None) -> bytes:
    """Return datapackage.json: what the package says of itself, the schema of its tables, and `about` an export under ``export``."""
    own = {key: value for key, value in package.descriptor.items() if key not in ("$schema", "resources", "export")}
    schema = descriptor()
    described = {"$schema": schema["$schema"], "name": "events", **own, "resources": schema["resources"]}
    if about is not None:
        described["export"] = about
    return (json.dumps(described, ensure_ascii=False, indent=2, default=dict) + "\n").encode()


def export_zip(package: Package, *, filter: Filter = EVERYTHING) -> bytes:
    """Return a Data Package: the chosen events, what belongs to them (see `incidents.subset`), and datapackage.json.

    Parameters
    ----------
    package : Package
        Where the rows come from.
    filter : Filter, default everything
        What chooses them.

    Returns
    -------
    bytes
        A zip whose folder can be read as a package again. Its text is exactly as it is, not neutralised: for a spreadsheet take CSV or XLSX.
        datapackage.json says filter, period, version and licence under ``export``.
    """
    events = filter_events(package.events, filter)
    part, out = subset(package, events), io.BytesIO()
    files = {"datapackage.json": descriptor_of(package, about=metadata(package, filter=filter, n=len(events)))}
    for name, table in TABLES.items():
        files[table.file] = b"".join(table_chunks(getattr(part, name), table, neutral=False))
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
