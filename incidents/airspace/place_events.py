"""Whose airspace each event lies in, how far from the border, and how sure that is."""

from __future__ import annotations

import numpy as np
import pandas as pd

INSIDE, OUTSIDE, UNCERTAIN = "inside", "outside", "uncertain"
COLUMNS = (
    "airspace", "airspace_uncertain", "border_km", "border_of", "depth_low_km", "depth_high_km", "inside",
)  # fmt: skip
FAR_KM = 370.4
"""200 nautical miles: beyond it the border of the state concerned says nothing to a reader, the nearest one does."""
MOST_MEASURED = 2_000
_DIRECTIONS, _RINGS = 24, 4
_NOWHERE = ("DISPUTED", "OUTSIDE", "")


def place_events(events: pd.DataFrame, *, measured: bool | None = None) -> pd.DataFrame:
    """Place events relative to national airspace.

    Parameters
    ----------
    events : DataFrame
        Columns `longitude`, `latitude` (WGS 84 degrees), `coordinate_uncertainty_m` (radius of the uncertainty disc, metres)
        and `country` (iso3 of the state concerned); `airspace_claim` is used where it is there.
    measured : bool, optional
        True: depth ranges are measured at 97 points of each disc (about 1 ms an event). False: they are the widest
        possible ones, ``border_km`` minus and plus the radius. Default: measured for up to 2 000 events.

    Returns
    -------
    DataFrame
        The index of `events` and the columns

        - ``airspace``: iso3 of the airspace at the point, HIGHSEAS, DISPUTED (the middle of the Sea of Azov), OUTSIDE
          (beyond the theatre of geodata), or "" without a usable position;
        - ``airspace_uncertain``: two states' limits overlap or are not agreed at the point;
        - ``border_km``: signed distance from the point to the border of airspace, positive inside, NaN when unknown;
        - ``border_of``: iso3 of the airspace meant by the three columns of kilometres: that of the state concerned, unless it
          has none in the theatre or its border is more than 370.4 km (200 nautical miles) away and no source
          says "national"; then that of the airspace at the point, or of the nearest one. "" when unknown;
        - ``depth_low_km``, ``depth_high_km``: the range of that distance over the uncertainty disc, NaN when unknown. A low
          below zero means that the event may have been outside. Whether the disc crosses the line is exact in both ways of
          computing; measured figures are good to about a tenth of the radius;
        - ``inside``: where the whole disc lies relative to the airspace of the state concerned: inside, outside, or uncertain
          (the disc crosses the line, the area is flagged or disputed, or the position is missing or beyond the theatre).

    Notes
    -----
    All distances are kilometres on the WGS 84 ellipsoid, good to 0.1 km. Nothing is raised for values out of range: such rows
    are uncertain, their figures NaN.
    """
    lon, lat, radius = (_numbers(events, name) for name in ("longitude", "latitude", "coordinate_uncertainty_m"))
    good = (np.abs(lon) <= 180) & (np.abs(lat) <= 90)
    radius = np.where(np.isfinite(radius) & (radius >= 0), radius, np.nan) / 1000
    country = events["country"].to_numpy(dtype=object)
    claims = events["airspace_claim"].to_numpy(dtype=object) if "airspace_claim" in events else np.full(len(events), "")

    airspace, flagged = _located(lon, lat, good)
    own = _distances(lon, lat, country, good & (airspace != "OUTSIDE"), at=airspace)
    border, border_of = own.copy(), np.where(np.isnan(own), "", country)
    other = good & (airspace != "OUTSIDE") & (np.isnan(own) | ((own < -FAR_KM) & (claims != "national")))
    border[other], border_of[other] = _nearest(lon[other], lat[other])
    low, high = border - radius, border + radius
    if measured or (measured is None and len(events) <= MOST_MEASURED):
        low, high = _measured(lon, lat, radius, border, border_of)

    # The distance changes by at most the way one goes, so a disc crosses the line just when it is wider than that distance.
    inside = np.full(len(events), UNCERTAIN, dtype=object)
    settled = ~flagged & ~np.isin(airspace, _NOWHERE)
    inside[settled & (own > radius)] = INSIDE
    inside[settled & (own < -radius)] = OUTSIDE
    inside[settled & np.isnan(own) & ~np.isnan(radius)] = OUTSIDE  # a state without airspace in the theatre
    columns = (airspace, flagged, border, border_of, low, high, inside)
    found = pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)), index=events.index)
    return found.astype(dict.fromkeys(("airspace", "border_of", "inside"), "str"))


def disc_points(lon: np.ndarray, lat: np.ndarray, radius_m: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return longitudes and latitudes of 96 points of each disc (24 directions, 4 rings), one row a disc.

    Parameters
    ----------
    lon, lat : array of float
        Centres, WGS 84 degrees, 1-D.
    radius_m : array of float
        Radii in metres.
    """
    import pyproj

    azimuth = np.tile(np.linspace(0, 360, _DIRECTIONS, endpoint=False), _RINGS)
    reach = radius_m[:, None] * np.repeat(np.arange(1, _RINGS + 1) / _RINGS, _DIRECTIONS)
    lons, lats, azimuths = (
        np.broadcast_to(values, reach.shape).ravel() for values in (lon[:, None], lat[:, None], azimuth)
    )
    there = pyproj.Geod(ellps="WGS84").fwd(lons, lats, azimuths, reach.ravel())
    return there[0].reshape(reach.shape), there[1].reshape(reach.shape)


def _numbers(events: pd.DataFrame, name: str) -> np.ndarray:
    return pd.to_numeric(events[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)


def _located(lon: np.ndarray, lat: np.ndarray, good: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    from geodata import locate_many

    airspace, flagged = np.full(len(lon), "", dtype=object), np.zeros(len(lon), dtype=bool)
    found = locate_many(lon[good], lat[good])
    airspace[good], flagged[good] = found.code, found.uncertain
    return airspace, flagged


def _distances(
    lon: np.ndarray, lat: np.ndarray, of: np.ndarray, where: np.ndarray, *, at: np.ndarray | None = None
) -> np.ndarray:
    """Signed km to the border of the airspace of each row's state; NaN elsewhere and for states beyond the theatre."""
    from geodata import ArgumentError, distance_to_border_km

    found = np.full(len(lon), np.nan)
    for code in pd.unique(of[where]):
        mine = where & (of == code)
        try:
            found[mine] = distance_to_border_km(lon[mine], lat[mine], of=str(code), at=None if at is None else at[mine])
        except ArgumentError:
            continue
    return found


def _nearest(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    from geodata import distance_to_border_km, nearest_airspace

    return distance_to_border_km(lon, lat), nearest_airspace(lon, lat)


def _measured(
    lon: np.ndarray, lat: np.ndarray, radius: np.ndarray, border: np.ndarray, border_of: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Range of the distance over each disc, from 96 points of it and its centre; exact where the way is straight."""
    known = np.flatnonzero(~np.isnan(border) & ~np.isnan(radius))
    low, high = np.full(len(lon), np.nan), np.full(len(lon), np.nan)
    lons, lats = disc_points(lon[known], lat[known], radius[known] * 1000)
    of = np.repeat(border_of[known], lons.shape[1])
    depths = _distances(lons.ravel(), lats.ravel(), of, np.ones(lons.size, dtype=bool)).reshape(lons.shape)
    middle, wide = border[known], radius[known]
    depths = np.column_stack([middle, depths])
    low[known], high[known] = np.nanmin(depths, axis=1), np.nanmax(depths, axis=1)
    low[known] = np.where(middle >= wide, middle - wide, np.minimum(low[known], np.minimum(middle, 0)))
    high[known] = np.where(middle <= -wide, middle + wide, np.maximum(high[known], np.maximum(middle, 0)))
    return low, high
