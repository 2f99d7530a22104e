"""The TopoJSON encoder."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.build.read_world import read_polygons
from geodata.build.topology import Topology

LEFT, RIGHT = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)


def encode(*shapes, step=0.5):
    topology = Topology(step=(step, step), origin=(-10.0, -10.0))
    topology.add("countries", [({"iso3": f"C{i:02}"}, shape) for i, shape in enumerate(shapes)])
    return topology.encode()


def test_neighbours_share_one_arc_in_opposite_directions():
    found = encode(LEFT, RIGHT)
    assert len(found["arcs"]) == 3
    left, right = ({arc for ring in c["arcs"][0] for arc in ring} for c in found["objects"]["countries"]["geometries"])
    assert len({arc for arc in left if ~arc in right}) == 1


def test_an_enclave_is_one_closed_arc_used_twice():
    hole = shapely.box(1, 1, 2, 2)
    found = encode(shapely.box(0, 0, 3, 3) - hole, hole)
    assert len(found["arcs"]) == 2


def test_points_and_lines_share_the_grid():
    topology = Topology(step=(0.5, 0.5), origin=(-10.0, -10.0))
    topology.add("areas", [({"name": "here"}, shapely.Point(0, 1))])
    topology.add("limits", [({"kind": "limit"}, shapely.LineString([(0, 0), (1, 1)]))])
    found = topology.encode()
    assert found["objects"]["areas"]["geometries"][0]["coordinates"] == [20, 22]
    assert found["arcs"] == [[[20, 20], [2, 2]]]


def test_spikes_and_specks_that_rounding_makes_are_dropped():
    spike = shapely.Polygon([(0, 0), (2, 0), (2, 2), (1, 2), (1.01, 4), (0.99, 4), (0.98, 2), (0, 2)])
    speck = shapely.box(5, 5, 5.01, 5.01)
    found = encode(spike, speck)
    points = np.cumsum(found["arcs"][0], axis=0)
    assert points[:, 1].max() == 24
    assert found["objects"]["countries"]["geometries"][1]["arcs"] == []


def test_the_same_shapes_give_the_same_arcs_wherever_their_rings_start():
    turned = shapely.Polygon([*list(LEFT.exterior.coords)[2:], *list(LEFT.exterior.coords)[1:3]])
    assert encode(turned, RIGHT)["arcs"] == encode(LEFT, RIGHT)["arcs"]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=12, unique=True))
def test_shapes_on_the_grid_come_back_as_they_were(cells):
    shape = shapely.union_all([shapely.box(x, y, x + 1, y + 1) for x, y in cells])
    ((properties, found),) = read_polygons(encode(shape, step=1.0), "countries")
    assert properties["iso3"] == "C00"
    assert found.equals(shape)


def test_reading_unwraps_a_ring_that_crosses_the_antimeridian():
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[170, 60], [9, 0], [-358, 0], [0, 5], [358, 0], [-9, 0], [0, -5]]],
        "objects": {"land": {"type": "Polygon", "arcs": [[0]]}},
    }
    ((_, shape),) = read_polygons(topology, "land")
    assert shape.bounds[2] - shape.bounds[0] == pytest.approx(11)
