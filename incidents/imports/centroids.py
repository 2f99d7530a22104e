"""The middles of countries, where tables put what they could not place."""

from __future__ import annotations

import numpy as np

CENTROIDS = {
    "ALB": (20.07, 41.13), "BEL": (4.67, 50.64), "BGR": (25.23, 42.76), "BLR": (28.03, 53.53), "CZE": (15.34, 49.74), "DEU": (10.38, 51.05),
    "DNK": (10.07, 55.96), "EST": (25.54, 58.68), "FIN": (26.16, 64.25), "GBR": (-2.76, 54.04), "GEO": (43.52, 42.19), "GRC": (22.99, 39.03),
    "HUN": (19.40, 47.17), "ITA": (12.22, 42.72), "LTU": (23.91, 55.34), "LVA": (24.93, 56.86), "MDA": (28.47, 47.20), "NLD": (5.58, 52.26),
    "NOR": (12.85, 66.38), "POL": (19.43, 52.11), "ROU": (24.98, 45.84), "SRB": (20.81, 44.22), "SVK": (19.47, 48.71), "SWE": (16.29, 62.39),
    "TUR": (35.17, 39.17), "UKR": (31.48, 49.04),
}  # fmt: skip
"""Longitude and latitude (EPSG:4326) of the centroid of the land of each state of the region: of countries-10m in geodata/derived, in an equal-area
projection (Lambert, 55 N 20 E), to two decimals."""
NEAR_KM = 10
"""How far the middles that tables use lie from these at most: they were worked out of other outlines."""
_KM_A_DEGREE = 111.2


def is_centroid(country: np.ndarray, longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
    """Return for each point whether it lies near the middle of its country.

    Parameters
    ----------
    country : ndarray of str
        ISO 3166-1 alpha-3.
    longitude, latitude : ndarray of float
        WGS 84 degrees (EPSG:4326).
    """
    near = np.zeros(len(country), dtype=bool)
    for code, (lon, lat) in CENTROIDS.items():
        x = (longitude - lon) * np.cos(np.radians(lat))
        near |= (country == code) & (np.hypot(x, latitude - lat) * _KM_A_DEGREE < NEAR_KM)
    return near
