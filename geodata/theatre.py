"""The part of the world for which national airspace is known here, and the words for what is nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

WEST, SOUTH, EAST, NORTH = THEATRE = (-26.0, 31.0, 61.0, 83.0)  # degrees; edges included

HIGH_SEAS = "HIGHSEAS"
DISPUTED = "DISPUTED"
OUTSIDE = "OUTSIDE"

# Water that no state's polygon covers although it lies between two states: what is left of each box is flagged.
GAPS = {
    DISPUTED: (35.0, 45.45, 38.0, 46.8),  # the middle of the Sea of Azov
    "EST/RUS": (26.85, 59.5, 27.9, 59.85),  # Narva Bay; the border treaty of 2014 is not ratified
}


def in_theatre(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Return which points (EPSG:4326 degrees, longitude first) lie in the theatre, its edges included."""
    return (lon >= WEST) & (lon <= EAST) & (lat >= SOUTH) & (lat <= NORTH)
