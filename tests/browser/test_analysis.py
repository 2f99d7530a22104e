"""Only a browser shows that a click on a bar is the filter, that files come out, and that a phone has room."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

CHART = '[data-testid="stVegaLiteChart"] svg'


def click_bar(opened, left, top=0.5):
    """Click at a share of the width and height of the first chart."""
    box = opened.page.locator('[data-testid="stVegaLiteChart"]').first.bounding_box()
    opened.page.mouse.click(box["x"] + left * box["width"], box["y"] + top * box["height"])


def test_a_click_is_a_filter(open_map, server):
    """A bar sets the dates; after a reset the same bar can be chosen again; the map shows as many."""
    opened = open_map("/analysis?step=year&period=2014-01-01&period=2025-12-31", ready=False)
    opened.page.wait_for_selector(CHART)
    opened.wait_until_idle()
    click_bar(opened, 0.98)
    chosen = {"period": ["2025-01-01", "2025-12-31"], "category": ["incident"], "step": ["year"]}
    opened.wait_for_params(**chosen)
    opened.page.locator(".st-key-filter_reset button").click()
    opened.wait_for_params(period=None)
    opened.page.wait_for_selector(CHART)
    opened.wait_until_idle()
    click_bar(opened, 0.93)
    opened.wait_for_params(**chosen)
    opened.page.locator(".st-key-count", has_text="137 of 385").wait_for()
    opened.page.get_by_role("link", name="Map", exact=True).first.click()
    opened.wait_for_map()
    opened.wait_for_count(137)


def test_an_hour_is_a_filter(open_map):
    """A bar of the hours chart, clicked above its top, sets the hour by the chart's clock."""
    opened = open_map("/analysis?chart=hours&clock=utc", ready=False)
    opened.page.wait_for_selector(CHART)
    opened.wait_until_idle()
    click_bar(opened, 0.7)
    opened.page.wait_for_function("() => new URLSearchParams(location.search).has('hours')")
    assert re.fullmatch(r"1[4-9]-(1[5-9]|20)", opened.params["hours"][0])
    assert opened.params["category"] == ["incident"]


def test_the_way_back_leaves_the_chart_behind(open_map):
    """From the map to a chart and back by the browser: the address of the map says nothing of a chart."""
    opened = open_map("/?country=EST")
    opened.page.get_by_role("link", name="Analysis", exact=True).first.click()
    opened.page.wait_for_selector(CHART)
    opened.wait_until_idle()
    opened.page.get_by_role("radio", name="Hours").or_(opened.page.get_by_role("button", name="Hours")).first.click()
    opened.wait_for_params(chart=["hours"], country=["EST"])
    opened.page.wait_for_selector(CHART)
    opened.wait_until_idle()
    for _ in range(4):
        if urlsplit(opened.page.url).path == "/":
            break
        opened.page.go_back()
        opened.wait_until_idle()
    opened.wait_for_map()
    opened.wait_for_params(chart=None, country=["EST"])


def test_files(open_map, server):
    """The chart comes out as files whose names say what they are."""
    opened = open_map("/analysis?chart=duration&country=EST", ready=False, accept_downloads=True)
    opened.page.wait_for_selector(CHART)
    opened.wait_until_idle()
    opened.page.locator(".st-key-data_duration button").first.click()
    for form, start in (("svg", b"<svg"), ("png", b"\x89PNG")):
        with opened.page.expect_download() as download:
            opened.page.locator(f".st-key-{form}_duration button").first.click()
        assert download.value.suggested_filename.startswith("airspace-duration_filtered_")
        assert download.value.suggested_filename.endswith(f".{form}")
        assert Path(download.value.path()).read_bytes().startswith(start)


@pytest.mark.parametrize("chart", ["series&by=type", "compare"])
def test_a_phone_has_room(open_map, server, chart):
    """At 390 pixels nothing reaches beyond the page, and the chart fits the width."""
    opened = open_map(f"/analysis?chart={chart}", ready=False, width=390, height=844)
    opened.page.wait_for_selector(CHART)
    opened.wait_until_idle()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    box = opened.page.locator(CHART).first.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 391
