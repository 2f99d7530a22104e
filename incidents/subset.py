"""The part of a package that belongs to some of its events."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from incidents.package import Package
from incidents.tables import TABLES


def subset(package: Package, events: pd.DataFrame) -> Package:
    """Return a package of some events and of all rows whose references stay within it.

    Parameters
    ----------
    package : Package
        The whole.
    events : DataFrame
        Rows of ``package.events``.

    Returns
    -------
    Package
        `events`; their sources, claims and updates; relations between two of them; supply lines all of whose sources are there; sources of supply
        lines, watchlist and assessments whole, because they refer to no event. With all events it equals the package.
    """
    kept = {"events": events}
    for name, table in TABLES.items():
        if name == "events":
            continue
        frame = getattr(package, name)
        mask = np.ones(len(frame), dtype=bool)
        for column in table.columns:
            target, _, key = column.references.partition(".")
            if target:
                known = set(kept[target][key].tolist())
                several = column.kind == "ids"
                mask &= np.fromiter(
                    (
                        known.issuperset(value.split(";") if several else [value]) or not value
                        for value in frame[column.name].tolist()
                    ),
                    dtype=bool,
                    count=len(frame),
                )
        kept[name] = frame if mask.all() else frame[mask]
    return replace(package, **kept)
