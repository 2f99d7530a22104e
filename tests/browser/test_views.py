"""One state: frame, page, API and command line count the same, and filters never remount the map."""

import json
import re
import subprocess
import sys

import pytest

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
VIEWS = [
    "period=..&period=2020-12-31&category=incident",
    "country=EST&country=POL&status=disputed",
    "type=drone_incursion&type=drone_sighting&actor=RUS",
    "q=balloon",
    "q=no+event+holds+these+words",
]


def command_line(query):
    """Return a query as arguments of the command line."""
    from urllib.parse import parse_qs

    return [word for name, values in parse_qs(query).items() for word in (f"--{name}", *values)]


@pytest.mark.parametrize("query", VIEWS)
def test_all_count_the_same(open_map, query):
    """Frame, page, API and command line say the same n of N."""
    opened = open_map(f"/?{query}")
    opened.wait_for_count(opened.frame_count()[0])
    about = opened.context.request.get(f"{opened.url}/api/events.json?{query}").json()["metadata"]
    command = [sys.executable, "-m", "incidents", "summary", "--format", "json", *command_line(query)]
    counts = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert opened.frame_count() == opened.page_count() == (about["n"], about["N"]) == (counts["n"], counts["N"])


def test_filters_keep_the_frame(open_map):
    """Search, facet and reset change what is drawn in the same frame, at the same zoom and place."""
    opened = open_map()
    page, total = opened.page, opened.frame_count()[1]
    zoom = opened.frame.evaluate("() => incidentFrame.map.getZoom()")
    opened.frame.locator(".leaflet-control-zoom-in").click()
    opened.wait_in_frame(
        "(zoom) => incidentFrame.map.getZoom() > zoom && !document.querySelector('.leaflet-zoom-anim')", zoom
    )

    def place():
        return opened.frame.evaluate("(id) => { const p = incidentLayer.pointOf(id); return [p.x, p.y]; }", VAINDLOO)

    opened.wait_until_idle()
    opened.mark()
    before = place()
    search = page.locator(".st-key-filter_q input")
    search.fill("balloon")
    search.press("Enter")
    balloons = opened.wait_for_change(total)
    assert 0 < balloons < total
    page.locator(".st-key-pop_country button").first.click()
    page.locator(".st-key-filter_country").get_by_role("button", name=re.compile(r"^Lithuania \d+$")).click()
    assert 0 < opened.wait_for_change(balloons) < balloons
    opened.wait_for_params(q=["balloon"], country=["LTU"])
    page.keyboard.press("Escape")
    page.locator(".st-key-filter_reset button").click()
    opened.wait_for_count(total)
    opened.wait_for_params(q=None, country=None)
    assert opened.is_marked()
    assert place() == before


def test_the_view_survives_other_screens(open_map):
    """Going to another screen and back keeps the filters."""
    opened = open_map("/?country=EST")
    n = opened.frame_count()[0]
    opened.page.get_by_role("link", name="About").click()
    opened.page.locator("h1, h2").filter(has_text="About").first.wait_for()
    opened.page.get_by_role("link", name="Map", exact=True).click()
    opened.wait_for_map()
    opened.wait_for_params(country=["EST"])
    opened.wait_for_count(n)


def test_a_broken_address_shows_a_note(open_map):
    """What cannot be read of an address is said on the page; the rest of it counts."""
    opened = open_map("/?country=Atlantis&category=posture")
    opened.page.get_by_text("Atlantis").first.wait_for()
    assert 0 < opened.frame_count()[0] < 385


@pytest.mark.parametrize("width", [390, 768])
@pytest.mark.parametrize("table", ["1", "plain"])
def test_the_table_stands_below_the_list(open_map, width, table):
    """Where list and map stand one below the other, the list is as long as it is and the table comes after it."""
    opened = open_map(f"/?table={table}", width=width)
    opened.page.locator(".st-key-list_more").wait_for()
    edge = "([key, edge]) => document.querySelector(`.st-key-${key}`).getBoundingClientRect()[edge]"
    assert opened.page.evaluate(edge, ["list_more", "bottom"]) <= opened.page.evaluate(edge, ["table_box", "top"])
