"""Events as GeoParquet."""

from __future__ import annotations

import io
import json
from typing import Any

import pandas as pd

from incidents.export.metadata import metadata
from incidents.filter import EVERYTHING, Filter, filter_events
from incidents.package import Package
from incidents.tables import EVENTS

KEY = "airspace_incidents"


def export_parquet(package: Package, *, filter: Filter = EVERYTHING) -> bytes:
    """Return the events as GeoParquet 1.1: points as WKB in OGC:CRS84, longitude before latitude.

    Parameters
    ----------
    package : Package
        Where the rows come from.
    filter : Filter, default everything
        What chooses them.

    Returns
    -------
    bytes
        The columns of events.csv (text as text, whole numbers as int64, others as double), `earliest` and `latest` as UTC timestamps and
        ``geometry``. The file's key ``airspace_incidents`` holds filter, period, version and licence as JSON.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq
    import shapely

    events = filter_events(package.events, filter)
    columns = {
        column.name: pa.array(
            events[column.name],
            type=pa.int64() if column.kind == "integer" else pa.float64() if column.is_number else pa.string(),
            from_pandas=True,
        )
        for column in EVENTS.columns
    }
    columns |= {
        name: pa.array(events[name], type=pa.timestamp("us", tz="UTC"), from_pandas=True)
        for name in ("earliest", "latest")
    }
    points = shapely.points(events[["longitude", "latitude"]].to_numpy())
    columns["geometry"] = pa.array(shapely.to_wkb(points, byte_order=1), type=pa.binary())
    about = json.dumps(metadata(package, filter=filter, n=len(events)), ensure_ascii=False)
    table = pa.table(columns).replace_schema_metadata({"geo": json.dumps(_geo(events)), KEY: about})
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _geo(events: pd.DataFrame) -> dict[str, Any]:
    """Return the metadata that GeoParquet 1.1 asks for; without a crs it is OGC:CRS84."""
    column = {"encoding": "WKB", "geometry_types": ["Point"] if len(events) else []}
    if len(events):
        longitude, latitude = events["longitude"], events["latitude"]
        column["bbox"] = [float(value) for value in (longitude.min(), latitude.min(), longitude.max(), latitude.max())]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
