"""The middles of countries, where tables put what they could not place."""

from __future__ import annotations

import numpy as np

MIDDLES = {
    "ALB": (96, (20.07, 41.13), (20.17, 41.15), (20.13, 40.64)), "ARM": (97, (44.95, 40.29), (45.04, 40.07), (44.59, 40.59)),
    "AUT": (163, (14.12, 47.60), (13.35, 47.70), (14.55, 47.58)), "AZE": (166, (47.53, 40.29), (47.66, 40.35), (47.69, 40.15), (47.06, 40.31)),
    "BEL": (99, (4.67, 50.64), (4.47, 50.50), (4.73, 50.75)), "BGR": (188, (25.23, 42.76), (25.48, 42.73), (25.12, 42.56)),
    "BIH": (128, (17.79, 44.17), (17.68, 43.92), (17.95, 44.18)), "BLR": (257, (28.03, 53.53), (27.97, 53.72), (28.43, 53.42)),
    "CHE": (115, (8.23, 46.80), (7.59, 46.80)), "CYP": (54, (33.23, 35.05), (33.43, 35.13)), "CZE": (158, (15.34, 49.74), (15.47, 49.80), (14.27, 49.82)),
    "DEU": (337, (10.38, 51.05), (10.45, 51.17), (9.99, 51.65)),
    "DNK": (116, (10.07, 55.96), (9.37, 56.22), (11.62, 56.16), (9.53, 56.28), (9.13, 56.10)),
    "ESP": (401, (-3.68, 40.21), (-3.55, 40.38), (-6.91, 35.72), (-2.99, 39.90), (-3.65, 39.38)),
    "EST": (121, (25.54, 58.68), (25.84, 58.69), (25.02, 58.59), (25.81, 58.59), (25.90, 58.77)),
    "FIN": (326, (26.16, 64.25), (26.21, 64.28), (25.55, 64.95), (26.07, 64.95), (26.19, 62.53)),
    "FRA": (450, (-6.98, 43.07), (2.48, 46.59), (1.72, 46.71), (2.45, 47.24)),
    "FRO": (21, (-6.87, 62.07), (-6.99, 62.14), (-6.96, 61.90), (-7.11, 62.21)),
    "GBR": (279, (-2.76, 54.04), (-2.41, 53.84), (-5.96, 55.38), (-2.23, 54.32), (-1.57, 52.63)),
    "GEO": (149, (43.52, 42.19), (43.37, 42.32), (42.62, 42.34)),
    "GRC": (204, (22.99, 39.03), (22.56, 39.46), (23.93, 38.28), (23.32, 39.07), (21.61, 39.76)),
    "HRV": (133, (16.40, 45.05), (16.42, 45.14), (16.47, 44.48), (16.47, 44.75), (16.50, 45.78)),
    "HUN": (172, (19.40, 47.17), (19.51, 47.16), (20.08, 47.15)), "IRL": (149, (-8.15, 53.17), (-8.24, 53.42), (-7.53, 53.07)),
    "ISL": (181, (-18.60, 65.00), (-19.02, 64.98), (-18.86, 64.68)),
    "ITA": (310, (12.22, 42.72), (12.32, 43.49), (12.57, 41.29), (12.57, 42.51), (10.56, 45.13)),
    "LBN": (57, (35.89, 33.92), (35.86, 33.87), (36.02, 34.15)), "LTU": (144, (23.91, 55.34), (23.88, 55.17), (23.94, 55.17), (24.33, 55.31)),
    "LUX": (29, (6.09, 49.78), (6.13, 49.82), (6.17, 49.70)), "LVA": (144, (24.93, 56.86), (24.60, 56.88), (26.32, 56.79)),
    "MDA": (104, (28.47, 47.20), (28.39, 46.98), (28.37, 47.56)), "MKD": (90, (21.70, 41.60), (21.74, 41.61), (21.35, 41.51)),
    "MNE": (66, (19.25, 42.79), (19.39, 42.71), (19.15, 42.82)), "NLD": (109, (5.58, 52.26), (5.64, 52.28), (5.29, 52.15), (5.34, 52.11), (5.65, 52.45)),
    "NOR": (348, (12.85, 66.38), (12.25, 63.74), (12.26, 69.38), (18.00, 64.56), (9.92, 60.97)),
    "POL": (315, (19.43, 52.11), (19.13, 51.92), (19.60, 52.17)),
    "PSE": (44, (35.20, 31.91), (35.26, 31.94), (34.90, 31.89), (35.23, 31.95), (35.27, 32.13)),
    "ROU": (275, (24.98, 45.84), (24.98, 45.94), (24.94, 45.76)), "SRB": (157, (20.81, 44.22), (20.91, 44.21), (20.76, 44.10)),
    "SVK": (125, (19.47, 48.71), (19.70, 48.67), (18.97, 48.74)), "SVN": (80, (14.82, 46.12), (14.99, 46.15), (14.25, 46.02)),
    "SWE": (377, (16.29, 62.39), (16.27, 62.45), (17.63, 62.20), (17.67, 64.78)), "SYR": (244, (38.49, 35.03), (39.05, 34.81), (38.32, 35.10)),
    "TUR": (498, (35.17, 39.17), (35.41, 39.09), (35.24, 38.96), (35.44, 38.95), (33.91, 39.36)),
    "UKR": (437, (31.48, 49.04), (31.18, 48.38), (32.41, 49.41)), "XKX": (59, (20.89, 42.58)),
}  # fmt: skip
"""Radius in km of a circle of the country's area, then the points that are called its middle (longitude, latitude, EPSG:4326): the centroid of its land and that of
its largest part, the centres of their bounding boxes, and the point of the largest part farthest from its edge; without those within 3 km of an earlier one. Of
countries-10m in geodata/derived, in an equal-area projection (Lambert, 55 N 20 E), to two decimals; countries of more than 20 km that the theatre does not cut."""
PUBLISHED = {
    "AUT": (14.5501, 47.5162), "AZE": (47.5769, 40.1431), "ESP": (-3.7492, 40.4637), "FIN": (25.7482, 61.9241), "FRA": (2.2137, 46.2276), "GBR": (-3.4360, 55.3781),
    "GRC": (21.8243, 39.0742), "HRV": (15.2000, 45.1000), "ITA": (12.5674, 41.8719), "KAZ": (66.9237, 48.0196), "MDA": (28.3699, 47.4116), "NOR": (8.4689, 60.4720),
    "PRT": (-8.2245, 39.3999), "RUS": (105.3188, 61.5240), "SRB": (21.0059, 44.0165), "SWE": (18.6435, 60.1282), "SYR": (38.9968, 34.8021),
}  # fmt: skip
"""The points of Google's list of countries (Dataset Publishing Language, countries.csv), which geocoders and tables repeat, where they lie more than 3 km from those above."""
NEAR_KM, SHARE = 10, 0.05
"""How far the middles that tables use lie from these at most, as they were worked out of other outlines: 10 km, or a twentieth of the radius of a large country."""
NAMED_KM = 4
"""The same for a point with the name of a place: such a place may lie in the middle of a country, but seldom so near to it."""
_KM_A_DEGREE = 111.2
_NAMELESS = ("", "not stated")


def is_centroid(
    country: np.ndarray, longitude: np.ndarray, latitude: np.ndarray, place: np.ndarray, names: dict[str, str]
) -> np.ndarray:
    """Return for each point whether it lies near a middle of its country.

    Parameters
    ----------
    country : ndarray of str
        ISO 3166-1 alpha-3.
    longitude, latitude : ndarray of float
        WGS 84 degrees (EPSG:4326).
    place : ndarray of str
        Name of the place, "" or "not stated" without one.
    names : dict of str to str
        Names of countries by code: the name of the country is no name of a place in it.
    """
    near = np.zeros(len(country), dtype=bool)
    for code in {*MIDDLES, *PUBLISHED}:
        mine = np.flatnonzero(country == code)
        if not len(mine):
            continue
        radius, *middles = MIDDLES.get(code, (0,))
        nameless = np.isin(place[mine], [*_NAMELESS, names.get(code, ""), code])
        most = np.where(nameless, max(NEAR_KM, SHARE * radius), NAMED_KM)
        for lon, lat in [*middles, *([PUBLISHED[code]] if code in PUBLISHED else [])]:
            x = (longitude[mine] - lon) * np.cos(np.radians(lat))
            near[mine] |= np.hypot(x, latitude[mine] - lat) * _KM_A_DEGREE < most
    return near
