"""What is allowed but looks wrong: such rows are kept and marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from incidents.imports.centroids import is_centroid
from incidents.misplaced import misplaced

Words = str | Callable[[int], str]
Doubt = tuple[np.ndarray, str, Words, Words]  # mask, column, message, way out; words of one row where they differ
_COARSE_M = 50_000


def doubts(frame: pd.DataFrame) -> Iterator[Doubt]:
    """Yield what is to be looked at in events whose numbers are float64.

    Yields
    ------
    mask, column, message, way_out
        Poles, the antimeridian, whole degrees, a middle of the country, swapped axes, a point in another state than the one named, or far from it. Positions are WGS 84 degrees.
    """
    from geodata import country_names, locate_many

    longitude, latitude = frame["longitude"].to_numpy(), frame["latitude"].to_numpy()
    good = (np.abs(longitude) <= 180) & (np.abs(latitude) <= 90)
    yield good & (np.abs(latitude) == 90), "latitude", "is a pole", "check the position"
    yield good & (np.abs(longitude) == 180), "longitude", "is the antimeridian", "check the position"
    whole = (longitude == np.floor(longitude)) & (latitude == np.floor(latitude)) & ((longitude != 0) | (latitude != 0))
    fine = frame["coordinate_uncertainty_m"].to_numpy() < _COARSE_M
    way = "it may stand for a whole country: raise coordinate_uncertainty_m, write country_centroid"
    yield good & whole & fine & (np.abs(latitude) < 90), "longitude", "and latitude are whole degrees", way
    exact = fine & ~frame["georeference_basis"].isin(["country_centroid", "region_centroid"]).to_numpy()
    country, place = (frame[name].to_numpy(dtype=object) for name in ("country", "place_name"))
    middle = is_centroid(country, longitude, latitude, place, country_names())
    yield good & exact & middle, "longitude", "and latitude are the middle of the country", way
    codes = np.full(len(frame), "OUTSIDE", dtype="<U9")
    codes[good] = locate_many(longitude[good], latitude[good]).code
    turned = good & (codes == "OUTSIDE") & (np.abs(longitude) <= 90)
    swapped = np.full(len(frame), "OUTSIDE", dtype="<U9")
    swapped[turned] = locate_many(latitude[turned], longitude[turned]).code
    way = "longitude comes first here: exchange the two columns if they are swapped"
    yield (
        turned & (swapped != "OUTSIDE"),
        "longitude",
        "and latitude may be swapped: the point lies far from Europe",
        way,
    )
    found, stated = misplaced(frame, codes), frame["country"].to_numpy(dtype=object)
    apart = (found.far | found.elsewhere) & ~(turned & (swapped != "OUTSIDE"))
    yield apart, "country", lambda at: found.words(at, stated[at]), lambda at: found.ways[at]
