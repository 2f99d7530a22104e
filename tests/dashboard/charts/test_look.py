"""Charts use the colours of the map."""

import pytest
from coloraide import Color

from dashboard.charts.look import colour, config, theme_of
from dashboard.layers.glyphs import TYPES
from dashboard.layers.palette import THEMES


@pytest.mark.parametrize("theme", THEMES)
def test_types_have_their_colours(theme):
    """A type has the colour of its glyph."""
    for word, glyph in TYPES.items():
        assert colour("type", word, theme) == getattr(glyph, theme)
    assert colour("country", "EST", theme) == THEMES[theme]["accent"]
    assert colour("country", "", theme) == THEMES[theme]["muted"]


def test_the_theme():
    """Before the browser has said anything the light one is taken."""
    assert [theme_of(name) for name in ("dark", "light", None, "custom")] == ["dark", "light", "light", "light"]


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read(theme):
    """Labels reach the contrast of WCAG AA on the ground of the file."""
    made = config(theme, background=True)
    for part in (made["axis"]["labelColor"], made["title"]["color"], made["title"]["subtitleColor"]):
        assert Color(part).contrast(made["background"]) >= 4.5
