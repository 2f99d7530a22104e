"""Within so many kilometres of a place."""

import numpy as np
import pytest

from incidents import Filter
from incidents.filter_near import is_near, near_text, near_words, parse_near, point_of

GOOD = [
    ("Narva,50", ("Narva", 50), "within 50 km of Narva"),
    ("rzeszow , 12.5", ("Rzeszów", 12.5), "within 12.5 km of Rzeszów"),
    ("LIEPAJA,5", ("Liepāja", 5), "within 5 km of Liepāja"),
    ("28.19,59.38,50", ("28.19,59.38", 50), "within 50 km of 59.38° N, 28.19° E"),
    ("-3.1, 58.2, 50", ("-3.1,58.2", 50), "within 50 km of 58.2° N, 3.1° W"),
]
BROKEN = [
    ("Atlantis,50", "not known"),
    ("Narva", "cannot be read"),
    ("Narva,", "cannot be read"),
    ("Narva,far", "cannot be read"),
    ("Narva,0", "above 0"),
    ("Narva,2001", "up to 2000"),
    ("200,59,5", "no position"),
    (",5", "cannot be read"),
]


@pytest.mark.parametrize(("text", "near", "words"), GOOD)
def test_good_places(text, near, words):
    """Names without regard to case and accents, or a position; the text of the result reads back as the same."""
    assert parse_near(text) == near
    assert parse_near(near_text(near)) == near
    assert near_words(near) == words


@pytest.mark.parametrize(("text", "hint"), BROKEN)
def test_broken_places(text, hint):
    """Each is refused with what is wrong, in the address as a note."""
    with pytest.raises(ValueError, match=hint):
        parse_near(text)
    view, notes = Filter.from_params({"near": [text]})
    assert view == Filter()
    assert notes


def test_distance_is_that_on_the_ellipsoid():
    """A degree of latitude at the equator is 110.574 km, one of longitude 111.320 km."""
    points = np.array([0.0, 1.0]), np.array([1.0, 0.0])
    assert is_near(("0,0", 110.58), *points).tolist() == [True, False]
    assert is_near(("0,0", 110.57), *points).tolist() == [False, False]
    assert is_near(("0,0", 111.33), *points).tolist() == [True, True]


def test_across_the_antimeridian():
    """Distance knows no edge of the map."""
    assert is_near(("179.5,60", 100), np.array([-179.5]), np.array([60.0])).tolist() == [True]


def test_point_of_a_name():
    """A name stands for its position, longitude first."""
    assert point_of(("Narva", 5)) == pytest.approx((28.19, 59.38), abs=0.01)


@pytest.mark.parametrize(("text", "name"), [("Київ", "Kyiv"), ("Брянск", "Bryansk"), ("чернівці", "Chernivtsi")])
def test_a_place_in_cyrillic(text, name):
    """Its name in the gazetteer is found by any of its spellings."""
    assert parse_near(f"{text},50") == (name, 50.0)
