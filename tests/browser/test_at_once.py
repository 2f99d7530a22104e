"""What a reader waits for no longer than it takes to draw."""

import pytest

FILES = ("/blobs/", "/assets/countries", "/assets/airspace", "/assets/seas", "/assets/places")


def test_the_next_map_fetches_nothing_again(open_map):
    """The page keeps what its maps have fetched: on another screen, and back on the first, only what is new is asked for."""
    opened = open_map("/chronicle")
    asked = []
    opened.page.on("request", lambda request: asked.append(request.url))
    for screen, title in (("Map", "Airspace incidents"), ("Chronicle", "Chronicle"), ("Map", "Airspace incidents")):
        opened.page.get_by_test_id("stTopNavLink").filter(has_text=screen).first.click()
        opened.page.locator(".stMain h1", has_text=title).wait_for()
        opened.wait_for_map()
    assert opened.frame_count() == (385, 385)
    assert [url for url in asked if any(part in url for part in FILES)] == []


def test_a_map_is_drawn_in_its_new_size_at_once(open_map):
    """The table takes room from the map: the canvas follows with the next frames, without a timer, and the middle stays the middle."""
    opened = open_map("/")
    middle = "() => { const { lat, lng } = incidentFrame.map.getCenter(); return [lat, lng]; }"
    before = opened.frame.evaluate(middle)
    opened.frame.evaluate("""() => {
      const canvas = document.querySelector(".leaflet-tile-pane canvas"), before = canvas.height;
      window.followed = new Promise((done) => addEventListener("resize", () => {
        const frames = (n) => requestAnimationFrame(() => n ? frames(n - 1) : done(canvas.height !== before));
        frames(3);
      }, { once: true }));
    }""")
    opened.page.locator(".st-key-table_open label").first.click()
    assert opened.frame.evaluate("() => window.followed")
    assert opened.frame.evaluate(middle) == pytest.approx(before, abs=0.1)


def test_a_dialog_does_not_fade_in(open_map):
    """It can be read with its first frame."""
    opened = open_map("/")
    opened.page.locator(".st-key-share_open button").click()
    opened.page.wait_for_selector('[data-testid="stDialog"]')
    running = "() => document.getAnimations().filter((each) => each instanceof CSSAnimation && each.effect.target.matches('[data-testid=stDialog]')).length"
    assert opened.page.evaluate(running) == 0


def test_what_is_folded_opens_and_closes_at_once(open_map):
    """Its height is that of its contents with the first frame, though Streamlit moves it for half a second; closed, nothing of it is seen."""
    page = open_map("/about", ready=False).page
    folded = page.locator('[data-testid="stExpander"] details').first
    contents = folded.locator('[data-testid="stExpanderDetails"]')
    heading = folded.locator("summary")
    for is_open in (True, False):
        heading.click()
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert contents.is_visible() == is_open
        tall = folded.bounding_box()["height"] - heading.bounding_box()["height"]
        assert tall == pytest.approx(contents.bounding_box()["height"] if is_open else 0, abs=4)


def test_a_step_of_the_zoom_is_short(open_map):
    """The map is drawn anew only when the movement is over: 0.15 s, where Leaflet takes 0.25 s."""
    opened = open_map("/")
    opened.frame.locator(".leaflet-control-zoom-in").click()
    moving = (
        "() => getComputedStyle(document.querySelector('.leaflet-zoom-anim .leaflet-zoom-animated')).transitionDuration"
    )
    assert opened.frame.evaluate(moving) == "0.15s"
