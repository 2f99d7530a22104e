"""The outcome of an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from incidents.describe import descriptor
from incidents.imports.report import Report
from incidents.package import Package
from incidents.tables import TABLES


@dataclass(frozen=True, eq=False)
class Imported:
    """The accepted rows and the report on all of them.

    Attributes
    ----------
    name : str
        Name of the file.
    table : DataFrame
        Accepted events as in `Package.events`: columns of events.csv, `earliest` and `latest`, in order of time.
    tables : mapping of str to DataFrame
        The other tables of a package; empty where the file holds none.
    report : Report
        What became of the rows.
    descriptor : mapping
        datapackage.json of a zip, else empty.
    """

    name: str
    table: pd.DataFrame
    tables: Mapping[str, pd.DataFrame]
    report: Report
    descriptor: Mapping[str, Any] = field(default_factory=dict)


def to_package(imported: Imported) -> Package:
    """Return the accepted rows as a package in memory, for the app, filters and exports.

    Parameters
    ----------
    imported : Imported
        From `read_any`.

    Returns
    -------
    Package
        Its title says which file it comes from; it states no licence unless the file did.
    """
    about = dict(imported.descriptor) or {
        "name": "imported-events",
        "title": f"Imported from {imported.name}",
        "resources": descriptor()["resources"],
    }
    others = {name: imported.tables[name] for name in TABLES if name != "events"}
    return Package(events=imported.table, **others, problems=imported.report.problems, descriptor=about)
