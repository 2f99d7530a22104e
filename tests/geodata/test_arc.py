"""Geodesics against PROJ's own distances, and cuts at 180 degrees."""

import numpy as np
import pytest

from geodata import ArgumentError, cut_at_antimeridian, geodesic_arc
from geodata.outlines import WGS84

WAYS = [
    # from (lon, lat), to (lon, lat)
    ((125.75, 39.03), (37.62, 55.75)),
    ((130.3, 42.25), (131.9, 43.1)),
    ((179.0, 60.0), (-179.0, 61.0)),
    ((-170.0, 10.0), (150.0, -20.0)),
    ((-157.9, 21.3), (131.9, 43.1)),
    ((51.39, 35.69), (52.05, 55.83)),
]


@pytest.mark.parametrize(("start", "end"), WAYS)
def test_an_arc_is_the_shortest_way(start, end):
    """Its length is that of the geodesic, its steps are at most 100 km, its ends are the places, no longitude jumps."""
    points = geodesic_arc(*start, *end)
    direct = WGS84.inv(*start, *end)[2]
    assert WGS84.line_length(points[:, 0], points[:, 1]) == pytest.approx(direct, rel=1e-9)
    steps = WGS84.inv(points[:-1, 0], points[:-1, 1], points[1:, 0], points[1:, 1])[2]
    assert steps.max() <= 100_001
    assert np.abs(np.diff(points[:, 0])).max() < 180
    assert points[0] == pytest.approx(start)
    assert points[-1][1] == pytest.approx(end[1])
    assert (points[-1][0] - end[0]) % 360 == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("start", "end"), WAYS)
def test_parts_lie_in_the_world(start, end):
    """No part leaves -180..180 or jumps, parts meet on the line, and together they are as long as the arc."""
    points = geodesic_arc(*start, *end)
    parts = cut_at_antimeridian(points)
    crosses = abs(start[0] - end[0]) > 180
    assert len(parts) == 1 + crosses
    for part in parts:
        assert np.abs(part[:, 0]).max() <= 180
        assert np.abs(np.diff(part[:, 0])).max() < 180
    if crosses:
        last, first = parts[0][-1], parts[1][0]
        assert (abs(last[0]), first[0], first[1]) == (180, -last[0], last[1])
    length = sum(WGS84.line_length(part[:, 0], part[:, 1]) for part in parts)
    assert length == pytest.approx(WGS84.line_length(points[:, 0], points[:, 1]), rel=1e-4)


@pytest.mark.parametrize(
    "line", [[(170, 10), (180, 12)], [(180, 10), (170, 12)], [(-180, 0), (-170, 1)], [(170, 0), (180, 1), (170, 2)]]
)
def test_a_line_that_only_touches_is_not_cut(line):
    """An end on 180 degrees makes no second part."""
    (part,) = cut_at_antimeridian(np.array(line, float))
    assert len(part) == len(line)
    assert np.abs(np.diff(part[:, 0])).max() < 180


def test_a_point_on_the_line_is_no_double():
    """A vertex right on 180 degrees ends one part and begins the next, once."""
    parts = cut_at_antimeridian(np.array([(170.0, 0), (180.0, 1), (190.0, 2)]))
    assert [part.tolist() for part in parts] == [[[170, 0], [180, 1]], [[-180, 1], [-170, 2]]]


def test_a_swapped_place_is_named():
    """Latitudes beyond the pole are refused."""
    with pytest.raises(ArgumentError, match="swapped"):
        geodesic_arc(39.03, 125.75, 37.62, 55.75)
