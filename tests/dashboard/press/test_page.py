"""The one-file page: from disk, without network, the same counts as everywhere, hostile text inert."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dashboard.press.page import page
from incidents import Filter, filter_events
from tests.browser.install import chromium_path
from tests.browser.opened import ARGUMENTS

pytestmark = pytest.mark.browser
READY = "() => window.incidentLayer && incidentLayer.ready.then(() => true)"
VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
LARGEST = 1_200_000
ESTONIA = Filter(
    period=(date(2025, 9, 1), date(2025, 9, 30)), country=("EST",), type=("aircraft_violation", "statement")
)


@pytest.fixture(scope="module")
def whole(served, tmp_path_factory):
    """The page of all events."""
    path = tmp_path_factory.mktemp("page") / "map.html"
    path.write_bytes(page(served.package))
    return path


def opened(open_file, path, **options):
    """Open a page and wait until the map is drawn and the list is there."""
    made = open_file(path, **options)
    made.wait_for_function(READY)
    made.wait_for_selector("#panel-body h2")
    return made


def test_size(whole):
    """All recorded events fit into 1.2 MB."""
    assert whole.stat().st_size < LARGEST


def test_same_bytes(hostile):
    """The same data gives the same bytes."""
    assert page(hostile) == page(hostile)


def test_opens_from_disk(open_file, whole):
    """From file://, offline, the map is drawn, counts agree, and only the file itself was asked for."""
    made = opened(open_file, whole)
    assert made.inner_text("[data-testid=visible-count]") == "385 of 385"
    assert made.inner_text("#panel-count") == "385 of 385 recorded events"
    assert made.asked == [whole.resolve().as_uri()]
    assert made.locator("[data-testid=time-histogram]").is_visible()
    assert made.locator(".legend-types button").count() > 15


@pytest.mark.parametrize(("width", "height", "theme"), [(1440, 900, "light"), (390, 844, "dark")])
def test_event_and_back(open_file, whole, width, height, theme):
    """An event opens with its claims by a row of the list, by the map and by the address; back leads to the list."""
    made = opened(open_file, whole, width=width, height=height, theme=theme)
    assert made.evaluate("document.documentElement.scrollWidth") <= width
    assert made.evaluate("(id) => incidentLayer.pick(id)", VAINDLOO)
    made.wait_for_selector("#panel-body table")
    assert "Russia" in made.inner_text("#panel-body table")
    assert "denies" in made.inner_text("#panel-body table")
    assert made.url.endswith(f"#{VAINDLOO}")
    made.click("text=All in view")
    made.locator("#panel-body [data-event]").first.click()
    assert made.locator("#panel-body dl").is_visible()
    made.evaluate("(id) => { location.hash = id; }", VAINDLOO)
    made.wait_for_function(
        "(id) => incidentLayer.pointOf(id) && document.querySelector('#panel-body h2').textContent.includes('MiG-31')",
        arg=VAINDLOO,
    )


def test_time_and_legend(open_file, whole):
    """A window of time and a hidden type change map, count and list together."""
    made = opened(open_file, whole)
    made.evaluate(
        """() => { const day = (text) => Date.parse(text);
        for (const [name, value] of [['time-start', day('2025-09-01')], ['time-end', day('2025-09-30')]]) {
            const input = document.querySelector(`[data-testid=${name}]`);
            input.value = value;
            for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
        } }"""
    )
    made.wait_for_function("() => document.getElementById('panel-count').textContent.startsWith('95 of 385')")
    made.click(".legend-types button[data-type=crash_debris]")
    made.wait_for_function("() => document.getElementById('panel-count').textContent.startsWith('69 of 385')")


def test_on_paper(open_file, whole):
    """Printed, the map keeps its picture in the width of a page, the legend lies on it, and all events are listed."""
    made = opened(open_file, whole, fragment=f"#{VAINDLOO}")
    made.emulate_media(media="print")
    made.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    box = made.evaluate(
        "() => { const b = document.getElementById('map_div').getBoundingClientRect(); return [b.width, b.height]; }"
    )
    assert 600 <= box[0] <= 700
    assert box[1] <= 710
    assert made.evaluate("() => getComputedStyle(document.querySelector('.legend')).position") == "absolute"
    assert not made.locator(".time-control").is_visible()
    after = "(part) => getComputedStyle(document.querySelector(part), '::after').content"
    assert "http" in made.evaluate(after, ".panel .sources a")
    assert made.evaluate(after, ".panel td a") == "none"


def test_on_paper_for_a_reader_of_dark_pages(browser, whole, tmp_path):
    """The preference turns light while the browser prints: the map is on the paper all the same, light, and dark again after it."""
    dark = browser.browser_type.launch(
        executable_path=chromium_path(), args=[*ARGUMENTS, "--blink-settings=preferredColorScheme=0"]
    )
    made = dark.new_context(color_scheme="null", viewport={"width": 1440, "height": 900}).new_page()
    made.goto(whole.resolve().as_uri())
    made.wait_for_function(READY)
    made.wait_for_selector("#panel-body h2")
    assert made.evaluate("incidentFrame.theme") == "dark"
    made.evaluate("addEventListener('beforeprint', () => { window.onPaper = incidentFrame.theme; })")
    canvases = made.evaluate(
        "[...document.querySelectorAll('#map_div .leaflet-pane canvas:not(.still)')].map((canvas) => canvas.width)"
    )
    paper = made.pdf(format="A4", print_background=True, page_ranges="1")
    assert made.evaluate("[window.onPaper, incidentFrame.theme]") == ["light", "dark"]
    dark.close()
    drawn = [int(width) for width in re.findall(rb"/Width (\d+)", paper)]
    assert len(canvases) >= 3
    assert [width for width in canvases if width not in drawn] == []


def test_filtered(open_file, served, tmp_path):
    """A filtered page says the same n of N as the library, and brings no words of other events."""
    path = tmp_path / "estonia.html"
    path.write_bytes(page(served.package, ESTONIA, title="Estonia <b>& co</b>"))
    made = opened(open_file, path)
    n = len(filter_events(served.package, ESTONIA))
    assert made.inner_text("#panel-count") == f"{n} of 385 recorded events"
    assert made.inner_text("[data-testid=visible-count]") == f"{n} of 385"
    assert made.inner_text("h1") == "Estonia <b>& co</b>"
    assert "Filter: 1 to 30 September 2025" in made.inner_text("main")


def test_empty(open_file, served, tmp_path):
    """A page without events says so."""
    path = tmp_path / "none.html"
    path.write_bytes(page(served.package, Filter(q="zzzz")))
    assert "No events in view" in opened(open_file, path).inner_text("#panel-body")


def test_hostile_text_is_text(open_file, hostile, tmp_path):
    """Markup in any text of the data is shown as typed and runs nowhere."""
    path = tmp_path / "hostile.html"
    path.write_bytes(page(hostile, title="</title><script>window.pwned=9</script>"))
    first = hostile.events["event_id"].iloc[0]
    made = opened(open_file, path, fragment=f"#{first}")
    made.wait_for_selector("#panel-body dl")
    assert "<script>window.pwned=1</script>" in made.inner_text("#panel-body h2")
    assert made.evaluate("window.pwned") is None
    assert made.locator("#panel-body img, #panel-body script").count() == 0


def test_policy(whole):
    """The page's own policy lets no request out and only its own scripts in."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', whole.read_text("utf-8"))[1]
    assert policy.startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy
    assert "connect-src" not in policy


def test_print(open_file, whole):
    """In print the panel is a plain document below the map."""
    made = opened(open_file, whole)
    made.emulate_media(media="print")
    assert made.evaluate("getComputedStyle(document.querySelector('.panel')).position") == "static"
    assert not made.locator(".time-control").is_visible()
