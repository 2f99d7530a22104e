"""Supply lines as CSV with its description, JSON or GeoJSON."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from incidents.export.csv_description import SUFFIX, as_file, described
from incidents.export.export_csv import table_chunks
from incidents.export.metadata import metadata
from incidents.export.records import records, to_bytes
from incidents.filter import Filter
from incidents.flows.flow_mask import flow_mask
from incidents.flows.is_contradicted import is_contradicted
from incidents.package import Package
from incidents.tables import FLOWS, TABLES

FLOW_FORMATS = ("csv", "geojson", "json")
NOTE = (
    "n of N recorded supply lines. A figure belongs to its own unit and period: figures are not to be added. "
    "Lines are geodesics between places that stand for origin and destination, not routes."
)
_DIGITS = 5  # about a metre; the places are known to a town at best
_ENDS = ("origin_longitude", "origin_latitude", "destination_longitude", "destination_latitude")


def export_flows(package: Package, kind: str, *, filter: Filter, url: str = "flows.csv") -> bytes:
    """Return the supply lines that a filter's period touches.

    Parameters
    ----------
    package : Package
        Where the rows come from.
    kind : str
        One of `FLOW_FORMATS`, or `SUFFIX` for the description of the CSV (CSVW). CSV has the columns of flows.csv, spreadsheet-safe; JSON adds the
        sources of each line and whether it is a figure of the seed article that other sources contradict; GeoJSON (RFC 7946) adds the geodesic,
        cut at 180 degrees.
    filter : Filter
        Its period chooses; the rest speaks of events and is not looked at.
    url : str, default "flows.csv"
        Address of the CSV relative to its description.
    """
    at = np.flatnonzero(flow_mask(package.flows, filter.period))
    if kind == "csv":
        return b"".join(table_chunks(package.flows, FLOWS, neutral=True, at=at))
    about = metadata(package, filter=Filter(period=filter.period), n=len(at))
    about |= {"N": len(package.flows), "note": NOTE}
    if kind == SUFFIX:
        return as_file(described(about, FLOWS, url=url, rows="recorded supply lines"))
    rows = [row | {"contradicted": is_contradicted(row)} for row in records(package.flows.iloc[at], FLOWS)]
    if kind == "geojson":
        return to_bytes({"type": "FeatureCollection", "metadata": about, "features": [_feature(row) for row in rows]})
    return to_bytes({"metadata": about, "flows": [row | {"sources": _sources(package.sources, row)} for row in rows]})


def _sources(sources: pd.DataFrame, row: dict[str, Any]) -> list[dict[str, Any]]:
    wanted = row["source_ids"].split(";")
    found = {
        source["source_id"]: source for source in records(sources[sources["source_id"].isin(wanted)], TABLES["sources"])
    }
    return [found[source_id] for source_id in wanted if source_id in found]


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    from geodata import cut_at_antimeridian, geodesic_arc

    parts = cut_at_antimeridian(geodesic_arc(*(row[name] for name in _ENDS)))
    lines = [np.round(part, _DIGITS).tolist() for part in parts]
    geometry = (
        {"type": "LineString", "coordinates": lines[0]}
        if len(lines) == 1
        else {"type": "MultiLineString", "coordinates": lines}
    )
    return {"type": "Feature", "id": row["flow_id"], "geometry": geometry, "properties": row}
