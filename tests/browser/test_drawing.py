"""What is on the screen: incidents where they happened, in both themes and at all widths."""

import pytest

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
ALONE = "/?period=2025-09-19&category=incident"
SIZES = [(1440, 900), (768, 1024), (390, 844)]


@pytest.mark.parametrize("path", ["/", ALONE])
def test_an_incident_is_drawn(open_map, path):
    """There are coloured pixels where a known incident happened."""
    opened = open_map(path)
    opened.eventually(lambda: opened.colours_at(VAINDLOO) > 30, "a glyph")


def test_what_the_filter_leaves_out_is_not_drawn(open_map):
    """Where only a left-out incident lies, there is nothing."""
    opened = open_map("/?period=2014-03-03&period=2014-03-31")
    assert opened.colours_at(VAINDLOO) == 0


def test_land_and_sea(open_map):
    """The base map has land and sea of different colours."""
    opened = open_map()
    colours = """() => { const canvas = document.querySelector('.leaflet-tile-pane canvas');
        const { width, height } = canvas, data = canvas.getContext('2d').getImageData(0, 0, width, height).data;
        const seen = {}; for (let i = 0; i < data.length; i += 4 * 97) {
            const key = data[i + 3] < 128 ? 'none' : `${data[i]},${data[i + 1]},${data[i + 2]}`; seen[key] = (seen[key] || 0) + 1; }
        return Object.values(seen).filter((n) => n > 300).length; }"""
    opened.frame.wait_for_selector(".leaflet-tile-pane canvas", state="attached")
    opened.eventually(lambda: opened.frame.evaluate(colours) >= 2, "two large areas")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_theme(open_map, theme):
    """The frame follows the theme of the page, which follows the system."""
    opened = open_map(theme=theme)
    opened.wait_in_frame("(theme) => document.documentElement.dataset.theme === theme", theme)
    lightness = """() => { const c = getComputedStyle(document.querySelector('.time-control')).backgroundColor.match(/[\\d.]+/g);
        return c.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765; }"""
    assert (opened.frame.evaluate(lightness) > 0.5) == (theme == "light")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_sizes(open_map, width, height):
    """The map is on the first screen at every width, the panel beside or below it, and nothing sticks out sideways."""
    opened = open_map(width=width, height=height)
    page = opened.page
    box = page.locator(".st-key-map iframe").bounding_box()
    panel = page.locator(".st-key-detail").bounding_box()
    assert box["y"] < height / 2
    assert box["height"] >= 300
    assert box["width"] >= min(width * 0.6, width - 60)
    assert panel["y"] >= box["y"] + box["height"] - 1 or panel["x"] >= box["x"] + box["width"] - 1
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert opened.frame.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_controls_are_in_the_frame(open_map):
    """On a phone every control of time lies inside the frame and is large enough for a finger."""
    opened = open_map(width=390, height=844)
    height = opened.frame.evaluate("() => innerHeight")
    width = opened.frame.evaluate("() => innerWidth")
    for control in opened.frame.locator(".time-control button:visible, .time-control select:visible").all():
        box = control.evaluate(
            "(e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; }"
        )
        assert box[0] >= 0
        assert box[2] <= width
        assert box[3] <= height
        assert box[3] - box[1] >= 32


def test_embedded(open_map):
    """The view for embedding shows the map with its filters applied."""
    opened = open_map("/?embed=true&country=EST")
    assert 0 < opened.frame_count()[0] < opened.frame_count()[1]


def test_the_embedded_view_is_clean(open_map):
    """The view for embedding has no navigation: the map is all that a foreign page shows."""
    opened = open_map("/?embed=true")
    assert opened.page.get_by_role("link", name="About").locator("visible=true").count() == 0
