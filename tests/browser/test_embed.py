"""The clean view in another page: its shape, its height, what it shows."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from urllib.parse import urlencode

import pytest

from dashboard.press.embed import LISTENER, snippet
from incidents import Filter, filter_events, read_package
from tests.elsewhere import elsewhere

HOST = "<!doctype html><title>A newspaper</title><body style='margin:0'>{}</body>"


@pytest.fixture
def newspaper(browser):
    """Open a page of another origin, with some code in it."""
    with ExitStack() as ends:

        def start(code, *, width):
            address = ends.enter_context(elsewhere(HOST.format(code)))
            page = browser.new_page(viewport={"width": width, "height": 900})
            ends.callback(page.close)
            page.goto(address)
            return page

        yield start


def inner(page, wait="() => incidentLayer.ready.then(() => true)"):
    """Return the frame of the map inside the frame of the app, once the map is ready."""
    page.wait_for_selector("iframe")
    frame = page.frame_locator("iframe").frame_locator("iframe[src*=streamlit_folium]")
    frame.locator("[data-testid=visible-count]").wait_for(state="attached")
    (found,) = [each for each in page.frames if "streamlit_folium" in each.url]
    found.evaluate(wait)
    return found


@pytest.mark.parametrize("width", [320, 1000])
def test_it_tells_its_height(newspaper, server, width):
    """A page that listens gives the frame the height it asks for; nothing is wider than the frame."""
    code = snippet(Filter(country=("EST",)), url=server.url, title="Estonia").replace('loading="lazy"', "")
    page = newspaper(code + LISTENER, width=width)
    frame = inner(page)
    page.wait_for_function("() => document.querySelector('iframe').style.height")
    height = page.evaluate("() => document.querySelector('iframe').clientHeight")
    assert 400 <= height <= 800
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    app = frame.parent_frame
    assert app.evaluate("() => document.documentElement.scrollWidth") <= width
    assert frame.evaluate("() => incidentFrame.map.getZoom()") > 5  # fitted to Estonia


def test_a_fixed_shape(newspaper, server):
    """A shape holds in the window and in the snippet: the picture is 16 by 9, and legend, scale and credit are in it."""
    code = snippet(Filter(), url=server.url, title="All", aspect="16:9").replace('loading="lazy"', "")
    page = newspaper(code, width=1000)
    frame = inner(page)
    assert page.evaluate("() => document.querySelector('iframe').clientHeight") == pytest.approx(1000 * 9 / 16, abs=1)
    box = frame.parent_frame.evaluate(
        "() => { const b = document.querySelector('.st-key-embed').getBoundingClientRect(); return [b.width, b.height]; }"
    )
    assert box[0] / box[1] == pytest.approx(16 / 9, rel=0.01)
    for part in (".legend", ".scale-km", ".leaflet-control-attribution"):
        assert frame.locator(part).is_visible()
    for part in (".time-control", ".leaflet-control-zoom", ".view-bar.leaflet-control"):
        assert not frame.locator(part).is_visible()


def outside(frame, events):
    """Return how many of some events lie outside the map in a frame."""
    points = [frame.evaluate("(id) => incidentLayer.pointOf(id)", event_id) for event_id in events["event_id"]]
    wide, tall = frame.evaluate("() => { const size = incidentFrame.map.getSize(); return [size.x, size.y]; }")
    return sum(not (0 <= at["x"] <= wide and 0 <= at["y"] <= tall) for at in points)


def test_a_picture_shows_what_its_title_counts(open_map):
    """All events of a filtered view are in it, the selected one too; where a picture cannot show all, it says how many lie outside."""
    package = read_package()
    view = Filter(period=(date(2025, 9, 1), date(2025, 9, 30)), country=("EST",), event="2025-09-19-ee-mig31-vaindloo")
    events = filter_events(package, view)
    frame = open_map(f"/?{urlencode(view.to_params())}&embed=true", ready=False).wait_for_map()
    assert len(events) > 3
    assert outside(frame, events) == 0
    assert frame.locator(".picture-outside").inner_text() == ""
    frame = open_map(f"/?event={view.event}&embed=true", ready=False).wait_for_map()
    n = outside(frame, package.events)
    assert n > 100
    assert frame.locator(".picture-outside").inner_text() == f"Outside this picture: {n}"
