"""The chronicle in a browser: steps move the map without a new frame, and the order of the keys is the order of the eye."""

from itertools import pairwise

import pytest

from incidents.read_package import SEEDS, read_package

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
ENTRIES = ".st-key-timeline .row"
BOXES = """(selector) => [...document.querySelectorAll(selector)].map((each) => {
    const box = each.getBoundingClientRect(); return [box.left, box.top, box.bottom]; })"""


def test_a_step_moves_the_map_and_keeps_the_frame(open_map):
    """By keyboard: Enter on Next three times; window, map and card are those of the entry, the focus stays, the frame too; the way back leads back."""
    package, opened = read_package(SEEDS), open_map("/chronicle")
    opened.mark()
    opened.page.locator(".st-key-step_on button").focus()
    for step in range(1, 4):
        opened.page.keyboard.press("Enter")
        opened.page.locator(".tl-step", has_text=f"Step {step} of").wait_for()
        (event_id,) = opened.params["event"]
        event = package.event(event_id)
        opened.page.locator(".st-key-card h2", has_text=event["title"]).wait_for()
        opened.wait_in_frame(
            "([lng, lat]) => { const c = incidentFrame.map.getCenter(); return Math.hypot(c.lng - lng, c.lat - lat) < 0.2; }",
            [event["longitude"], event["latitude"]],
        )
        assert opened.is_marked()
        assert opened.page.evaluate("document.activeElement.closest('.st-key-step_on') !== null")
    opened.page.go_back()
    opened.page.locator(".tl-step", has_text="Step 2 of").wait_for()
    assert opened.is_marked()


def test_the_map_goes_along_with_scrolling(open_map):
    """Scrolled to, an entry is where the map goes, without a rerun; the step that is read stays."""
    opened = open_map("/chronicle?chapter=september-2025")
    entry = opened.page.locator(ENTRIES).nth(30)
    entry.wait_for()
    opened.wait_until_idle()
    before = opened.frame.evaluate("() => incidentFrame.map.getCenter().lng"), len(opened.sent)
    entry.evaluate("(e) => e.scrollIntoView({ block: 'start' })")
    opened.wait_in_frame("(lng) => Math.abs(incidentFrame.map.getCenter().lng - lng) > 0.5", before[0])
    assert len(opened.sent) == before[1]
    assert "event" not in opened.params


@pytest.mark.parametrize("width", [390, 1440])
def test_reading_order_is_visual_order(open_map, width):
    """In one column each entry stands below the one before; in lanes never above it; each says its lane; nothing is wider than the page."""
    opened = open_map(f"/chronicle?chapter=september-2025&event={VAINDLOO}", width=width)
    opened.page.locator(ENTRIES).nth(40).wait_for()
    boxes = opened.page.evaluate(BOXES, ENTRIES)
    pairs = list(pairwise(boxes))
    assert all(two[1] >= one[1] for one, two in pairs)
    if width < 700:
        assert len({round(left) for left, *_ in boxes}) == 1
        assert all(two[1] >= one[2] - 1 for one, two in pairs)
    else:
        assert len({round(left) for left, *_ in boxes}) == 3
        assert all(two[0] > one[0] for one, two in pairs if two[1] == one[1])
    assert all(
        text.split(" · ")[0] in ("Flew", "Said", "Done") for text in opened.page.locator(ENTRIES).all_inner_texts()
    )
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_focus_stays_clear_of_the_bar(open_map):
    """What the Tab key comes to from below is scrolled to stand beneath the bar that stays."""
    opened = open_map("/chronicle?chapter=september-2025")
    entries = opened.page.locator(".st-key-timeline .row")
    entries.nth(40).focus()
    tops = []
    for _ in range(12):
        opened.page.keyboard.press("Shift+Tab")
        opened.next_frames()
        tops.append(opened.page.evaluate("document.activeElement.getBoundingClientRect().top"))
    bar = opened.page.locator(".st-key-steps").bounding_box()
    assert min(tops) < 300
    assert min(tops) >= bar["y"] + bar["height"]


def test_no_key_leads_beside_the_page(open_map):
    """On a phone the links of the collapsed sidebar take no focus; opened, they do."""
    opened = open_map("/chronicle", width=390)
    rights = []
    for _ in range(4):
        opened.page.keyboard.press("Tab")
        rights.append(opened.page.evaluate("document.activeElement.getBoundingClientRect().right"))
    assert min(rights) > 0
    opened.page.get_by_test_id("stExpandSidebarButton").click()
    link = opened.page.get_by_test_id("stSidebar").get_by_role("link", name="Supply lines")
    link.focus()
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/supply-lines*")


def test_a_cell_of_the_matrix_is_a_link(open_map):
    """A press on a number opens its list in the same page; the sheet of an event does not hide the way back on a phone; the next screen keeps the view."""
    opened = open_map("/claims", ready=False, width=390)
    opened.page.evaluate("window.same = true")
    opened.page.get_by_role("link", name="Russia denies").click()
    opened.wait_for_params(party=["RUS"], stance=["denies"])
    opened.page.locator(".st-key-claims_all button").wait_for()  # the rows of the whole list may stand there until then
    opened.wait_until_idle()
    opened.page.locator(".st-key-claims_list .row").first.click()
    sheet = opened.page.locator(".st-key-sheet")
    sheet.locator("h2").wait_for()
    box = sheet.bounding_box()
    assert box["y"] > 300
    assert box["y"] + box["height"] <= 901
    sheet.get_by_role("button", name="All in view").click()
    sheet.wait_for(state="detached")
    opened.page.get_by_role("navigation", name="Screens of the story").get_by_role("link", name="Reaction time").click()
    opened.page.get_by_role("heading", name="Days until an answer").wait_for()
    opened.wait_for_params(party=["RUS"], stance=["denies"])
    assert opened.page.evaluate("window.same")
