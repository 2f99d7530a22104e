"""The browser's way back: one step for one action, and each step shows what was there."""

import pytest

from tests.browser.opened import Opened

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"


def go_to(opened: Opened, screen: str, title: str) -> None:
    """Click on a link on top and wait until the screen stands and its address is written."""
    opened.page.get_by_test_id("stTopNavLink").filter(has_text=screen).first.click()
    opened.page.locator(".stMain h1", has_text=title).wait_for()
    opened.wait_until_idle()


def steps(opened: Opened) -> int:
    """Return how many steps the history of the tab has."""
    return opened.page.evaluate("() => history.length")


@pytest.mark.parametrize("attempt", range(4))
def test_a_change_of_screen_is_one_step(open_map, attempt):
    """Though path and view are written one after the other, in an order that is not always the same: back leads to the screen before at once."""
    opened = open_map("/?country=EST")
    before = steps(opened)
    go_to(opened, "Chronicle", "Chronicle")
    opened.page.wait_for_url("**/chronicle?*chapter=*")
    opened.wait_for_params(country=["EST"])
    go_to(opened, "Analysis", "Analysis")
    opened.page.wait_for_url("**/analysis?*country=EST*")
    assert steps(opened) == before + 2
    opened.page.go_back()
    opened.page.locator(".stMain h1", has_text="Chronicle").wait_for()
    opened.page.wait_for_url("**/chronicle?*country=EST*")
    opened.wait_until_idle()
    opened.page.go_back()
    opened.page.locator(".stMain h1", has_text="Airspace incidents").wait_for()
    opened.page.wait_for_url("**/?country=EST")


def test_an_action_in_the_map_is_a_step_of_its_own(open_map):
    """Right after a change of screen too: back takes the event away, and only then the screen."""
    opened = open_map("/about", ready=False)
    opened.page.locator(".stMain h1", has_text="About").wait_for()
    opened.wait_until_idle()
    before = steps(opened)
    go_to(opened, "Map", "Airspace incidents")
    opened.wait_for_map()
    opened.click_event(VAINDLOO)
    opened.page.wait_for_url("**event=*")
    opened.wait_until_idle()
    assert steps(opened) == before + 2
    opened.page.go_back()
    opened.page.wait_for_function("() => !location.search.includes('event=')")
    assert opened.page.evaluate("() => location.pathname") in ("/", "/map")
    opened.wait_until_idle()
    opened.page.go_back()
    opened.page.locator(".stMain h1", has_text="About").wait_for()


def test_words_typed_and_events_chosen_are_steps(open_map):
    """Two choices in lists are two steps."""
    opened = open_map("/")
    before = steps(opened)
    for country in ("Estonia", "Poland"):
        if country == "Estonia":
            opened.page.locator(".st-key-pop_country button").first.click()
        opened.page.locator(".st-key-filter_country button").filter(has_text=country).first.click()
        opened.page.wait_for_url(f"**country={'EST' if country == 'Estonia' else 'EST&country=POL'}*")
        opened.wait_until_idle()
    assert steps(opened) == before + 2


def test_a_click_of_a_screen_reader_is_an_action(open_map):
    """It comes without pointer and key: two changes of screen are two steps all the same."""
    opened = open_map("/")
    before = steps(opened)
    for screen in ("Analysis", "About"):
        opened.page.get_by_test_id("stTopNavLink").filter(has_text=screen).first.evaluate("(link) => link.click()")
        opened.page.locator(".stMain h1", has_text=screen).wait_for()
        opened.wait_until_idle()
    assert steps(opened) == before + 2
