"""Shares of an uncertainty disc."""

import pytest

from geodata import airspaces_within, locate

PLACES = [(26.3583, 59.8175), (23.0, 54.3), (36.5, 46.1), (28.8, 45.3), (19.6, 56.6), (60.9, 60.0), (20.0, 82.9)]


@pytest.mark.parametrize("radius", [0, 500, 15_000, 300_000])
@pytest.mark.parametrize(("lon", "lat"), PLACES)
def test_shares_sum_to_one_and_hold_the_centre(lon, lat, radius):
    shares = airspaces_within(lon, lat, radius)
    assert sum(shares.values()) == pytest.approx(1)
    assert all(share > 0 for share in shares.values())
    assert list(shares.values()) == sorted(shares.values(), reverse=True)
    assert locate(lon, lat).code in shares


def test_a_point_has_one_airspace():
    assert airspaces_within(25.0, 59.0, 0) == {"EST": 1.0}


def test_a_disc_deep_inland_lies_in_one_state():
    assert airspaces_within(19.0, 52.0, 50_000) == {"POL": pytest.approx(1)}


def test_a_disc_on_a_straight_land_border_is_halved():
    shares = airspaces_within(21.5, 54.3275, 2_000)
    assert set(shares) == {"POL", "RUS"}


def test_the_disc_of_the_vaindloo_incident_touches_the_high_seas():
    shares = airspaces_within(26.3583, 59.8175, 15_000)
    assert shares["EST"] > 0.8
    assert 0 < shares["HIGHSEAS"] < 0.2


def test_beyond_the_theatre_nothing_is_known():
    assert airspaces_within(-77.0, 38.9, 10_000) == {"OUTSIDE": 1.0}
    assert airspaces_within(180, 65, 10_000) == {"OUTSIDE": 1.0}
