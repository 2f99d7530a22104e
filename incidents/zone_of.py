"""The time zone of a place: by its state, and by longitude where the state alone does not tell."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

ZONES = {
    "ALB": "Europe/Tirane", "AUT": "Europe/Vienna", "BEL": "Europe/Brussels", "BGR": "Europe/Sofia", "BIH": "Europe/Sarajevo",
    "BLR": "Europe/Minsk", "CHE": "Europe/Zurich", "CYP": "Asia/Nicosia", "CZE": "Europe/Prague", "DEU": "Europe/Berlin",
    "DNK": "Europe/Copenhagen", "EST": "Europe/Tallinn", "FIN": "Europe/Helsinki", "FRA": "Europe/Paris", "GBR": "Europe/London",
    "GEO": "Asia/Tbilisi", "GRC": "Europe/Athens", "HRV": "Europe/Zagreb", "HUN": "Europe/Budapest", "IRL": "Europe/Dublin",
    "ISL": "Atlantic/Reykjavik", "ITA": "Europe/Rome", "LTU": "Europe/Vilnius", "LUX": "Europe/Luxembourg", "LVA": "Europe/Riga",
    "MDA": "Europe/Chisinau", "MKD": "Europe/Skopje", "MNE": "Europe/Podgorica", "NLD": "Europe/Amsterdam", "NOR": "Europe/Oslo",
    "POL": "Europe/Warsaw", "ROU": "Europe/Bucharest", "SRB": "Europe/Belgrade", "SVK": "Europe/Bratislava", "SVN": "Europe/Ljubljana",
    "SWE": "Europe/Stockholm", "SYR": "Asia/Damascus", "TUR": "Europe/Istanbul", "UKR": "Europe/Kyiv", "XKX": "Europe/Belgrade",
}  # fmt: skip
"""ISO 3166-1 alpha-3 to IANA zone, for the states of the theatre that keep one clock in Europe (source: tz database)."""


def zone_of(country: str, longitude: float) -> ZoneInfo | None:
    """Return the time zone of a place, or None where the country alone does not tell.

    Parameters
    ----------
    country : str
        ISO 3166-1 alpha-3.
    longitude : float
        WGS 84 degrees. Tells Kaliningrad from Moscow, the one split that the theatre needs.
    """
    if country == "RUS":
        return ZoneInfo("Europe/Kaliningrad" if longitude < 23 else "Europe/Moscow") if longitude < 45 else None
    name = ZONES.get(country) if -25 <= longitude < 46 else None
    return ZoneInfo(name) if name else None


def zones_of(events: pd.DataFrame) -> np.ndarray:
    """Return the IANA zone of each event as text, "" where the country alone does not tell; see `zone_of`.

    Parameters
    ----------
    events : DataFrame
        With ``country`` and ``longitude`` (EPSG:4326 degrees).

    Notes
    -----
    Asked once for each state and degree of longitude: all limits of `zone_of` lie on whole degrees.
    """
    states, names = pd.factorize(events["country"])
    degrees = np.floor(events["longitude"].to_numpy(float)).astype(np.int64)
    keys, at = np.unique(states.astype(np.int64) * 1000 + degrees + 500, return_inverse=True)
    found = [zone_of(str(names[key // 1000]), key % 1000 - 499.5) for key in keys.tolist()]
    return np.array([zone.key if zone else "" for zone in found], dtype=object)[at]
