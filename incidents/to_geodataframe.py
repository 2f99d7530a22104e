"""Events as a GeoDataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    import geopandas


def to_geodataframe(events: pd.DataFrame) -> geopandas.GeoDataFrame:
    """Return the events with their points, for GeoPandas.

    Parameters
    ----------
    events : DataFrame
        An events table of a `Package`, or rows of one.

    Returns
    -------
    GeoDataFrame
        The same columns and index and ``geometry``: points in EPSG:4326, longitude before latitude, degrees. The place lies within
        ``coordinate_uncertainty_m`` metres of the point.
    """
    import geopandas

    points = geopandas.points_from_xy(events["longitude"], events["latitude"], crs="EPSG:4326")
    return geopandas.GeoDataFrame(events, geometry=points)
