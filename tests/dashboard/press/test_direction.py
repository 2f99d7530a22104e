"""Lines of a title run as the whole title does, whatever word they begin with."""

from __future__ import annotations

import re

import pytest
from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags

from dashboard.press import fonts
from dashboard.press.direction import LEFT, RIGHT, joined
from dashboard.press.image import image
from dashboard.press.picture import Picture
from tests.dashboard.press.references import SEPTEMBER

ENGLISH = "Flights over {{7*7}} and the sea שלום $x^2$ then end of title"
HEBREW = "שלום עולם, Baltic Sea drones (שלום) ואחרי זה: עוד מילים!"
EXAMPLES = [(ENGLISH, LEFT), (HEBREW, RIGHT), ("Flights over the sea, then end of title", "")]


def _seen(line: str) -> str:
    """Return the characters of a line from left to right, as the drawing library places them."""
    font = get_font(fonts.paths("semibold"))
    font.set_size(64, 72)
    at = [(item.x, item.char) for item in font._layout(line, LoadFlags.NO_HINTING)]
    return "".join(character for _, character in sorted(at, key=lambda pair: pair[0]))


@pytest.mark.parametrize(("title", "mark"), EXAMPLES)
def test_each_line_has_the_direction_of_the_whole(title, mark):
    """Every line carries the mark of the first strong letter of the title, which takes no room; together they are the title."""
    lines = fonts.wrap(title, 28, 150)
    assert len(lines) > 3
    assert all(line.startswith(mark) and line.endswith(mark) for line in lines)
    assert joined(lines).strip(LEFT + RIGHT) == title
    assert fonts.width(mark + "abc" + mark, 28) == fonts.width("abc", 28)
    assert fonts.fit(joined(lines[1:]), 28, 150).startswith(mark)


def test_a_word_from_right_to_left_turns_no_line():
    """A line that begins with it stays in the order in which it is read."""
    (line,) = fonts.wrap("sea שלום $x^2$ then", 28, 900)
    first, second = fonts.wrap("and the sea שלום $x^2$ then", 28, fonts.width("and the sea", 28) + 1)[:2]
    assert "שלום"[::-1] in _seen(line)
    assert first.strip(LEFT) == "and the sea"
    assert _seen(second).strip(LEFT).startswith("שלום"[::-1])
    assert _seen(second.strip(LEFT)).endswith("שלום"[::-1])  # without the mark: what the title looked like


@pytest.mark.parametrize(("title", "turned"), [(ENGLISH, False), (HEBREW, True)])
def test_svg_says_so_to_browsers(served, title, turned):
    """A browser takes the direction from the style: lines from right to left say it, and end at the left edge."""
    svg = image(served.package, Picture(SEPTEMBER, format="svg", title=title)).decode()
    (line,) = [each for each in re.findall(r"<text [^>]*>[^<]*", svg) if ("end of title" in each or "drones" in each) and "שלום" in each]  # fmt: skip
    assert ("text-anchor: end; direction: rtl" in line) is turned
