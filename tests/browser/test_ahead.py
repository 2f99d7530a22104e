"""While the reader rests, the browser loads what the next screens need; nobody sees it, and nothing that is open closes."""

import pytest

from tests.browser.opened import Opened

SCRIPTS = "() => performance.getEntriesByType('resource').map((each) => each.name).filter((name) => name.includes('/static/js/'))"
AFTER_REST_MS = 2500
"""Longer than the reader must rest for a part."""


def test_it_is_loaded_before_it_is_wanted(open_map):
    """Resting on the map is enough: table and charts then open without another script, and what was loaded with is gone."""
    opened = open_map(ahead=True)
    page = opened.page
    hidden = "() => getComputedStyle(document.querySelector('.st-key-ahead')).visibility"
    assert page.evaluate(hidden) == "hidden"
    page.wait_for_function("() => !document.querySelector('.st-key-ahead')")
    before = page.evaluate(SCRIPTS)
    assert [name for name in ("/DataFrame.", "/ArrowVegaLiteChart.", "/PageLink.") if name not in "".join(before)] == []
    page.locator(".st-key-table_open label").first.click()
    page.locator(".st-key-table_box canvas").first.wait_for()
    page.get_by_role("link", name="Analysis", exact=True).first.click()
    page.locator(".st-key-analysis svg.marks").first.wait_for()
    page.locator(".st-key-data_series button").first.click()
    page.get_by_test_id("stDownloadButton").first.wait_for()
    assert page.evaluate(SCRIPTS) == before


@pytest.mark.parametrize("start", ["/about", "/supply-lines", "/watch-list"])
def test_a_visit_may_begin_anywhere(open_map, start):
    """Neither map nor chronicle needs another script."""
    page = open_map(start, ready=False, ahead=True).page
    page.wait_for_selector(".st-key-ahead", state="attached")
    page.wait_for_function("() => !document.querySelector('.st-key-ahead')")
    before, asked = page.evaluate(SCRIPTS), []
    page.on("request", lambda request: asked.append(request.url))
    for screen, part in (
        ("Map", ".st-key-list a.row"),
        ("Chronicle", ".st-key-timeline a.row"),
        ("Analysis", "svg.marks"),
    ):
        page.get_by_role("link", name=screen, exact=True).first.click()
        page.locator(part).first.wait_for()
    assert page.evaluate(SCRIPTS) == before


def test_what_is_open_stays_open(open_map):
    """A press would close a popover as a click elsewhere does: it waits until there is none."""
    opened = open_map(ahead=True)
    page = opened.page
    page.locator(".st-key-pop_country button").first.click()
    page.locator(".st-key-filter_country button").first.wait_for()
    page.wait_for_timeout(AFTER_REST_MS)
    assert page.locator(".st-key-filter_country button").first.is_visible()
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.st-key-ahead')")


def test_a_telephone_loads_nothing_ahead(open_map):
    """Data may be dear there."""
    opened = open_map(width=390, height=844, has_touch=True, is_mobile=True, ahead=True)
    assert not opened.page.evaluate("() => window.airspaceAhead")


def test_nothing_where_the_browser_saves_data(open_map):
    """Nor where the reader has asked for it."""
    assert not open_map().page.evaluate("() => window.airspaceAhead")


def test_nothing_in_the_clean_view(browser, server):
    """A picture in another page has no next screen."""
    opened = Opened(browser, server.url, ahead=True)
    opened.go("/?embed=true")
    assert opened.page.locator(".st-key-ahead").count() == 0
    opened.close()


def test_nothing_moves_meanwhile(open_map):
    """The title stands where it stood while parts come and go."""
    page = open_map("/about", ready=False, ahead=True).page
    top = "() => document.querySelector('.stMain h1').getBoundingClientRect().top"
    page.wait_for_selector(".st-key-ahead", state="attached")
    page.wait_for_selector(".stMain h1")
    before = page.evaluate(top)
    page.wait_for_function("() => !document.querySelector('.st-key-ahead')")
    assert page.evaluate(top) == before
