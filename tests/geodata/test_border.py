"""Signed distance to the border of national airspace."""

import numpy as np
import pytest
import shapely

from geodata import ArgumentError, distance_to_border_km, nearest_airspace
from geodata.atlas import atlas
from geodata.outlines import WGS84

VAINDLOO = [(0, 11.8), (5, 7.0), (9, 3.1)]  # km north of the islet, depth in km (measured before, in another way)


@pytest.mark.parametrize(("north", "depth"), VAINDLOO)
def test_depths_near_vaindloo_are_those_known(north, depth):
    lon, lat, _ = WGS84.fwd(26.3583, 59.8175, 0, north * 1000)
    assert distance_to_border_km(lon, lat) == pytest.approx(depth, abs=0.15)


def test_outside_is_negative_and_says_whose_airspace_is_nearest():
    assert distance_to_border_km(19.6, 56.6) < -30
    assert nearest_airspace(19.6, 56.6) in {"LVA", "SWE", "LTU"}
    assert nearest_airspace(26.3583, 59.8175) == "EST"


def test_the_sea_of_azov_is_outside_of_everyone():
    assert distance_to_border_km(36.5, 46.1) < 0
    assert nearest_airspace(36.5, 46.1) in {"RUS", "UKR"}


def test_distance_to_a_chosen_state_is_measured_from_anywhere():
    assert distance_to_border_km(24.75, 59.44, of="EST") == pytest.approx(distance_to_border_km(24.75, 59.44))
    assert -70 < distance_to_border_km(24.94, 60.17, of="EST") < -15


def test_an_unknown_state_is_refused():
    with pytest.raises(ArgumentError, match=r"of is 'Estonia'; pass one of the .* codes"):
        distance_to_border_km(25, 59, of="Estonia")


def test_beyond_the_theatre_there_is_no_distance():
    assert np.isnan(distance_to_border_km(100, 60))
    assert nearest_airspace(100, 60) == "OUTSIDE"


def test_the_clip_edge_of_the_data_is_no_border():
    """One kilometre inside the eastern edge of the theatre, Russia's border is far away."""
    assert distance_to_border_km(60.98, 58.0) > 100


@pytest.mark.parametrize("shape", [(), (0,), (2,), (2, 3)])
def test_distances_have_the_shape_of_the_input(shape):
    found = distance_to_border_km(np.full(shape, 25.0), np.full(shape, 59.0))
    assert np.shape(found) == shape
    assert np.shape(nearest_airspace(np.full(shape, 25.0), np.full(shape, 59.0))) == shape


def test_distances_agree_with_a_plain_search_along_dense_outlines():
    random = np.random.default_rng(3)
    lon, lat = random.uniform(18, 32, 60), random.uniform(54, 61, 60)
    box = shapely.box(5, 48, 45, 67)
    lines = [shapely.clip_by_rect(shape.boundary, *box.bounds) for shape in atlas().shapes]
    dense = shapely.get_coordinates(shapely.segmentize(lines, 0.002))
    dense = dense[(np.abs(dense[:, 0] - 61) > 0.01)]
    found = np.abs(distance_to_border_km(lon, lat))
    for x, y, km in zip(lon, lat, found, strict=True):
        reach = (np.abs(dense[:, 1] - y) < km / 100 + 0.1) & (np.abs(dense[:, 0] - x) < km / 40 + 0.2)
        near = dense[reach]
        plain = WGS84.inv(np.full(len(near), x), np.full(len(near), y), near[:, 0], near[:, 1])[2].min() / 1000
        assert km == pytest.approx(plain, abs=0.15)
