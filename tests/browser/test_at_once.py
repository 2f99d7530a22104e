"""What a reader waits for no longer than it takes to draw."""

import pytest

from tests.trust.screens import EVENT

FILES = ("/blobs/", "/assets/countries", "/assets/airspace", "/assets/seas", "/assets/places")
LAND = """() => {
  const { width, height } = document.querySelector(".leaflet-tile-pane canvas");
  const pixels = document.querySelector(".leaflet-tile-pane canvas").getContext("2d").getImageData(0, 0, width, height).data;
  return new Set(new Uint32Array(pixels.buffer)).size;
}"""
"""Number of colours on the canvas of the base map."""


def go(opened, screen):
    """Follow a link of the row on top to a screen with a map."""
    opened.page.get_by_test_id("stTopNavLink").filter(has_text=screen).first.click()
    opened.page.locator(".stMain h1", has_text="Airspace incidents" if screen == "Map" else screen).wait_for()
    opened.wait_for_map()


def test_the_next_map_fetches_nothing_again(open_map):
    """The page keeps what its maps have fetched: on another screen, and back on the first, only what is new is asked for."""
    opened = open_map("/chronicle")
    asked = []
    opened.page.on("request", lambda request: asked.append(request.url))
    for screen in ("Map", "Chronicle", "Map"):
        go(opened, screen)
    assert opened.frame_count() == (385, 385)
    assert [url for url in asked if any(part in url for part in FILES)] == []


def test_the_page_of_a_frame_is_kept(open_map):
    """Streamlit's page asks for it with each map, and beside that to see whether it is there: once known, both come from what the browser holds.

    It names the screen in the address, which may still be the one before: a name that is asked for the first time is not held yet.
    """
    opened = open_map("/")
    network, answers = opened.context.new_cdp_session(opened.page), []
    network.send("Network.enable")
    network.on("Network.responseReceived", lambda said: answers.append(said["response"]))
    known, kept = {opened.frame.url}, []
    for screen in ("Chronicle", "Map", "Chronicle"):
        answers.clear()
        go(opened, screen)

        def pages():
            return [each for each in answers if "st_folium/index.html" in each["url"]]

        opened.eventually(lambda: len(pages()) >= 2, "the second answer, which the map does not wait for")
        kept += [each["fromDiskCache"] for each in pages() if each["url"] in known]
        known |= {each["url"] for each in pages()}
    assert len(kept) >= 4
    assert all(kept)


def test_the_next_map_reads_nothing_again(open_map):
    """The page keeps the shapes that its maps have read: the next one draws its land without reading any."""
    opened = open_map("/")
    assert opened.page.evaluate("""() => {
      const { read } = airspaceShapes;
      window.shapesRead = [];
      airspaceShapes.read = (kind, ...file) => { shapesRead.push(kind); return read(kind, ...file); };
      return true;
    }""")
    go(opened, "Chronicle")
    opened.frame.wait_for_function(f"() => ({LAND})() > 100")
    assert opened.page.evaluate("() => shapesRead") == []


def test_the_ground_is_painted_once(open_map):
    """Land, lines and names share one canvas: added together, and finding closer shapes read already, they are painted once, and look the same."""
    opened = open_map("/?at=24.5,59.4,8")
    assert opened.frame.locator(".leaflet-tile-pane canvas:not(.still)").count() == 1
    opened.frame.wait_for_function(
        "() => incidentFrame.shapes.kept('countries', new URL(incidentConfig.baseMap[2].url, document.baseURI).href)"
    )
    paints, before, after = opened.frame.evaluate("""async () => {
      const { map, CanvasLayer, GroundPart } = incidentFrame, { redraw } = CanvasLayer.prototype;
      const canvas = document.querySelector(".leaflet-tile-pane canvas"), picture = () => canvas.toDataURL(), task = () => new Promise((done) => setTimeout(done));
      await task();
      const before = picture(), parts = [];
      map.eachLayer((layer) => { if (layer instanceof GroundPart) parts.push(layer); });
      parts.forEach((part) => part.remove());
      await task();
      let paints = 0;
      CanvasLayer.prototype.redraw = function () { if (this.options.pane === "tilePane") paints++; redraw.call(this); };
      for (const name of ["BaseMap", "AirspaceLines", "MapLabels"]) new incidentFrame[name]().addTo(map);
      await task();
      CanvasLayer.prototype.redraw = redraw;
      return [paints, before, picture()];
    }""")
    assert paints == 1
    assert before == after


def test_a_map_without_our_page_reads_for_itself(open_map):
    """Its frame has the same reader, which it uses where the page around it has none."""
    opened = open_map("/")
    opened.page.evaluate("() => { delete window.airspaceShapes; }")
    go(opened, "Chronicle")
    opened.frame.wait_for_function(f"() => ({LAND})() > 100")
    assert opened.frame.evaluate(
        "() => Boolean(airspaceShapes.kept('countries', new URL(incidentConfig.baseMap[0].url, document.baseURI).href))"
    )


def test_maps_that_are_left_are_let_go(open_map):
    """Neither the page's ear for scrolling nor what it keeps of shapes holds the frame of a screen that is left."""
    opened = open_map("/")
    heap = opened.context.new_cdp_session(opened.page)

    def documents():
        for screen in ("Chronicle", "Map"):
            go(opened, screen)
        for _ in range(3):
            heap.send("HeapProfiler.collectGarbage")
        return heap.send("Memory.getDOMCounters")["documents"]

    heap.send("HeapProfiler.enable")
    first = documents()
    documents()
    assert documents() <= first


def test_the_same_rows_stay(open_map):
    """Where only their addresses change, the rows of the list are the same elements, and lead where they should."""
    opened = open_map("/")
    opened.page.evaluate("() => { document.querySelector('.st-key-list a.row').marked = true; }")
    opened.page.locator(".st-key-table_open label").first.click()
    opened.page.wait_for_function("() => document.querySelector('.st-key-list a.row').search.includes('table=1')")
    assert opened.page.evaluate("() => document.querySelector('.st-key-list a.row').marked")


MIDDLE = "() => { const { lat, lng } = incidentFrame.map.getCenter(); return [lat, lng]; }"
HOLES = """() => {
  const map = incidentFrame.map.getContainer().getBoundingClientRect();
  return [...document.querySelectorAll(".leaflet-tile-pane canvas:not(.still), .leaflet-marker-pane canvas:first-child")].filter((canvas) => {
    const box = canvas.getBoundingClientRect();
    return box.left > map.left || box.top > map.top || box.right < map.right || box.bottom < map.bottom;
  }).length;
}"""
"""Canvases that do not cover the map."""


def test_a_map_that_gets_smaller_is_not_drawn_again(open_map):
    """The table takes room from the map: what is drawn covers it still, the middle stays the middle; a zoom from there sets everything where it belongs."""
    opened = open_map("/")
    before, height = opened.frame.evaluate(MIDDLE), "() => incidentFrame.map.getSize().y"
    high = opened.frame.evaluate(height)
    opened.frame.evaluate("""() => {
      window.draws = 0;
      for (const name of ["fill", "putImageData"]) {
        const draw = CanvasRenderingContext2D.prototype[name];
        CanvasRenderingContext2D.prototype[name] = function (...given) { if (this.canvas.closest(".leaflet-pane")) draws++; return draw.apply(this, given); };
      }
    }""")
    for closer in (lambda now: now < high, lambda now: now == high):
        opened.page.locator(".st-key-table_open label").first.click()
        opened.eventually(lambda closer=closer: closer(opened.frame.evaluate(height)), "another height")
        opened.wait_until_idle()
        assert opened.frame.evaluate("() => draws") == 0
        assert opened.frame.evaluate(MIDDLE) == pytest.approx(before, abs=0.1)
        assert opened.frame.evaluate(HOLES) == 0
    opened.page.locator(".st-key-table_open label").first.click()
    opened.eventually(lambda: opened.frame.evaluate(height) < high, "a smaller map")
    # A zoom scales a canvas around the middle that it was drawn for: where the two differ it is drawn before.
    opened.frame.evaluate("""() => {
      const { map } = incidentFrame, size = () => [...document.querySelectorAll(".leaflet-tile-pane canvas")].map((each) => each.clientHeight / map.getSize().y);
      window.beforeZoom = size();
      window.inZoom = new Promise((done) => map.once("zoomanim", () => setTimeout(() => done(size()))));
    }""")
    opened.frame.locator(".leaflet-control-zoom-in").click()
    assert opened.frame.evaluate("() => beforeZoom")[0] > 1.5
    assert opened.frame.evaluate("() => inZoom")[0] == pytest.approx(1.3, abs=0.01)
    opened.eventually(lambda: opened.frame.evaluate("() => draws") > 0, "the map drawn at another zoom")
    opened.eventually(lambda: opened.colours_at(EVENT) > 30, "a glyph")
    opened.eventually(
        lambda: opened.frame.evaluate(HOLES) == 0, "the map covered, also where the page around it still moves"
    )


def test_a_map_that_gets_larger_is_drawn_at_once(open_map):
    """What is drawn does not cover it: the canvas follows with the next frames, without a timer, and the middle stays the middle."""
    opened = open_map("/", height=600)
    before = opened.frame.evaluate(MIDDLE)
    opened.frame.evaluate("""() => {
      const canvas = document.querySelector(".leaflet-tile-pane canvas"), before = canvas.height;
      window.followed = new Promise((done) => addEventListener("resize", () => {
        const frames = (n) => requestAnimationFrame(() => n ? frames(n - 1) : done(canvas.height !== before));
        frames(3);
      }, { once: true }));
    }""")
    opened.page.set_viewport_size({"width": 1440, "height": 1200})
    assert opened.frame.evaluate("() => window.followed")
    assert opened.frame.evaluate(MIDDLE) == pytest.approx(before, abs=0.1)
    assert opened.frame.evaluate(HOLES) == 0


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
    moving = """() => {
      const pane = document.querySelector(".leaflet-map-pane");
      pane.classList.add("leaflet-zoom-anim"); // as Leaflet does for as long as it moves
      const { transitionDuration } = getComputedStyle(pane.querySelector(".leaflet-zoom-animated"));
      pane.classList.remove("leaflet-zoom-anim");
      return transitionDuration;
    }"""
    assert opened.frame.evaluate(moving) == "0.15s"


def test_a_row_chosen_in_the_table_is_answered_at_once(open_map):
    """Streamlit asks for 150 ms in which more rows could be chosen; the browser is not asked to wait for them, elsewhere it is."""
    opened = open_map("/about", ready=False)
    opened.page.add_init_script("""(() => {
      const wait = setTimeout;
      window.waits = [];
      window.setTimeout = (act, ms, ...given) => { waits.push(ms); return wait(act, ms, ...given); };
    })()""")
    page = opened.go("/?table=1").page
    canvas = page.locator(".st-key-table canvas").first.bounding_box()
    page.evaluate("""() => {
      const wait = setTimeout;
      window.waits = []; window.asked = [];
      window.setTimeout = (act, ms, ...given) => { asked.push(ms); return wait(act, ms, ...given); };
    }""")
    page.mouse.click(canvas["x"] + 15, canvas["y"] + 35 * 2.5)
    page.locator(".st-key-detail_back").wait_for()
    asked, waits = page.evaluate("() => [asked, waits]")
    assert 150 in asked
    assert 150 not in waits
    page.wait_for_timeout(200)
    page.evaluate("() => { waits = []; setTimeout(() => {}, 150); }")
    assert page.evaluate("() => waits") == [150]


LYING_STILL = """() => {
  const shown = (each) => getComputedStyle(each).visibility === "visible", overlay = document.querySelectorAll(".leaflet-marker-pane canvas:not(.still)")[2];
  return [...document.querySelectorAll(".leaflet-pane canvas:not(.still)")].every((each) => !shown(each) && shown(each.nextSibling) === (each !== overlay));
}"""
"""Whether a picture stands for each canvas but the one of selection and pointer, on which nothing is drawn."""


@pytest.mark.parametrize("phone", [False, True])
def test_what_is_not_drawn_lies_still(open_map, phone):
    """A picture takes the place of each canvas, the same to the pixel, and none of an empty one; what is drawn again is shown at once."""
    opened = open_map("/", **({"width": 390, "height": 844, "device_scale_factor": 3} if phone else {}))
    opened.wait_until_idle()
    opened.frame.wait_for_function(LYING_STILL)
    same = opened.frame.evaluate("""() => [...document.querySelectorAll(".leaflet-pane canvas.still")].map((still) => {
      const canvas = still.previousSibling, where = (each) => JSON.stringify(each.getBoundingClientRect());
      return still.style.visibility === "hidden" ? null : still.toDataURL() === canvas.toDataURL() && where(still) === where(canvas);
    })""")
    assert same == [True, True, True, None]
    shown = opened.frame.evaluate("""() => {
      incidentFrame.setTheme("dark");
      return new Promise((done) => setTimeout(() => done([...document.querySelectorAll(".leaflet-pane canvas")].map((each) => getComputedStyle(each).visibility))));
    }""")
    assert shown == [*["visible", "hidden"] * 3, "hidden", "hidden"]
    opened.frame.wait_for_function(LYING_STILL)


def test_a_map_draws_its_events_once(open_map):
    """Filter, dates and selection of the first command are there before the first drawing; the second one brings the discs of uncertainty."""
    opened = open_map("/about", ready=False)
    opened.page.add_init_script("""(() => {
      const { putImageData } = CanvasRenderingContext2D.prototype;
      window.drawings = 0;
      CanvasRenderingContext2D.prototype.putImageData = function (...given) { window.drawings += 1; return putImageData.apply(this, given); };
    })()""")
    opened.go("/chronicle")
    assert opened.frame.evaluate("() => window.drawings") <= 2


def test_the_small_map_has_its_height_with_its_first_command(open_map):
    """Without the time control the map is taller; it does not wait for the page to be laid out."""
    opened = open_map("/about", ready=False)
    opened.page.add_init_script("""Object.defineProperty(window, "incidentFrame", { configurable: true, set(frame) {
      Object.defineProperty(window, "incidentFrame", { value: frame });
      let run;
      Object.defineProperty(frame, "run", { set(first) { run = first; }, get: () => (command) => {
        run(command);
        const { map } = frame;
        window.first ||= [map.getSize().y, map.getContainer().clientHeight, document.documentElement.className.split(" ")];
      } });
    } })""")
    opened.go("/chronicle")
    drawn, tall, kinds = opened.frame.evaluate("() => window.first")
    assert "small" in kinds
    assert drawn == tall


def test_a_map_that_is_not_shown_is_not_drawn(open_map):
    """Its place is taken from it before it goes: it keeps its size, and stands as before where it gets its place back."""
    opened = open_map("/")
    size = "() => { const { x, y } = incidentFrame.map.getSize(); return [x, y]; }"
    before = opened.frame.evaluate(size)
    frame = opened.page.locator(".st-key-map iframe")
    for display in ("none", ""):
        frame.evaluate("(frame, display) => { frame.style.display = display; }", display)
        opened.page.wait_for_timeout(100)
        assert opened.frame.evaluate(size) == before


def test_a_folded_legend_is_made_when_it_is_opened(open_map):
    """On a phone it is folded at first; opened, it counts what the map shows."""
    opened = open_map("/", width=390)
    rows = opened.frame.locator(".legend-types li")
    assert rows.count() == 0
    opened.frame.locator(".legend-toggle").click()
    rows.first.wait_for()
    counted = opened.frame.locator(".legend-count").all_inner_texts()
    assert sum(map(int, counted)) == opened.frame_count()[0]
