"""What the map offers beyond points: legend, chooser, time line, views, options."""

import re

import pytest

from tests.browser.opened import Opened

STORY = "/?period=2025-09-01&period=2025-10-31"
VILNIUS = (25.285, 54.634)


def shown_types(opened: Opened) -> dict[str, int]:
    """Return the counts of the legend by type."""
    script = "() => Object.fromEntries([...document.querySelectorAll('.legend-types button')].map((b) => [b.dataset.type, Number(b.querySelector('.legend-count').textContent)]))"
    return opened.frame.evaluate(script)


def test_the_legend_counts_what_is_shown(open_map):
    """The counts of the types add up to n."""
    opened = open_map(STORY)
    opened.wait_in_frame("() => [...document.querySelectorAll('.legend-count')].some((e) => e.textContent !== '0')")
    assert sum(shown_types(opened).values()) == opened.frame_count()[0]


def test_the_legend_hides_a_type(open_map):
    """A click on a type leaves it out everywhere, a second click brings it back."""
    opened = open_map(STORY)
    before = opened.frame_count()[0]
    statements = shown_types(opened)["statement"]
    row = opened.frame.locator("[data-type=statement]")
    row.click()
    opened.page.wait_for_url(re.compile("not-type=statement"))
    opened.wait_in_frame("(n) => incidentLayer.visibleCount === n", before - statements)
    assert row.get_attribute("aria-pressed") == "false"
    opened.frame.locator("[data-type=statement]").click()
    opened.wait_in_frame("(n) => incidentLayer.visibleCount === n", before)


def test_a_stack_opens_a_chooser(open_map):
    """Where several events share a place, a click lists them; arrow keys and Enter choose one."""
    opened = open_map("/?at=25.285,54.634,6")
    point = opened.frame.evaluate(
        "([lon, lat]) => { const p = map.latLngToContainerPoint([lat, lon]); return [p.x, p.y]; }", list(VILNIUS)
    )
    box = opened.page.locator(".st-key-map iframe").bounding_box()
    opened.page.mouse.click(box["x"] + point[0], box["y"] + point[1])
    chooser = opened.at("chooser")
    chooser.wait_for(state="visible")
    rows = chooser.locator("button")
    assert rows.count() > 3
    opened.page.wait_for_url(re.compile("event="))
    first = opened.params["event"]
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_function("(id) => !location.search.includes(id)", arg=first[0])
    assert opened.params["event"] != first
    opened.page.keyboard.press("Escape")
    chooser.wait_for(state="hidden")


def test_members_of_a_stack_fan_out(open_map):
    """At close zoom no two events at one place are drawn on one pixel."""
    opened = open_map("/?at=25.285,54.634,10")
    ids = opened.frame.evaluate(
        "async () => { const rows = await Promise.all([...Array(incidentLayer.total).keys()].map((i) => incidentFrame.labels.get(i))); return rows.filter((row) => row.place.includes('Vilnius Airport')).map((row) => row.id); }"
    )
    points = opened.frame.evaluate(
        "(ids) => ids.map((id) => incidentLayer.pointOf(id)).map((p) => `${Math.round(p.x)},${Math.round(p.y)}`)", ids
    )
    assert len(ids) > 3
    assert len(set(points)) == len(points)


def test_the_time_line_stretches(open_map):
    """Stretched to the window, the track shows days instead of years; all dates undoes it."""
    opened = open_map(STORY)
    whole = opened.at("time-start").get_attribute("min")
    opened.at("time-zoom").click()
    assert opened.at("time-start").get_attribute("min") > whole
    assert opened.at("time-zoom").get_attribute("aria-pressed") == "true"
    opened.at("time-all").click()
    assert opened.at("time-start").get_attribute("min") == whole


def test_the_window_is_dragged_by_its_middle(open_map):
    """Dragging the window moves both ends by as many days."""
    opened = open_map(STORY)
    opened.at("time-zoom").click()
    box = opened.frame.locator(".time-track").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 25
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + 120, y, steps=4)
    opened.page.mouse.up()
    opened.page.wait_for_function("() => !location.search.includes('2025-09-01')")
    first, last = opened.params["period"]
    assert first > "2025-09-01"
    assert last > "2025-10-31"


def test_a_bar_chooses_its_days(open_map):
    """A press on a bar outside the window makes its days the window."""
    opened = open_map("/?period=2025-09-01&period=2025-09-30")
    box = opened.frame.locator(".time-track").bounding_box()
    opened.page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + 30)
    opened.page.wait_for_function("() => !location.search.includes('2025-09-30')")
    first, last = opened.params["period"]
    assert first < last < "2025"


@pytest.mark.parametrize("mode", ["0", "1"])
def test_playing_ends_or_loops(open_map, mode):
    """A growing window keeps its start, a moving one its width."""
    opened = open_map("/?period=2025-03-01&period=2025-03-31")
    opened.at("time-settings").click()
    opened.at("time-mode").select_option(mode)
    opened.at("time-speed").select_option("4")
    opened.at("time-play").click()
    start = opened.at("time-start").input_value()
    opened.wait_in_frame(
        "(end) => Number(document.querySelector('[data-testid=time-end]').value) > Date.UTC(2025, 6, 1)"
    )
    opened.at("time-play").click()
    assert (opened.at("time-start").input_value() == start) == (mode == "1")


def test_the_address_holds_the_position(open_map):
    """A map that was moved opens at the same place from its address."""
    opened = open_map("/?country=EST")
    opened.at("view-theatre").select_option("3")
    opened.page.wait_for_url(re.compile("at="))
    again = open_map(opened.page.url.partition(opened.url)[2])
    lng, lat, zoom = opened.frame.evaluate("() => [map.getCenter().lng, map.getCenter().lat, map.getZoom()]")
    close = "([lng, lat, zoom]) => map.distance(map.getCenter(), [lat, lng]) < 2000 && map.getZoom() === zoom"
    again.wait_in_frame(close, [lng, lat, zoom])
    assert again.params["country"] == ["EST"]


def test_views(open_map):
    """Fit shows the filtered events, the pin zooms to the selected one; the scale is in kilometres and nautical miles."""
    opened = open_map("/?country=ROU&event=2025-09-19-ee-mig31-vaindloo")
    opened.at("view-fit").click()
    opened.wait_in_frame("() => map.getZoom() > 5 && map.getBounds().contains([45.2, 28.8])")
    opened.at("view-event").click()
    opened.wait_in_frame("() => map.getBounds().contains([59.82, 26.37])")
    scale = opened.at("scale").inner_text()
    assert "km" in scale
    assert "nm" in scale


@pytest.mark.parametrize("option", ["airspace", "places", "members", "sizes", "fade"])
def test_options(open_map, option):
    """Each option can be switched without an error and without a change of the count."""
    opened = open_map(STORY)
    before = opened.frame_count()
    box = opened.frame.locator(f"[data-option={option}]")
    for _ in range(2):
        box.evaluate("(e) => e.click()")
        opened.frame.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert opened.frame_count() == before


def test_the_phone_gives_the_map_its_room(open_map):
    """On a phone the map takes at least 55 percent of the screen's height, and the legend is folded."""
    opened = open_map("/", width=390, height=844)
    assert opened.frame.locator("#map_div").bounding_box()["height"] >= 0.55 * 844
    assert opened.frame.locator(".legend-toggle").get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("width", [768, 1024, 1280, 1440])
def test_the_actions_stand_in_one_row(open_map, width):
    """Nothing of them breaks over the filters, whatever their widths add up to."""
    page = open_map("/", width=width).page
    tops = page.locator(".st-key-actions :is(button, a):visible").evaluate_all(
        "(all) => all.map((each) => { const { top, height } = each.getBoundingClientRect(); return Math.round(top + height / 2); })"
    )
    assert len(tops) >= 4
    assert max(tops) - min(tops) <= 2
