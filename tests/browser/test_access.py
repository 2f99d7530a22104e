"""Everybody can use it: axe-core, the keyboard, a count that is read out, the sheet on phones. All screens are in tests/trust/accessibility.py."""

import io

import pytest
from PIL import Image, ImageStat

from tests.browser.axe import violations
from tests.trust.accessibility import MOST_KEYS, beyond, without_words
from tests.trust.keyboard import stops, unseen_focus, work_by_keyboard
from tests.trust.screens import EVENT, SCREENS, show

QUICK = [("map with an event", "light", 1440), ("country filter", "dark", 360), ("page of the API", "dark", 768)]


@pytest.mark.parametrize(("name", "theme", "width"), QUICK)
def test_nothing_breaks_wcag(open_map, name, theme, width):
    """axe-core finds nothing in the page and its frames, no picture is without words."""
    opened = open_map("/api", ready=False, width=width, theme=theme)
    show(opened, SCREENS[name])
    assert violations(opened.page) == []
    assert without_words(opened) == []


def test_axe_can_fail(open_map):
    """A picture without words and a pale line are found, in a frame as well."""
    opened = open_map("/api", ready=False)
    opened.page.set_content(
        "<html lang=en><title>x</title><main><img src='data:,'><iframe title=f srcdoc='<html lang=en><title>y</title><p style=\"color:#bbb\">pale</p>'></iframe></main>"
    )
    opened.page.wait_for_timeout(300)
    opened.expect_errors()
    assert {"image-alt", "color-contrast"} <= {each.rule for each in violations(opened.page)}
    assert len(without_words(opened)) == 1


def test_a_task_by_keyboard(open_map):
    """Open, filter, select, read the claims, export: no pointer, few keys."""
    assert work_by_keyboard(open_map("/api", ready=False)) <= MOST_KEYS


def test_the_focus_is_seen_in_charts_and_headings(open_map):
    """Streamlit shows tools of charts and links of headings to a pointer alone: the focus brings them out."""
    opened = open_map("/analysis", ready=False)
    opened.page.locator("[data-testid=stElementToolbar]").first.wait_for(state="attached")
    opened.wait_until_idle()
    assert any("Fullscreen" in stop["name"] for stop in stops(opened))
    assert unseen_focus(opened) == []
    opened.page.add_style_tag(content="[data-testid=stElementToolbar] { opacity: 0 !important; }")
    assert any("Fullscreen" in each for each in unseen_focus(opened))


def test_the_count_is_read_out(open_map):
    """The count is a live region that stays while its words change: that is what a screen reader waits for."""
    opened = open_map("/")
    opened.page.wait_for_selector(".st-key-count[role=status][aria-atomic=true]")
    opened.page.evaluate(
        """() => { const count = document.querySelector('[role=status].st-key-count'); window.said = [];
        new MutationObserver(() => window.said.push(count.isConnected && count.innerText)).observe(count, { subtree: true, childList: true, characterData: true }); }"""
    )
    before = opened.page_count()[0]
    opened.page.locator(".st-key-filter_confirmed label").first.click()
    n = opened.wait_for_change(before)
    assert opened.page.evaluate("() => window.said.at(-1)").startswith(f"{n} of ")


EDGES = """(key) => {
  const [track, knob] = document.querySelectorAll(`.st-key-${key} label > div:not([data-testid]), .st-key-${key} label > div:not([data-testid]) > div`);
  const at = (e) => getComputedStyle(e);
  return { border: parseFloat(at(track).borderTopWidth), track: at(track).backgroundColor, knob: at(knob).backgroundColor };
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_with_the_colours_of_the_system(open_map, theme):
    """Forced colours take backgrounds away: switches keep an edge and tell on from off, glyphs stay, axe-core finds nothing."""
    opened = open_map(f"/?event={EVENT}", theme=theme, forced_colors="active")
    opened.wait_until_idle()
    opened.eventually(lambda: opened.colours_at(EVENT) > 30, "a glyph")
    off = opened.page.evaluate(EDGES, "filter_confirmed")
    before = opened.page_count()[0]
    opened.page.locator(".st-key-filter_confirmed label").first.click()
    opened.wait_for_change(before)
    on = opened.page.evaluate(EDGES, "filter_confirmed")
    assert off["border"] == on["border"] >= 1
    assert off["knob"] != on["knob"] or off["track"] != on["track"]
    assert off["knob"] != off["track"]
    assert violations(opened.page) == []


def test_the_time_handles_cover_no_bars_in_the_colours_of_the_system(open_map):
    """A handle is as wide as a finger and as high as the bars, and mostly ground."""
    opened = open_map("/", forced_colors="active")
    opened.wait_until_idle()
    box = opened.at("time-end").bounding_box()
    clip = {"x": box["x"] + box["width"] - 22, "y": box["y"], "width": 22, "height": box["height"]}
    picture = Image.open(io.BytesIO(opened.page.screenshot(clip=clip))).convert("L")
    assert ImageStat.Stat(picture).median[0] > 200


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640)])
def test_on_phones_the_event_is_a_sheet(open_map, width, height):
    """A tap brings the panel up from the bottom, the picked point stays in sight above it, nothing sticks out; closing gives the list back."""
    opened = open_map("/?period=2025-09-01&period=2025-09-30", width=width, height=height, reduced_motion="reduce")
    opened.wait_until_idle()
    opened.frame.evaluate("(id) => incidentLayer.pick(id)", EVENT)
    opened.wait_for_params(event=[EVENT])
    opened.page.locator(".st-key-detail_bar").wait_for()
    opened.wait_until_idle()
    sheet = opened.page.locator(".st-key-detail").bounding_box()
    assert sheet["y"] + sheet["height"] == pytest.approx(height, abs=1)
    assert sheet["height"] <= 0.47 * height
    opened.eventually(lambda: 60 < opened.point_of(EVENT)[1] < sheet["y"] - 10, "the point above the sheet")
    assert beyond(opened) == 0
    opened.page.locator(".st-key-detail_back button").click()
    opened.page.locator(".st-key-list").wait_for()
