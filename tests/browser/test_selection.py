"""Selecting: by click on the map, by Enter in the list, by address; the map rings it, the panel tells it."""

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
ALONE = "/?period=2025-09-19&category=incident"
PAIR = ("2016-04-14-lt-rc135-su27", "2016-04-29-us-rc135-baltic")  # recorded at the same point


def title_of(opened, event_id):
    """Return the title of an event as the API gives it."""
    return opened.context.request.get(f"{opened.url}/api/events/{event_id}.json").json()["title"]


def test_a_click_opens_the_panel(open_map):
    """A click on an incident shows its title and who says what, and the address names it."""
    opened = open_map(ALONE)
    opened.click_event(VAINDLOO)
    opened.wait_for_title(title_of(opened, VAINDLOO))
    opened.wait_for_params(event=[VAINDLOO], category=["incident"])
    panel = opened.page.locator(".st-key-detail").inner_text()
    assert "denies" in panel
    assert "Estonia" in panel


def test_a_click_rings_the_event(open_map):
    """The selected event gets a ring around it."""
    opened = open_map(ALONE)
    before = opened.colours_at(VAINDLOO, reach=20)
    opened.click_event(VAINDLOO)
    opened.page.mouse.move(5, 5)
    opened.eventually(lambda: opened.colours_at(VAINDLOO, reach=20) > before + 50, "a ring")


def test_enter_in_the_list(open_map):
    """Enter on a focused row of the list selects its event, and the map rings it; with Ctrl its address opens beside, and here all stays."""
    opened = open_map(ALONE)
    before = opened.colours_at(VAINDLOO, reach=20)
    row = opened.page.locator(f".st-key-list [data-event='{VAINDLOO}']")
    with opened.page.context.expect_page() as beside:
        row.click(modifiers=["Control"])
    assert beside.value.url == f"{opened.url}{ALONE}&event={VAINDLOO}"
    beside.value.close()
    assert "event" not in opened.params
    row.focus()
    opened.page.keyboard.press("Enter")
    opened.wait_for_title(title_of(opened, VAINDLOO))
    opened.eventually(lambda: opened.colours_at(VAINDLOO, reach=20) > before + 50, "a ring")


def test_several_under_one_click(open_map):
    """Where several events lie under the click, the panel steps through them."""
    opened = open_map("/?period=2016-04-01&period=2016-04-30")
    opened.click_event(PAIR[0])
    titles = {title_of(opened, event_id) for event_id in PAIR}
    opened.page.locator(".st-key-stack_next").wait_for()
    first = opened.title()
    (second,) = titles - {first}
    opened.page.locator(".st-key-stack_next button").click()
    opened.wait_for_title(second)
    opened.page.locator(".st-key-stack_back button").click()
    opened.wait_for_title(first)


def test_a_permalink_restores_the_view(open_map):
    """The address of a view opens the same view in a new browser: filters, event, window, ring."""
    first = open_map()
    first.page.goto(f"{first.url}/?period=2025-09-01&period=2025-09-30&country=EST&event={VAINDLOO}")
    first.wait_for_map()
    second = open_map(first.page.url.removeprefix(first.url))
    second.wait_for_title(title_of(second, VAINDLOO))
    assert second.frame_count() == second.page_count() == first.frame_count()
    assert second.frame_count()[0] < 385
    assert second.window() == first.window()
    second.eventually(lambda: second.colours_at(VAINDLOO, reach=20) > 100, "a ring")


def test_back_and_forward(open_map):
    """The browser's back button takes the selection back, forward restores it."""
    opened = open_map(ALONE)
    opened.click_event(VAINDLOO)
    opened.wait_for_params(event=[VAINDLOO])
    title = title_of(opened, VAINDLOO)
    opened.wait_for_title(title)
    opened.page.go_back()
    opened.wait_for_params(event=None, category=["incident"])
    opened.page.locator(f".st-key-list [data-event='{VAINDLOO}']").wait_for()
    opened.page.go_forward()
    opened.wait_for_params(event=[VAINDLOO])
    opened.wait_for_title(title)


def test_an_event_off_the_map_is_brought_into_view(open_map):
    """Selecting an event far from the view pans the map to it, without a change of zoom."""
    far = "2025-09-25-us-quantico-summons"
    opened = open_map("/?period=2025-09-25&country=USA")
    opened.page.locator(f".st-key-list [data-event='{far}']").click()
    size = opened.frame.evaluate(
        "() => { const b = document.querySelector('.leaflet-container'); return [b.clientWidth, b.clientHeight]; }"
    )

    def inside():
        x, y = opened.frame.evaluate("(id) => { const p = incidentLayer.pointOf(id); return [p.x, p.y]; }", far)
        return 0 <= x <= size[0] and 0 <= y <= size[1]

    opened.eventually(inside, "the event is in view")


def test_an_action_runs_the_screen_alone(open_map):
    """What a reader does is answered by the screen, not by the navigation around it, which Streamlit would draw before the map."""
    opened = open_map()
    opened.page.evaluate(
        "() => { window.said = []; addEventListener('message', (event) => window.said.push(event.data?.type)); }"
    )
    n = opened.page_count()[0]
    opened.page.locator(".st-key-pop_country button").first.click()
    opened.page.locator(".st-key-filter_country button").nth(2).click()
    opened.wait_for_change(n)
    opened.wait_until_idle()
    said = opened.page.evaluate("() => window.said")
    assert "SET_QUERY_PARAM" in said, "the page no longer tells what it does"
    assert "SET_APP_PAGES" not in said


def test_buffers_rest(open_map):
    """The image that the map draws into is given back once nothing moves, and made again for the next step."""
    opened = open_map()
    opened.frame.evaluate(
        "() => { window.drawn = Object.values(incidentFrame.map._layers).find((layer) => layer instanceof incidentFrame.IncidentLayer); }"
    )
    opened.frame.wait_for_function("() => window.drawn._image === null")
    opened.frame.evaluate("() => incidentLayer.setWindow(Date.UTC(2025, 8, 1), Date.UTC(2025, 8, 30))")
    assert opened.frame.evaluate("() => window.drawn._image !== null && incidentLayer.visibleCount > 0")
