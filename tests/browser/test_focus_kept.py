"""The focus is never lost to the page: what had it may go, or be able to do no more."""

import pytest

FOCUSED = "() => document.activeElement !== document.body && !document.activeElement.disabled"
WITHIN = "(part) => Boolean(document.activeElement.closest(part) || document.activeElement.querySelector(part))"


def press(opened, locator):
    """Press Enter on something and wait until the screen has answered."""
    locator.focus()
    opened.page.keyboard.press("Enter")
    opened.wait_until_idle()


def test_a_chip_that_is_removed(open_map):
    """The next stop is in the row of the chips, where the others stood."""
    opened = open_map("/?country=EST")
    chip = opened.page.locator("[class*=st-key-chip_] button")
    chip.first.wait_for()
    press(opened, chip.first)
    opened.page.wait_for_function("() => !location.search.includes('country')")
    opened.page.wait_for_function(FOCUSED)
    assert opened.page.evaluate(WITHIN, ".st-key-chips")


@pytest.mark.parametrize("path", ["/?country=EST", "/claims?country=EST"])
def test_reset_can_do_no_more(open_map, path):
    """Beside the count, which it has changed."""
    opened = open_map(path, ready=path.startswith("/?"))
    reset = opened.page.locator(".st-key-filter_reset button")
    reset.wait_for()
    press(opened, reset)
    opened.page.wait_for_function("() => document.querySelector('.st-key-filter_reset button').disabled")
    opened.page.wait_for_function(FOCUSED)
    assert opened.page.evaluate(WITHIN, ".st-key-count")


def test_the_last_page_of_the_plain_table(open_map):
    """The focus stays with the table when there are no older rows."""
    opened = open_map("/?table=plain-3")
    older = opened.page.get_by_role("button", name="Older 100")
    older.wait_for()
    press(opened, older)
    opened.page.wait_for_function(FOCUSED)
    assert opened.page.evaluate(WITHIN, ".st-key-table_box")
