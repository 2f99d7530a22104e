"""The map of supply lines in a real browser: arcs, clicks, the table, the picture."""

import re

LINE = "irn-rus-shahed-technology"


def open_lines(open_map, path="/supply-lines", **options):
    """Open the screen and wait until the lines are drawn."""
    opened = open_map(path, ready=False, **options)
    element = opened.page.wait_for_selector("iframe[src*=streamlit_folium]", state="attached")
    opened.frame = element.content_frame()
    opened.frame.wait_for_url("**/*streamlit_folium*/**")
    opened.at("legend").wait_for(state="attached")
    opened.frame.evaluate("() => supplyLayer.ready")
    return opened


def click_line(opened, flow_id):
    """Click on the number of a line."""
    x, y = opened.frame.evaluate("(id) => { const p = supplyLayer.pointOf(id); return [p.x, p.y]; }", flow_id)
    box = opened.frame.frame_element().bounding_box()
    opened.page.mouse.click(box["x"] + x, box["y"] + y)


def test_a_click_on_an_arc_selects_its_row_and_back(open_map):
    """Arc, address, panel and the row of the table agree, and the frame is never remounted."""
    opened = open_lines(open_map)
    opened.mark()
    click_line(opened, LINE)
    opened.wait_for_params(flow=[LINE])
    opened.wait_for_title("Shahed-136 production licence")
    assert opened.page.locator(".word-table [aria-current]").inner_text().startswith("Shahed-136 production licence")
    opened.page.locator(".word-table a").nth(8).click()
    opened.wait_for_params(flow=["irn-rus-fath360"])
    opened.wait_for_title("Fath-360")
    assert opened.is_marked()


def test_only_lines_of_the_period_are_drawn(open_map):
    """The frame holds as many lines as the page counts; one outside the dates has no place on the map."""
    opened = open_lines(open_map, "/supply-lines?period=2025-09-01&period=2025-09-30")
    assert opened.frame.evaluate("() => [supplyLayer.visibleCount, supplyLayer.total]") == [7, 16]
    assert re.match(r"7 of 16", opened.page.locator(".st-key-count").inner_text())
    assert opened.frame.evaluate("() => supplyLayer.pointOf('prk-rus-artillery-rounds')") is None
    assert opened.frame.evaluate("() => supplyLayer.pick('prk-rus-artillery-rounds')") is False


def test_the_picture_and_the_phone(open_map):
    """Embedded there are no controls; at 390 pixels nothing sticks out."""
    opened = open_lines(open_map, "/supply-lines?embed=true", width=390, height=844)
    assert opened.page.locator(".st-key-detail, .st-key-filters").count() == 0
    assert not opened.frame.locator(".view-bar").is_visible()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
