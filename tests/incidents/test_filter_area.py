"""A box or a polygon of degrees: its one form, its words, and which points lie in it."""

import numpy as np
import pytest

from incidents import Filter
from incidents.filter_area import MOST_CORNERS, area_text, area_words, check_area, in_area, parse_area

GOOD = [
    ("20,53.5,31,60.8", (20, 53.5, 31, 60.8)),
    (" 20 ; 53.5; 31 ;60.8 ", (20, 53.5, 31, 60.8)),
    ("-5.00001,50,2,60", (-5, 50, 2, 60)),
    ("20,53,31,53,25,60", (20, 53, 31, 53, 25, 60)),
]
BROKEN = [
    ("1,2,3", "3 numbers"),
    ("1,2,3,4,5", "5 numbers"),
    ("20", "1 numbers"),
    ("", "nothing given"),
    ("a,b,c,d", "is not a number"),
    ("nan,1,2,3", "is not a number"),
    ("1e1,1,20,3", "is not a number"),
    ("31,53,20,60", "swap the two"),
    ("20,60,31,53", "swap the two"),
    ("200,50,210,60", "beyond"),
    ("20,50,30,95", "beyond"),
    (",".join(["20", "50"] * (MOST_CORNERS + 1)), f"at most {MOST_CORNERS}"),
]
L_SHAPE = (0, 0, 4, 0, 4, 1, 1, 1, 1, 4, 0, 4)
POINTS = [
    # longitude, latitude, in the L
    (0.5, 0.5, True),
    (3.5, 0.5, True),
    (0.5, 3.5, True),
    (2.0, 2.0, False),
    (-0.5, 0.5, False),
    (0.5, 4.5, False),
]


@pytest.mark.parametrize(("text", "area"), GOOD)
def test_good_areas(text, area):
    """Numbers with commas, semicolons or spaces between; the text of the result reads back as the same."""
    assert parse_area(text) == area
    assert parse_area(area_text(area)) == area


@pytest.mark.parametrize(("text", "hint"), BROKEN)
def test_broken_areas(text, hint):
    """Each is refused with what is wrong, in the address as a note."""
    with pytest.raises(ValueError, match=hint):
        parse_area(text)
    view, notes = Filter.from_params({"area": [text]})
    assert view == Filter()
    assert bool(notes) == bool(text)


@pytest.mark.parametrize(("lon", "lat", "inside"), POINTS)
def test_a_polygon_with_a_notch(lon, lat, inside):
    """Inside the corners is not inside the hull, whichever way round the corners go."""
    for corners in (L_SHAPE, tuple(np.array(L_SHAPE).reshape(-1, 2)[::-1].ravel())):
        assert in_area(check_area(corners), np.array([lon]), np.array([lat])).tolist() == [inside]


def test_a_box_holds_its_edges():
    """A point on the edge counts."""
    assert in_area((0, 0, 1, 1), np.array([0.0, 1.0, 1.1]), np.array([0.5, 1.0, 0.5])).tolist() == [True, True, False]


def test_words():
    """Degrees with the letter of the hemisphere."""
    assert area_words((-5, 50, 2.5, 60)) == "between 5° W and 2.5° E, 50° N and 60° N"
    assert area_words((20, 53, 31, 53, 25, 60)) == "in an area of 3 corners around 56.5° N, 25.5° E"
