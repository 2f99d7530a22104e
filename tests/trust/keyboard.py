"""The app without a pointer: a task from the first to the last key, and where the focus is on the way through a screen."""

from __future__ import annotations

from tests.browser.opened import Opened

MOST_STOPS = 300
_FOCUS = """() => {
    let home = document, stop = document.activeElement;
    while (stop && stop.tagName === 'IFRAME') { home = stop.contentDocument; stop = home.activeElement; }
    if (!stop || stop === home.body) return null;
    const look = (each) => { const s = home.defaultView.getComputedStyle(each); return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.backgroundColor, s.caretColor].join('|'); };
    const around = []; for (let each = stop; each && around.length < 5; each = each.parentElement) around.push(each);
    if (stop.type === 'range') return { name: stop.getAttribute('aria-label'), seen: true };
    const focused = around.map(look);
    const hidden = !stop.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const blurred = (() => { stop.blur(); const found = around.map(look); stop.focus({ preventScroll: true }); return found; })();
    return { name: stop.getAttribute('aria-label') || stop.innerText || stop.tagName, seen: !hidden && (focused.join() !== blurred.join() || home.defaultView.getComputedStyle(stop).outlineStyle !== 'none') };
}"""


class Keys:
    """Counts the keys that are pressed in a page."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.pressed = opened, 0

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.opened.page.keyboard.press(key)
            self.pressed += 1


def work_by_keyboard(opened: Opened, path: str = "/") -> int:
    """Open the map, set the first day, choose the newest event, bring its claims into view, download a CSV; return the number of keys.

    Each step is checked: the count fell, the panel shows an event with claims, a file arrived.
    """
    opened.go(path)
    opened.wait_until_idle()
    keys, before = Keys(opened), opened.page_count()[0]
    keys.press("F6", "F6", *"20250901", "Tab", "Tab")
    n = opened.wait_for_change(before)
    assert 0 < n < before
    opened.wait_until_idle()
    keys.press("F6", "F6", "Enter")
    opened.page.locator(".st-key-detail .ev-title").wait_for()
    opened.wait_until_idle()
    claims = opened.page.locator(".st-key-detail .ev-claims").first
    claims.wait_for()
    keys.press("PageDown")
    opened.page.wait_for_function(
        "() => { const box = document.querySelector('.st-key-detail .ev-claims').getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0; }"
    )
    keys.press("Shift+F6", "Shift+F6", "Shift+F6")
    while not opened.page.evaluate("() => Boolean(document.activeElement.closest('.st-key-pop_download'))"):
        keys.press("Tab")
        assert keys.pressed < MOST_STOPS, "the Tab key never comes to Download"
    keys.press("Enter")
    opened.page.locator(".take-away a").first.wait_for()
    with opened.page.expect_download() as download:
        while not opened.page.evaluate("() => Boolean(document.activeElement.closest('.take-away'))"):
            keys.press("Tab")
            assert keys.pressed < MOST_STOPS, "the Tab key never comes to the files"
        keys.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    return keys.pressed


def stops(opened: Opened) -> list[dict]:
    """Return each stop of the Tab key from the beginning of a page until it begins anew; a stop has a name and whether it is seen."""
    found = []
    opened.page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }")
    for _ in range(MOST_STOPS):
        opened.page.keyboard.press("Tab")
        stop = opened.page.evaluate(_FOCUS)
        if stop is None:
            break
        found.append(stop)
    return found


def unseen_focus(opened: Opened) -> list[str]:
    """Return the stops of the Tab key where nothing shows that the focus is there."""
    return [f"focus not seen: {stop['name']!r}" for stop in stops(opened) if not stop["seen"]]


def lost_focus(opened: Opened) -> int:
    """Return 1 when the Tab key never leaves the page, else 0; the way back is walked as well."""
    there = len(stops(opened))
    back = 0
    for _ in range(MOST_STOPS):
        opened.page.keyboard.press("Shift+Tab")
        if opened.page.evaluate(_FOCUS) is None:
            break
        back += 1
    return int(there >= MOST_STOPS or back >= MOST_STOPS)
