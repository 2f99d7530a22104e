"""Events as GeoJSON."""

from __future__ import annotations

from incidents.export.metadata import metadata
from incidents.export.page import Page
from incidents.export.records import records, times, to_bytes
from incidents.filter import EVERYTHING, Filter, filter_events
from incidents.package import Package
from incidents.tables import EVENTS


def export_geojson(package: Package, *, filter: Filter = EVERYTHING, page: Page | None = None) -> bytes:
    """Return the events as a GeoJSON FeatureCollection (RFC 7946: WGS 84, longitude first).

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
        A point per event; its properties are the other columns of events.csv (None for empty numbers), `earliest` and `latest`. The foreign
        member ``metadata`` says filter, period, version and licence.
    """
    events = filter_events(package.events, filter)
    about = metadata(package, filter=filter, n=len(events), page=page)
    if page is not None:
        events = events.iloc[page.slice]
    features = []
    for row, time in zip(records(events, EVENTS), times(events), strict=True):
        point = [row.pop("longitude"), row.pop("latitude")]
        features.append(
            {
                "type": "Feature",
                "id": row["event_id"],
                "geometry": {"type": "Point", "coordinates": point},
                "properties": row | time,
            }
        )
    return to_bytes({"type": "FeatureCollection", "metadata": about, "features": features})
