"""Every event type has a shape of its own, and every status is drawn."""

from itertools import combinations

import pytest

from dashboard.layers.glyphs import STATUSES, TYPES
from incidents import VOCABULARIES

EVENT_TYPES = VOCABULARIES["event_type"]
MOST_TYPES = 32  # five bits in the packed file
REACH = 1.2


def test_types_are_those_of_the_vocabulary():
    """The table of glyphs and the vocabulary hold the same types."""
    assert set(TYPES) == set(EVENT_TYPES)


def test_the_packed_kind_has_room():
    """The types fit into five bits, the statuses into two."""
    assert len(TYPES) <= MOST_TYPES
    assert len(STATUSES) <= 4


def test_statuses_are_those_of_the_vocabulary():
    """Every status can be packed, none twice."""
    assert sorted(STATUSES) == sorted(VOCABULARIES["status"])


@pytest.mark.parametrize("name", TYPES)
def test_the_category_is_right(name):
    """A glyph belongs to the category of its type."""
    assert TYPES[name].category == EVENT_TYPES[name].category


@pytest.mark.parametrize("name", TYPES)
def test_the_shape_is_a_shape(name):
    """A shape is a polygon with an area, inside the unit square and a little beyond."""
    shape = TYPES[name].shape
    assert all(-REACH <= value <= REACH for point in shape for value in point)
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(shape, [*shape[1:], shape[0]], strict=True)) / 2
    assert len(shape) >= 3
    assert abs(area) > 0.3


@pytest.mark.parametrize("name", TYPES)
def test_colours_are_colours(name):
    """Both colours are six hexadecimal digits."""
    for colour in (TYPES[name].light, TYPES[name].dark):
        assert colour.startswith("#")
        assert 0 <= int(colour[1:], 16) < 2**24
        assert len(colour) == 7


def test_no_two_shapes_are_the_same():
    """Types can be told apart without colour."""
    same = [(a, b) for a, b in combinations(TYPES, 2) if set(TYPES[a].shape) == set(TYPES[b].shape)]
    assert same == []
