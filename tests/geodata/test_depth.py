"""Depth range of an uncertainty disc."""

import numpy as np
import pytest

from geodata import depth_range_km, distance_to_border_km


def test_the_range_straddles_the_line_when_the_disc_does():
    found = depth_range_km(26.3583, 59.8175, 15_000)
    assert found.of == "EST"
    assert found.low == pytest.approx(11.8 - 15, abs=0.3)
    assert 18 < found.high < 27


def test_without_a_radius_both_ends_are_the_distance():
    found = depth_range_km(26.3583, 59.8175, 0)
    assert (found.low, found.high) == pytest.approx([distance_to_border_km(26.3583, 59.8175)] * 2)


def test_over_the_high_seas_the_nearest_state_is_meant():
    found = depth_range_km(19.6, 56.6, 10_000)
    assert found.low < found.high < 0


def test_a_chosen_state_is_the_one_measured():
    assert depth_range_km(26.3583, 59.8175, 1000, of="FIN").high < 0


def test_beyond_the_theatre_there_is_no_range():
    found = depth_range_km(100, 60, 1000)
    assert found.of == "OUTSIDE"
    assert np.isnan(found.low)
    assert np.isnan(found.high)


@pytest.mark.parametrize("radius", [100, 5_000, 50_000])
def test_the_range_is_never_wider_than_the_disc(radius):
    found = depth_range_km(23.9, 50.5, radius)
    assert found.high - found.low <= 2 * radius / 1000 + 0.1
