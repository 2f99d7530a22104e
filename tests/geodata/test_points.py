"""Positions that cannot be: every entry point says which argument, which value, and the way out."""

import numpy as np
import pytest

import geodata

BAD = [
    (np.nan, 59.0, "lon = nan is not finite"),
    (25.0, np.inf, "lat = inf is not finite"),
    (200.0, 59.0, r"lon = 200\.0 is outside -180\.\.180; .*360"),
    (59.8, 126.4, r"lat = 126\.4 is outside -90\.\.90; are lon and lat swapped\?"),
    ("east", 59.0, "lon is 'east', not numbers"),
    (None, 59.0, "lon is None, not numbers"),
    (25.0, True, "lat is True, not numbers"),
]
BAD_ARRAYS = [
    ([1.0, np.nan, np.nan], [1.0, 2.0, 3.0], r"lon\[1\] = nan \(and 1 more\) is not finite"),
    ([1.0, 2.0], [1.0], r"differ in shape: \(2,\) and \(1,\)"),
    ([[1.0, 2.0]], [1.0, 2.0], r"differ in shape: \(1, 2\) and \(2,\)"),
    ([[1.0, 181.0]], [[1.0, 2.0]], r"lon\[0, 1\] = 181\.0 is outside"),
    ([26.0, 27.0], [59.0, -91.0], r"lat\[1\] = -91\.0 is outside -90\.\.90; are lon and lat swapped"),
    ([1.0, [2.0]], [1.0, 2.0], "lon is .* not numbers"),
]
SINGLE = {
    "locate": geodata.locate,
    "depth_range_km": lambda lon, lat: geodata.depth_range_km(lon, lat, 1000),
    "airspaces_within": lambda lon, lat: geodata.airspaces_within(lon, lat, 1000),
    "nearest_place": geodata.nearest_place,
    "sea_name": geodata.sea_name,
    "locate_many": geodata.locate_many,
    "distance_to_border_km": geodata.distance_to_border_km,
    "nearest_airspace": geodata.nearest_airspace,
}
MANY = [SINGLE[name] for name in ("locate_many", "distance_to_border_km", "nearest_airspace")]


@pytest.mark.parametrize("function", SINGLE.values(), ids=SINGLE.keys())
@pytest.mark.parametrize(("lon", "lat", "words"), BAD)
def test_a_bad_position_is_refused_with_its_name_value_and_way_out(function, lon, lat, words):
    with pytest.raises(geodata.ArgumentError, match=words):
        function(lon, lat)


@pytest.mark.parametrize("function", MANY)
@pytest.mark.parametrize(("lon", "lat", "words"), BAD_ARRAYS)
def test_bad_arrays_are_refused_with_the_first_bad_index(function, lon, lat, words):
    with pytest.raises(geodata.ArgumentError, match=words):
        function(lon, lat)


def test_functions_for_one_point_refuse_arrays():
    with pytest.raises(geodata.ArgumentError, match=r"lon is an array of shape \(1,\); .*locate_many"):
        geodata.locate([25.0], [59.0])


@pytest.mark.parametrize("radius", [-1, np.nan, np.inf, 3e6, "5", None, True])
@pytest.mark.parametrize("function", [geodata.depth_range_km, geodata.airspaces_within])
def test_a_bad_radius_is_refused(function, radius):
    with pytest.raises(geodata.ArgumentError, match=r"radius_m is .*; pass metres"):
        function(25.0, 59.0, radius)


def test_an_argument_error_is_a_value_error():
    assert issubclass(geodata.ArgumentError, ValueError)
