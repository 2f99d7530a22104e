"""The steps of the recipe on small made-up states."""

import numpy as np
import pytest
import shapely

from geodata.build.airspace import at_tolerance, pieces
from geodata.build.borders import read_borders, settle, to_degrees, to_metres
from geodata.build.labels import place_labels
from geodata.build.land import country_land
from geodata.build.limits import seaward_lines
from geodata.build.simplify import simplify
from geodata.build.warp import Warp

BOXES = {
    "RUS": (30, 50, 40, 60),
    "UKR": (35, 48, 42, 52),
    "EST": (24, 57, 28, 59),
    "ALA": (20, 60, 21, 61),
    "FIN": (21, 60, 27, 62),
}


def collection(boxes: dict) -> dict:
    return {
        "features": [
            {
                "properties": {"isoA3": iso3},
                "geometry": {"type": "GeometryCollection", "geometries": [shapely.box(*box).__geo_interface__]},
            }
            for iso3, box in boxes.items()
        ]
    }


@pytest.fixture(scope="module")
def settled():
    return settle(read_borders(collection(BOXES)))


def test_collections_are_flattened_and_aland_joins_finland(settled):
    states, _ = settled
    assert sorted(states) == ["EST", "FIN", "RUS", "UKR"]
    assert to_degrees(np.array([states["FIN"]]))[0].bounds[0] == pytest.approx(20)


def test_what_russia_and_ukraine_both_cover_is_ukraine_and_occupied(settled):
    states, overlaps = settled
    contested = to_metres(np.array([shapely.Point(37, 51)]))[0]
    assert states["UKR"].contains(contested)
    assert not states["RUS"].contains(contested)
    assert [(kind, parties) for kind, parties, _ in overlaps] == [("occupied", "UKR")]


def test_in_other_overlaps_the_smaller_state_wins_and_the_overlap_is_flagged():
    states, overlaps = settle(read_borders(collection({"LVA": (20, 55, 30, 58), "EST": (24, 57, 28, 59)})))
    contested = to_metres(np.array([shapely.Point(26, 57.5)]))[0]
    assert states["EST"].contains(contested)
    assert not states["LVA"].contains(contested)
    assert [(kind, parties) for kind, parties, _ in overlaps] == [("uncertain", "EST/LVA")]


def test_a_state_across_the_antimeridian_makes_no_band():
    far = [[[170.0, 60.0], [-175.0, 60.0], [-175.0, 65.0], [170.0, 65.0], [170.0, 60.0]]]
    feature = {"properties": {"isoA3": "RUS"}, "geometry": {"type": "Polygon", "coordinates": far}}
    assert read_borders({"features": [*collection(BOXES)["features"], feature]})["RUS"].equals(
        read_borders(collection(BOXES))["RUS"]
    )


def test_the_recipe_is_deterministic_and_keeps_a_valid_coverage(settled):
    first, second = (at_tolerance(pieces(*settled), 500) for _ in range(2))
    assert shapely.to_wkb(list(first.states.values())).tolist() == shapely.to_wkb(list(second.states.values())).tolist()
    assert shapely.coverage_is_valid(list(first.states.values()))
    assert list(first.occupied) == ["UKR"]


def test_seaward_lines_leave_out_land_borders_and_the_clip_box():
    west, east = shapely.box(10, 50, 20, 60), shapely.box(20, 50, 61, 60)
    land = shapely.box(10.5, 49, 60.5, 57)
    lines = seaward_lines({"AAA": shapely.segmentize(west, 0.5), "BBB": shapely.segmentize(east, 0.5)}, land)
    found = {(kind, iso3): shape for kind, iso3, shape in lines}
    assert set(found) == {("limit", "AAA"), ("limit", "BBB"), ("maritime_border", "AAA/BBB")}
    assert found["limit", "BBB"].bounds[2] <= 61
    assert not any(part.length > 5 and part.bounds[0] > 60.9 for part in found["limit", "BBB"].geoms)
    assert found["maritime_border", "AAA/BBB"].bounds[1] >= 56.5


def test_the_warp_comes_back_and_shrinks_only_the_world_outside():
    warp = Warp(10)
    points = shapely.points([[25.0, 59.0], [-120.0, 10.0], [190.0, 65.0], [20.0, -50.0]])
    assert shapely.get_coordinates(warp.back(warp.forward(points))) == pytest.approx(shapely.get_coordinates(points))
    inside, outside = (
        warp.forward(shapely.linestrings(line)).length for line in ([[24, 59], [25, 59]], [[124, 59], [125, 59]])
    )
    assert inside == pytest.approx(1)
    assert outside == pytest.approx(0.1)


def test_simplifying_keeps_borders_shared_and_every_state():
    land = {
        "AAA": shapely.segmentize(shapely.box(10, 50, 20, 60), 0.1),
        "BBB": shapely.segmentize(shapely.box(20, 50, 30, 60), 0.1),
    }
    land["CCC"] = shapely.box(40, 50, 40.001, 50.001)
    found = simplify(land, tolerance=0.5, shrink=5, smallest=0.1)
    assert shapely.coverage_is_valid(list(found.values()))
    assert found["AAA"].intersection(found["BBB"]).length == pytest.approx(10)
    assert not found["CCC"].is_empty


def test_land_inside_is_cut_by_airspace_and_joined_with_the_world_outside():
    def topology(name, rows):
        arcs, members = [], []
        for number, box, properties in rows:
            arcs.append(np.diff(np.array([[0, 0], *shapely.box(*box).exterior.coords]), axis=0).tolist())
            members.append({"type": "Polygon", "arcs": [[len(arcs) - 1]], "id": number, "properties": properties})
        value = {"type": "GeometryCollection", "geometries": members}
        return {"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": arcs, "objects": {name: value}}

    land = topology("land", [(None, (20, 40, 80, 50), {})])
    countries = topology("countries", [("643", (20, 40, 80, 50), {"name": "Russia"})])
    airspace = {"UKR": shapely.box(19, 39, 40, 51), "RUS": shapely.box(40, 39, 61, 51)}
    found = country_land(land, countries, airspace, {"643": "RUS"})
    assert found["UKR"].bounds == pytest.approx((20, 40, 40, 50))
    assert found["RUS"].bounds == pytest.approx((40, 40, 80, 50))
    assert len(shapely.get_parts(found["RUS"])) == 1


def test_labels_that_would_collide_wait_for_a_closer_zoom():
    land = {"AAA": shapely.box(0, 40, 8, 46), "BBB": shapely.box(8, 40, 14, 46)}
    ranks = place_labels(land, {"AAA": "A long name", "BBB": "Another long name"}, {})
    assert ranks["AAA"][1] < ranks["BBB"][1]
    assert land["AAA"].contains(shapely.Point(ranks["AAA"][0]))
