"""Geodesic distance to one point."""

import numpy as np
import pytest

from geodata import ArgumentError, distance_km


def test_one_and_many():
    """A number for numbers, an array of the same shape for arrays, also an empty one."""
    assert distance_km(0, 1, to=(0, 0)) == pytest.approx(110.574, abs=0.001)
    assert distance_km([[0.0], [1.0]], [[1.0], [0.0]], to=(0, 0)) == pytest.approx(
        np.array([[110.574], [111.320]]), abs=0.001
    )
    assert distance_km([], [], to=(0, 0)).shape == (0,)


def test_what_is_no_position():
    """Refused, as everywhere in geodata."""
    with pytest.raises(ArgumentError, match="outside"):
        distance_km(0, 91, to=(0, 0))
