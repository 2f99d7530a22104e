"""locate_many held against a plain search through all polygons."""

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata import locate_many
from geodata.atlas import atlas
from geodata.theatre import EAST, NORTH, SOUTH, WEST


def plain(lon: float, lat: float) -> tuple[str, bool]:
    point = shapely.Point(lon, lat)
    known = atlas()
    holders = [code for code, shape in zip(known.codes, known.shapes, strict=True) if shape.intersects(point)]
    azov = any(shape.intersects(point) for shape in known.disputed)
    uncertain = any(shape.intersects(point) for shape in known.uncertain)
    return (holders or ["DISPUTED" if azov else "HIGHSEAS"])[0], uncertain


anywhere = st.tuples(st.floats(WEST, EAST), st.floats(SOUTH, NORTH))
on_cell_edges = st.tuples(
    st.integers(0, 348).map(lambda i: WEST + i / 4), st.integers(0, 208).map(lambda i: SOUTH + i / 4)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(anywhere | on_cell_edges, min_size=1, max_size=30))
def test_random_points_agree_with_the_plain_search(points):
    found = locate_many(*np.array(points).T)
    assert list(zip(found.code, found.uncertain, strict=True)) == [plain(*point) for point in points]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.floats(-0.01, 0.01), st.floats(-0.01, 0.01))
def test_points_close_to_borders_agree_with_the_plain_search(pick, east, north):
    shape = atlas().shapes[pick % len(atlas().shapes)]
    corners = shapely.get_coordinates(shape)
    lon, lat = corners[pick % len(corners)] + (east, north)
    lon, lat = np.clip(lon, WEST, EAST), np.clip(lat, SOUTH, NORTH)
    found = locate_many([lon], [lat])
    assert (found.code[0], found.uncertain[0]) == plain(lon, lat)


def test_a_hundred_thousand_points_agree_with_contains_of_each_polygon():
    random = np.random.default_rng(7)
    lon, lat = random.uniform(WEST, EAST, 100_000), random.uniform(SOUTH, NORTH, 100_000)
    found = locate_many(lon, lat).code
    for code in ("RUS", "UKR", "EST", "POL", "NOR"):
        shape = atlas().shapes[list(atlas().codes).index(code)]
        assert ((found == code) == shapely.contains_xy(shape, lon, lat)).all()
