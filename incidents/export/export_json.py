"""Events with all that hangs on them as nested JSON."""

from __future__ import annotations

from typing import Any

import pandas as pd

from incidents.export.metadata import metadata
from incidents.export.page import Page
from incidents.export.records import records, times, to_bytes
from incidents.filter import EVERYTHING, Filter, filter_events
from incidents.package import Package
from incidents.tables import EVENTS, TABLES

CHILDREN = ("claims", "sources", "updates", "relations")


def nested(package: Package, events: pd.DataFrame) -> list[dict[str, Any]]:
    """Return events as dicts with their times, claims, sources, updates and relations (both directions)."""
    found = [
        row | time | {name: [] for name in CHILDREN}
        for row, time in zip(records(events, EVENTS), times(events), strict=True)
    ]
    places = {row["event_id"]: row for row in found}
    for name in CHILDREN:
        frame = getattr(package, name)
        ends = ("event_id", "related_event_id") if name == "relations" else ("event_id",)
        for end in ends:
            some = frame[frame[end].isin(list(places))]
            for child in records(some, TABLES[name]):
                places[child[end]][name].append(child)
    return found


def export_json(package: Package, *, filter: Filter = EVERYTHING, page: Page | None = None) -> bytes:
    """Return the events as lossless nested JSON.

    Parameters
    ----------
    package : Package
        Where the rows come from.
    filter : Filter, default everything
        What chooses them.
    page : Page, optional
        Which of the chosen rows to write. Default: all.

    Returns
    -------
    bytes
        ``metadata`` and ``events``; each event has the columns of events.csv, `earliest`, `latest`, and lists of its claims, sources, updates and
        relations. A relation stands under each of its two events that is in the export, also where the other is not: its reader learns of that
        one, pages fit together, and an import leaves it out and says so.
    """
    events = filter_events(package.events, filter)
    about = metadata(package, filter=filter, n=len(events), page=page)
    rows = events if page is None else events.iloc[page.slice]
    return to_bytes({"metadata": about, "events": nested(package, rows)})
