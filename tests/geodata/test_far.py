"""Rough distances to the airspace of a state, wherever on Earth a point lies."""

import numpy as np
import pytest

from geodata import ArgumentError, distance_to_border_km, rough_distance_km


def test_within_the_theatre_it_agrees_with_the_exact_distance():
    """Within 15 km near the outline and one per cent far from it."""
    lon, lat = (axis.ravel() for axis in np.meshgrid(np.arange(-20, 45, 5.0), np.arange(36, 70, 4.0)))
    for code in ("LTU", "NOR", "TUR"):
        exact = -distance_to_border_km(lon, lat, of=code)
        out = exact > 0
        rough = rough_distance_km(lon, lat, of=code)
        assert np.all(np.abs(rough - exact)[out] <= np.maximum(15, 0.01 * exact[out]))


@pytest.mark.parametrize(("lon", "lat", "low", "high"), [(-97.5, 38.2, 7900, 8150), (25.3, -54.7, 11_950, 12_200), (-154.7, -54.7, 19_500, 20_015)])  # fmt: skip
def test_beyond_the_theatre_it_is_known_too(lon, lat, low, high):
    assert low < rough_distance_km(lon, lat, of="LTU") < high


def test_of_a_state_that_is_not_wholly_known_nothing_is_said_beyond_the_edge():
    """Vladivostok is Russia; the United States are not in the atlas."""
    assert np.isnan(rough_distance_km(131.9, 43.1, of="RUS"))
    assert rough_distance_km(2.0, 40.0, of="RUS") > 1500
    assert np.isnan(rough_distance_km(20.0, 50.0, of="USA"))


@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 2)])
def test_the_shape_is_that_of_the_points(shape):
    assert rough_distance_km(np.full(shape, 25.0), np.full(shape, 59.0), of="POL").shape == shape


def test_a_bad_position_is_refused():
    with pytest.raises(ArgumentError, match="lat"):
        rough_distance_km([25.0], [95.0], of="EST")
