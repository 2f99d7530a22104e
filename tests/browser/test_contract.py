"""The names that others rely on exist, and nothing leaves the machine."""

import pytest

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
TESTIDS = ["time-start", "time-end", "time-play", "visible-count", "time-histogram"]
CONTAINERS = ["map", "detail", "count", "filters"]
MEMBERS = {
    "ready": "object",
    "visibleCount": "number",
    "setWindow": "function",
    "pick": "function",
    "pointOf": "function",
}
PAGES = ["/", "/data", "/about", "/?embed=true", f"/?event={VAINDLOO}"]


def test_names_in_the_frame(open_map):
    """The controls and the public face of the layer are there under the agreed names."""
    opened = open_map()
    assert [opened.at(name).count() for name in TESTIDS] == [1] * len(TESTIDS)
    for name in ("time-start", "time-end"):
        assert opened.at(name).get_attribute("type") == "range"
        assert opened.at(name).get_attribute("aria-label")
    assert {name: opened.frame.evaluate("(name) => typeof incidentLayer[name]", name) for name in MEMBERS} == MEMBERS
    assert opened.frame.evaluate("() => incidentLayer.ready instanceof Promise")


def test_names_on_the_page(open_map):
    """The containers carry their agreed classes."""
    page = open_map().page
    assert [page.locator(f".st-key-{name}").count() for name in CONTAINERS] == [1] * len(CONTAINERS)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_leaves_the_machine(open_map, path):
    """No page sends a single request to a foreign host, and none has an error on the console."""
    on_map = not path.startswith(("/data", "/about"))
    opened = open_map(path, ready=on_map)
    opened.page.locator("h1, h2").first.wait_for()
    opened.wait_until_idle()
    assert set(opened.hosts) == {"127.0.0.1"}


def test_set_window(open_map):
    """`setWindow` shows the UTC days from the one to the other, both included, and `visibleCount` counts them."""
    opened = open_map()
    first, last = 1756684800000, 1759190400000  # 2025-09-01, 2025-09-30
    opened.frame.evaluate("([a, b]) => incidentLayer.setWindow(a, b)", [first, last])
    n = opened.frame.evaluate("() => incidentLayer.visibleCount")
    there = open_map("/?period=2025-09-01&period=2025-09-30")
    assert opened.frame_count()[0] == n == there.frame_count()[0]


def test_pick(open_map):
    """`pick` selects as a click does and tells whether there is such an event."""
    opened = open_map()
    assert opened.frame.evaluate("() => incidentLayer.pick('1999-01-01-xx-nothing')") is False
    assert opened.frame.evaluate("() => incidentLayer.pointOf('1999-01-01-xx-nothing')") is None
    assert opened.frame.evaluate("(id) => incidentLayer.pick(id)", VAINDLOO) is True
    opened.wait_for_params(event=[VAINDLOO])
