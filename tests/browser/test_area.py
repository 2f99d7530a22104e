"""An area drawn on the map is part of the one filter; the table under the map and the map select alike."""

import re

import pytest

from incidents import Filter, filter_events, read_package
from incidents.read_package import SEEDS

EVENTS = read_package(SEEDS).events
VAINDLOO = "2025-09-19-ee-mig31-vaindloo"


def degrees(opened, x, y):
    """Return longitude and latitude of a point of the map, in pixels of the frame."""
    return opened.frame.evaluate(
        "([x, y]) => { const p = incidentFrame.map.containerPointToLatLng([x, y]); return [p.lng, p.lat]; }", [x, y]
    )


def area(opened):
    """Return the numbers of the area in the address, once it is there."""
    opened.page.wait_for_function("() => new URLSearchParams(location.search).has('area')")
    return tuple(map(float, opened.params["area"][0].split(",")))


def choose(opened, name):
    """Open the tools and take one of them."""
    opened.at("area-open").click()
    opened.at(f"area-{name}").click()


def expect(opened, drawn):
    """Page, frame and library count the events of the area alike, and the frame is still the same one."""
    n = len(filter_events(EVENTS, Filter(area=drawn)))
    opened.wait_for_count(n)
    assert 0 < n < len(EVENTS)
    assert opened.is_marked()


def test_a_box(open_map):
    """Dragged from corner to corner, the box is the area; the way back shows everything."""
    opened = open_map()
    opened.mark()
    box = opened.frame.frame_element().bounding_box()
    a, b = (450, 150), (680, 380)
    expected = [degrees(opened, *a), degrees(opened, *b)]
    choose(opened, "box")
    opened.page.mouse.move(box["x"] + a[0], box["y"] + a[1])
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + b[0], box["y"] + b[1], steps=4)
    opened.page.mouse.up()
    drawn = area(opened)
    assert drawn == pytest.approx((expected[0][0], expected[1][1], expected[1][0], expected[0][1]), abs=0.001)
    expect(opened, drawn)
    choose(opened, "clear")
    opened.wait_for_params(area=None)
    opened.wait_for_count(len(EVENTS))


def test_corners_and_escape(open_map):
    """Clicked corners, one taken back, closed by Enter; Escape leaves the filter as it was."""
    opened = open_map()
    opened.mark()
    choose(opened, "corners")
    for x, y in ((420, 150), (690, 160), (400, 440)):
        opened.at("area-pad").click(position={"x": x, "y": y})
    opened.page.keyboard.press("Backspace")
    opened.at("area-pad").click(position={"x": 600, "y": 400})
    opened.page.keyboard.press("Enter")
    drawn = area(opened)
    assert len(drawn) == 6
    assert drawn[:2] == pytest.approx(degrees(opened, 420, 150), abs=0.001)
    expect(opened, drawn)
    choose(opened, "box")
    opened.page.keyboard.press("Escape")
    assert opened.at("area-pad").is_hidden()
    assert area(opened) == drawn


def test_a_finger(open_map):
    """By touch: no event is shown beneath the menu, the first corner is marked and closes, and the button ends what is drawn."""
    opened = open_map(width=390, height=844, has_touch=True, is_mobile=True)
    for name in ("open", "corners"):
        opened.at(f"area-{name}").tap()
    assert opened.frame.locator(".incident-tip:visible").count() == 0
    opened.at("area-open").tap()
    assert opened.at("area-pad").is_hidden()
    for name in ("open", "corners"):
        opened.at(f"area-{name}").tap()
    assert "Tap" in opened.frame.locator(".area-hint").inner_text()
    for n, (x, y) in enumerate(((110, 120), (250, 130), (200, 300)), 1):
        opened.at("area-pad").tap(position={"x": x, "y": y})
        assert opened.frame.locator(".area-corner").count() == n
    opened.at("area-pad").tap(position={"x": 118, "y": 126})
    assert len(area(opened)) == 6


def test_the_view_by_keyboard(open_map):
    """Without a pointer: what the map shows becomes the area."""
    opened = open_map("/?at=26.4,59.8,7")
    opened.mark()
    opened.at("area-open").focus()
    for key in ("Enter", "Tab", "Tab", "Tab", "Enter"):
        opened.page.keyboard.press(key)
    drawn = area(opened)
    west, south, east, north = drawn
    assert west < 26.4 < east
    assert south < 59.8 < north
    expect(opened, drawn)


def test_table_and_map_select_alike(open_map):
    """A row of the table selects on the map, an event of the map its row; closing the table leaves the map as it was."""
    opened = open_map("/?country=EST")
    opened.mark()
    opened.page.locator(".st-key-table_open label").first.click()
    grid = opened.page.locator(".st-key-table_box [data-testid=stDataFrame]")
    grid.wait_for()
    opened.wait_until_idle()
    box = grid.bounding_box()
    opened.page.mouse.click(box["x"] + 18, box["y"] + 35 + 17)
    newest = filter_events(EVENTS, Filter(country=("EST",))).iloc[-1]
    opened.wait_for_params(event=[newest["event_id"]])
    opened.wait_for_title(newest["title"])
    assert opened.wait_in_frame(
        "() => incidentLayer.ready && document.querySelector('[data-testid=view-event]').disabled === false"
    )
    opened.frame.evaluate("(id) => incidentLayer.pick(id)", VAINDLOO)
    opened.wait_for_params(event=[VAINDLOO])
    opened.wait_until_idle()
    opened.page.locator(".st-key-table_plain label").first.click()
    here = opened.page.locator(".plain-table a[aria-current]")
    here.wait_for()
    assert re.search(rf"event={VAINDLOO}", here.get_attribute("href"))
    assert opened.is_marked()
