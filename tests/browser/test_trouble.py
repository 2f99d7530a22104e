"""When things go wrong: no data, lost connection, hostile rows, no package at all."""

HOSTILE = '<img src=x onerror="top.hacked=1">${top.hacked=1}</script><script>top.hacked=1</script>[x](javascript:top.hacked=1)'


def test_a_failed_load_can_be_repeated(open_map):
    """When the data cannot be loaded the map says so, and the button beside the message loads them."""
    opened = open_map("/about", ready=False)
    opened.expect_errors()
    opened.context.route("**/blobs/**/core.bin", lambda route: route.abort())
    opened.page.goto(opened.url + "/?country=EST")
    frame = opened.page.wait_for_selector("iframe[src*=streamlit_folium]", state="attached").content_frame()
    frame.wait_for_url("**/*streamlit_folium*/**")
    notice = frame.locator("[role=alert]")
    notice.locator("button").wait_for()
    assert len(notice.inner_text()) > 20
    opened.context.unroute("**/blobs/**/core.bin")
    notice.locator("button").click()
    opened.wait_for_map()
    opened.wait_for_count(opened.page_count()[0])
    assert notice.count() == 0
    assert opened.frame_count()[0] < opened.frame_count()[1]


def test_hostile_rows_stay_text(open_map, start_server, seed_copy):
    """Markup and template code in every text column run nowhere: not in list, panel, tooltip or frame."""
    row = next(
        at for at, event in enumerate(seed_copy.rows("events"), 2) if event["event_id"].endswith("ee-mig31-vaindloo")
    )
    event_id = seed_copy.edit("events", row, title=HOSTILE, summary=HOSTILE, place_name=HOSTILE, platform=HOSTILE)[
        "event_id"
    ]
    for table, column in (("claims", "text"), ("claims", "speaker"), ("sources", "publisher"), ("updates", "note")):
        rows = seed_copy.rows(table)
        seed_copy.write(table, [each | ({column: HOSTILE} if each["event_id"] == event_id else {}) for each in rows])
    opened = open_map("/?period=2025-09-19&category=incident", at=start_server(data=seed_copy.path))
    opened.page.locator(f".st-key-list [data-event='{event_id}']").wait_for()
    opened.page.mouse.move(*opened.point_of(event_id))
    opened.frame.get_by_text("onerror").first.wait_for()
    opened.click_event(event_id)
    opened.wait_for_title("onerror")
    opened.wait_until_idle()
    assert HOSTILE in opened.page.locator(".st-key-detail").inner_text()
    assert opened.page.evaluate("() => window.hacked") is None
    assert opened.page.locator("img[src=x], a[href^=javascript]").count() == 0


def test_no_package(open_map, start_server, tmp_path):
    """A folder that is missing gives a plain page with the way out, and the server goes on."""
    server = start_server(data=tmp_path / "nothing")
    opened = open_map("/", at=server, ready=False)
    opened.page.get_by_text("AIRSPACE_DATA").first.wait_for()
    assert opened.page.locator("[data-testid=stException]").count() == 0
    assert "Traceback" not in opened.page.inner_text("body")
    answer = opened.context.request.get(f"{server.url}/api/healthz")
    assert answer.status == 503
    assert "Traceback" not in server.text()


def test_a_frame_without_height_at_first(open_map):
    """A frame that the page lays out late, with no height while its scripts run, shows the map once it has one."""
    opened = open_map("/about", ready=False)
    opened.context.add_init_script(
        """if (window === window.top) addEventListener("DOMContentLoaded", () => {
        const style = document.createElement("style");
        style.id = "no-height";
        style.textContent = "html body .st-key-map.st-key-map iframe[src] { height: 0 !important; min-height: 0 !important; }";
        document.head.append(style); });"""
    )
    opened.page.goto(opened.url + "/")
    element = opened.page.wait_for_selector("iframe[src*=streamlit_folium]", state="attached")
    element.content_frame().wait_for_url("**/*streamlit_folium*/**")
    element.content_frame().locator("[data-testid=visible-count], .leaflet-container").first.wait_for(state="attached")
    opened.page.evaluate("() => document.getElementById('no-height').remove()")
    opened.wait_for_map()
    opened.wait_for_count(385)
