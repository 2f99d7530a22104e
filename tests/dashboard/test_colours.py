"""Glyphs are told apart by readers with any colour vision, and without colour."""

from itertools import combinations

import pytest
import shapely
from coloraide import Color

from dashboard.layers.glyphs import TYPES
from dashboard.layers.palette import THEMES

SIGHT = ("protan", "deutan", "tritan", "grayscale")
ENOUGH_COLOUR = 20  # CIEDE2000
ENOUGH_SHAPE = 0.8  # at most this share of two outlines laid over each other is common to both
ENOUGH_CONTRAST = 3  # WCAG 2.2, 1.4.11: graphics against what is beside them


def likeness(one, other):
    """Return the share of two outlines that is common to both, 1 for the same outline."""
    a, b = shapely.Polygon(one), shapely.Polygon(other)
    return a.intersection(b).area / a.union(b).area


def least_difference(one, other):
    """Return the least CIEDE2000 distance of two colours over three deficiencies and grey."""
    seen = [(Color(one).filter(sight), Color(other).filter(sight)) for sight in SIGHT]
    return min(a.delta_e(b, method="2000") for a, b in seen)


def alike(types, theme):
    """Return the pairs of types that differ neither in shape nor enough in colour."""
    return [
        (a, b)
        for a, b in combinations(types, 2)
        if likeness(types[a].shape, types[b].shape) > ENOUGH_SHAPE
        and least_difference(getattr(types[a], theme), getattr(types[b], theme)) < ENOUGH_COLOUR
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_differs(theme):
    """Every two types differ in shape, or in colour under each deficiency."""
    assert alike(TYPES, theme) == []


def test_the_check_can_fail():
    """Two types of one shape and one hue are found."""
    twice = {"a": TYPES["statement"], "b": TYPES["statement"], "c": TYPES["interception"]}
    assert alike(twice, "light") == [("a", "b")]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["land", "sea"])
@pytest.mark.parametrize("name", TYPES)
def test_colours_stand_out(name, ground, theme):
    """Each colour has three to one against land and sea."""
    contrast = Color(getattr(TYPES[name], theme)).contrast(THEMES[theme][ground])
    assert contrast >= ENOUGH_CONTRAST


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["text", "muted"])
def test_text_can_be_read(colour, theme):
    """Text has four and a half to one against the panels of the frame."""
    assert Color(THEMES[theme][colour]).contrast(THEMES[theme]["panel"]) >= 4.5
