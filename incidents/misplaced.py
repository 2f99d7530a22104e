"""Points that lie farther from the state they are said to concern than an incident of that state can."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

FAR_KM = 348
"""From the 12-mile limit, where national airspace ends, to the 200 nautical miles of an exclusive economic zone (UNCLOS, articles 3 and 57): as far out as a
state has platforms to be flown over and is the one concerned. Beyond it an event concerns the state as that of a ship or aircraft, which is what
airspace_claim international says."""
_CHECK = "check the position and the country"


@dataclass(frozen=True)
class Misplaced:
    """What was found, row by row.

    Attributes
    ----------
    far : ndarray of bool
        Too far from the airspace of the state.
    elsewhere : ndarray of bool
        In the airspace of another state.
    km : ndarray of float
        About how far from the airspace of the state, NaN where it was not asked or is not known.
    ways : ndarray of str
        What to do: which slip would have put the point there, if one would.
    """

    far: np.ndarray
    elsewhere: np.ndarray
    km: np.ndarray
    ways: np.ndarray

    def words(self, at: int, country: str) -> str:
        """Return what is wrong with a row."""
        if not self.far[at]:
            return "is not where the point lies"
        return f"lies about {self.km[at]:,.0f} km from the airspace of {country}".replace(",", " ")


def misplaced(frame: pd.DataFrame, codes: np.ndarray) -> Misplaced:
    """Find incidents whose point does not go with their country.

    Parameters
    ----------
    frame : DataFrame
        Events whose numbers are float64; positions in WGS 84 degrees (EPSG:4326).
    codes : ndarray of str
        What `geodata.locate_many` says of each point; OUTSIDE where it is none.

    Returns
    -------
    Misplaced
        The uncertainty of a point is taken off its distance. Not asked: points in the country or in disputed waters, points within the theatre where the airspace
        claimed is international, and states that geodata does not know as a whole.
    """
    from geodata import rough_distance_km

    longitude, latitude = frame["longitude"].to_numpy(), frame["latitude"].to_numpy()
    stated = frame["country"].to_numpy(dtype=object)
    good = (np.abs(longitude) <= 180) & (np.abs(latitude) <= 90)
    incident = good & (frame["category"] == "incident").to_numpy()
    international = (frame["airspace_claim"] == "international").to_numpy()
    elsewhere = incident & ~international & ~np.isin(codes, ["OUTSIDE", "HIGHSEAS", "DISPUTED"]) & (codes != stated)
    asked = incident & ~elsewhere & (codes != stated) & (codes != "DISPUTED")
    asked &= ~(international & (codes != "OUTSIDE"))
    km = np.full(len(frame), np.nan)
    for country in pd.unique(stated[asked]):
        mine = asked & (stated == country)
        km[mine] = rough_distance_km(longitude[mine], latitude[mine], of=country)
    far = km - np.nan_to_num(frame["coordinate_uncertainty_m"].to_numpy()) / 1000 > FAR_KM
    ways = np.full(len(frame), _CHECK, dtype=object)
    cut = asked & np.isnan(km)  # a state of which only a part is known: a slip that leads into it is the only sign
    _slips(far | elsewhere | cut, stated, longitude, latitude, ways)
    return Misplaced(far, elsewhere, km, ways)


def _slips(asked: np.ndarray, stated: np.ndarray, lon: np.ndarray, lat: np.ndarray, ways: np.ndarray) -> None:
    """Say for each row which slip of the pen would have put a point of its country where it lies."""
    from geodata import locate_many

    for words, x, y in (
        ("exchange the two columns if they are swapped", lat, lon),
        ("did a minus get lost or added in longitude?", -lon, lat),
        ("did a minus get lost or added in latitude?", lon, -lat),
        ("did a minus get lost or added in both?", -lon, -lat),
        ("did the decimal point slip in longitude?", lon * 10, lat),
        ("did the decimal point slip in longitude?", lon / 10, lat),
        ("did the decimal point slip in latitude?", lon, lat * 10),
        ("did the decimal point slip in latitude?", lon, lat / 10),
    ):
        open_ = np.flatnonzero(asked & (ways == _CHECK) & (np.abs(x) <= 180) & (np.abs(y) <= 90))
        found = open_[locate_many(x[open_], y[open_]).code == stated[open_]]
        for at in found:
            ways[at] = f"at {x[at]:.10g}, {y[at]:.10g} it would lie in {stated[at]}: {words}"
