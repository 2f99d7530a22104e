"""Whose airspace a point lies in."""

import csv
from pathlib import Path

import numpy as np
import pytest
import shapely

from geodata import locate, locate_many
from geodata.atlas import atlas

POINTS = list(csv.DictReader((Path(__file__).parent / "airspace_points.csv").read_text(encoding="utf-8").splitlines()))

SPECIAL = [
    # lon, lat, code, uncertain, why
    (36.5, 46.1, "DISPUTED", True, "middle of the Sea of Azov"),
    (26.7, 59.74, "EST", True, "east of Vaindloo, where Estonian and Russian limits overlap"),
    (27.5, 59.66, "HIGHSEAS", True, "Narva Bay, covered by neither state's polygon"),
    (26.3583, 59.8175, "EST", False, "Vaindloo"),
    (34.1, 44.952, "UKR", False, "occupied Crimea is Ukraine and not uncertain"),
    (19.93, 60.1, "FIN", False, "Aland is Finland"),
    (15.6, 78.2, "NOR", False, "Svalbard is Norway"),
    (21.16, 42.66, "XKX", False, "Kosovo"),
    (0, 90, "OUTSIDE", False, "north pole"),
    (0, -90, "OUTSIDE", False, "south pole"),
    (180, 65, "OUTSIDE", False, "antimeridian"),
    (-180, 65, "OUTSIDE", False, "antimeridian, the other sign"),
    (-26, 31, "HIGHSEAS", False, "corner of the theatre"),
    (61, 83, "HIGHSEAS", False, "the opposite corner"),
    (61.0001, 60, "OUTSIDE", False, "just beyond the theatre"),
]


@pytest.mark.parametrize("row", POINTS, ids=lambda row: row["name"])
def test_every_hand_made_point_lies_where_it_must(row):
    assert locate(float(row["longitude"]), float(row["latitude"])).code == row["expected_iso3"]


@pytest.mark.parametrize(("lon", "lat", "code", "uncertain", "why"), SPECIAL, ids=lambda value: str(value))
def test_special_positions_have_documented_answers(lon, lat, code, uncertain, why):
    assert locate(lon, lat) == (code, uncertain)


def test_many_points_get_the_answers_of_single_ones():
    lon, lat = (np.array([float(row[key]) for row in POINTS]) for key in ("longitude", "latitude"))
    assert locate_many(lon, lat).code.tolist() == [row["expected_iso3"] for row in POINTS]


@pytest.mark.parametrize("shape", [(), (0,), (1,), (3,), (2, 2), (0, 5)])
def test_answers_have_the_shape_of_the_input(shape):
    found = locate_many(np.full(shape, 25.0), np.full(shape, 59.0))
    assert found.code.shape == found.uncertain.shape == shape
    assert (found.code == "EST").all()


def test_a_point_on_a_shared_border_has_one_answer_whichever_way_it_is_asked():
    states = dict(zip(atlas().codes, atlas().shapes, strict=True))
    border = states["EST"].intersection(states["LVA"])
    lon, lat = shapely.get_coordinates(border)[0]
    assert locate(lon, lat).code == locate_many([lon], [lat]).code[0] == "EST"
