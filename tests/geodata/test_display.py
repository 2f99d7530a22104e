"""The files the map draws: sizes, shared borders, labels, and no line that is none."""

import gzip
import json
from collections import defaultdict

import numpy as np
import pytest
import shapely

from geodata import country_names, display_files
from geodata.theatre import EAST, NORTH, SOUTH, WEST

FILES = display_files()
SCALES = ["countries-overview", "countries-50m", "countries-10m"]
SIZES = [
    ("countries-overview", 62),
    ("countries-50m", 200),
    ("countries-10m", 700),
    ("airspace", 110),
    ("airspace-close", 110),
]

SIDES = [
    # axis, where the line would be, and between which values of the other axis
    (0, WEST, SOUTH, NORTH),
    (0, EAST, SOUTH, NORTH),
    (1, SOUTH, WEST, EAST),
    (1, NORTH, WEST, EAST),
    (0, 180, -90, 90),
    (0, -180, -90, 90),
]


def read(layer: str) -> dict:
    return json.loads(FILES[layer].read_text(encoding="utf-8"))


def degrees(topology: dict) -> list[np.ndarray]:
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    return [np.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]


def users(topology: dict) -> dict[int, list[str]]:
    found = defaultdict(list)
    for country in topology["objects"]["countries"]["geometries"]:
        for polygon in country["arcs"]:
            for ring in polygon:
                for arc in ring:
                    found[arc if arc >= 0 else ~arc].append(country["properties"]["iso3"])
    return found


def shape_of(topology: dict, iso3: str) -> shapely.Geometry:
    arcs = degrees(topology)
    country = next(c for c in topology["objects"]["countries"]["geometries"] if c["properties"]["iso3"] == iso3)
    rings = [
        np.concatenate([arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in ring])
        for polygon in country["arcs"]
        for ring in polygon[:1]
    ]
    return shapely.union_all([shapely.make_valid(shapely.Polygon(ring)) for ring in rings])


@pytest.mark.parametrize(("layer", "kilobytes"), SIZES)
def test_files_keep_to_their_size(layer, kilobytes):
    assert len(gzip.compress(FILES[layer].read_bytes(), 9)) <= kilobytes * 1000


def test_what_loads_at_start_keeps_to_its_size():
    start = ("countries-overview", "airspace", "seas", "places")
    assert sum(len(gzip.compress(FILES[layer].read_bytes(), 9)) for layer in start) <= 200_000


@pytest.mark.parametrize("layer", SCALES)
def test_borders_are_one_arc_used_by_two_states(layer):
    uses = users(read(layer))
    strange = [sorted(states) for states in uses.values() if len(states) > 2 or len(set(states)) < len(states)]
    assert len(strange) <= 2, "only the railway strip of the Vennbahn may collapse"
    assert all(set(states) == {"BEL", "DEU"} for states in strange)
    borders = {"/".join(sorted(states)) for states in uses.values() if len(states) == 2}
    assert {"EST/RUS", "LTU/POL", "ROU/UKR", "FIN/NOR", "POL/RUS", "CHN/RUS", "CAN/USA", "RUS/UKR"} <= borders


@pytest.mark.parametrize("layer", [*SCALES, "airspace", "airspace-close"])
def test_no_line_runs_along_the_clip_box_or_the_antimeridian(layer):
    topology = read(layer)
    polygons_to_the_box = {"airspace"}  # its polygons end at the box; what is drawn is the object limits
    arcs = degrees(topology)
    if layer in polygons_to_the_box:
        lines = topology["objects"]["limits"]["geometries"]
        arcs = [arcs[arc if arc >= 0 else ~arc] for line in lines for part in line["arcs"] for arc in part]
    for arc in arcs:
        steps = np.abs(np.diff(arc, axis=0))
        assert steps[:, 0].max() < 40, "a band around the world"
        for axis, side, low, high in SIDES:
            on = (np.abs(arc[1:, axis] - side) < 0.03) & (steps[:, axis] < 0.03) & (steps[:, 1 - axis] > 0.6)
            on &= (arc[1:, 1 - axis] > low) & (arc[1:, 1 - axis] < high)
            assert not on.any(), (layer, axis, side, arc[1:][on])


@pytest.mark.parametrize("layer", SCALES)
def test_the_whole_world_is_there_with_names_and_ranks(layer):
    countries = [country["properties"] for country in read(layer)["objects"]["countries"]["geometries"]]
    codes = [country["iso3"] for country in countries]
    assert len(codes) == len(set(codes)) > 200
    for country in countries:
        assert country["name"] == country_names()[country["iso3"]]
        assert country["rank"] in {1, 2, 3, 4}
        assert -190 <= country["label"][0] <= 190


@pytest.mark.parametrize(
    "iso3", ["RUS", "UKR", "EST", "LVA", "LTU", "POL", "FIN", "SWE", "NOR", "DNK", "DEU", "ROU", "TUR", "XKX"]
)
def test_labels_of_the_theatre_stand_on_their_own_land(iso3):
    topology = read("countries-50m")
    countries = topology["objects"]["countries"]["geometries"]
    label = next(c["properties"]["label"] for c in countries if c["properties"]["iso3"] == iso3)
    assert shape_of(topology, iso3).contains(shapely.Point(label))


@pytest.mark.parametrize("layer", SCALES)
def test_crimea_belongs_to_ukraine_and_russia_is_one_piece_across_the_antimeridian(layer):
    topology = read(layer)
    simferopol = shapely.Point(34.1, 44.95)
    assert shape_of(topology, "UKR").contains(simferopol)
    russia = shape_of(topology, "RUS")
    assert not russia.contains(simferopol)
    assert russia.bounds[0] > 0
    assert russia.bounds[2] > 185


@pytest.mark.parametrize("layer", ["airspace", "airspace-close"])
def test_limits_lie_at_sea_and_say_whose_they_are(layer):
    topology = read(layer)
    found = {
        (line["properties"]["kind"], line["properties"]["iso3"]) for line in topology["objects"]["limits"]["geometries"]
    }
    assert {("limit", "EST"), ("limit", "POL"), ("maritime_border", "EST/FIN")} - found <= {
        ("maritime_border", "EST/FIN")
    }
    assert {kind for kind, _ in found} == {"limit", "maritime_border"}
    assert not {iso3 for kind, iso3 in found if kind == "limit"} & {"CZE", "HUN", "MDA", "SVK", "BLR"}


def test_areas_have_labels_of_their_own():
    names = {area["properties"]["name"] for area in read("countries-overview")["objects"]["areas"]["geometries"]}
    assert "Kaliningrad (Russia)" in names
