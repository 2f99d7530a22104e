"""Supply lines are told apart by readers with any colour vision; width and dashes follow quantity and status."""

from itertools import combinations

import pytest
from coloraide import Color

from dashboard.layers.flow_style import CLASSES, DASHES, GROUPS, class_of, group_of
from dashboard.layers.palette import THEMES
from incidents import VOCABULARIES

FIGURES = [
    # least, greatest, class
    (None, None, 0),
    (100, None, 0),
    (None, 999, 0),
    (100, 1000, 1),
    (20000, 28000, 1),
    (5, 1_000_000, 2),
    (2e9, 2e9, 2),
    (float("nan"), 300, 0),
    (300, float("nan"), 0),
]


@pytest.mark.parametrize("kind", VOCABULARIES["flow_category"])
def test_every_kind_has_a_group(kind):
    """Each kind of supply has one colour in both themes."""
    assert [name for name, kinds in GROUPS.items() if kind in kinds] == [group_of(kind)]
    assert all(group_of(kind) in theme["flows"] for theme in THEMES.values())


def test_every_status_has_its_dash():
    """No two statuses are drawn alike."""
    assert set(DASHES) == set(VOCABULARIES["flow_status"])
    assert len(set(DASHES.values())) == len(DASHES)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", ["protan", "deutan", "tritan"])
def test_colours_differ_for_any_colour_vision(theme, sight):
    """Each two colours are far apart under each deficiency."""
    for one, other in combinations(THEMES[theme]["flows"].values(), 2):
        assert Color(one).filter(sight).delta_e(Color(other).filter(sight), method="2000") > 15


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["land", "sea"])
def test_colours_stand_out(theme, ground):
    """Three to one against land and sea (WCAG 2.2, 1.4.11)."""
    for colour in THEMES[theme]["flows"].values():
        assert Color(colour).contrast(THEMES[theme][ground]) >= 3


@pytest.mark.parametrize(("low", "high", "expected"), FIGURES)
def test_classes(low, high, expected):
    """By the greatest figure, the least where there is no greatest, thin without figures."""
    assert class_of({"quantity_min": low, "quantity_max": high}) == expected
    assert 0 <= expected < len(CLASSES)
