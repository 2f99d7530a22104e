"""The time slider: it moves the drawing without asking the server, and tells it on release."""

import re

SEPTEMBER = "/?period=2025-09-01&period=2025-09-30"


def test_sliding_never_asks_the_server(open_map):
    """Sixty steps of the handle move the count and send nothing; the release sends exactly one message."""
    opened = open_map()
    opened.wait_until_idle()
    before, seen = len(opened.sent), set()
    for step in range(60):
        opened.slide("time-start", step / 80, release=False)
        seen.add(opened.frame_count()[0])
    assert len(seen) > 20
    assert len(opened.sent) == before
    opened.slide("time-start", 0.75, release=True)
    n = opened.frame_count()[0]
    opened.wait_for_count(n)
    assert len(opened.sent) == before + 1
    assert opened.frame_count() == opened.page_count()


def test_a_real_drag(open_map):
    """Dragging the handle with the mouse narrows the window; the address follows on release only."""
    opened = open_map()
    opened.wait_until_idle()
    before = len(opened.sent)
    box = opened.at("time-start").bounding_box()
    mouse, y = opened.page.mouse, box["y"] + box["height"] / 2
    mouse.move(box["x"] + 11, y)
    mouse.down()
    for step in range(1, 11):
        mouse.move(box["x"] + 11 + step * box["width"] / 20, y)
    assert opened.frame_count()[0] < 385
    assert len(opened.sent) == before
    mouse.up()
    opened.wait_for_count(opened.frame_count()[0])
    assert len(opened.sent) == before + 1
    opened.eventually(lambda: len(opened.params.get("period", [])) == 2, "a period in the address")


def test_the_handles_do_not_cross(open_map):
    """Pushing one handle past the other never turns the window round: it keeps at least one day."""
    opened = open_map(SEPTEMBER)
    before = opened.page_count()[0]
    opened.slide("time-start", 1.0, release=True)
    opened.wait_for_change(before)
    opened.eventually(lambda: "2025-09-30" <= opened.params["period"][0] == opened.params["period"][1], "one day")
    assert int(opened.at("time-start").input_value()) <= int(opened.at("time-end").input_value())


def test_arrow_keys(open_map):
    """The handles obey the arrow keys, day by day, and say the day in words."""
    opened = open_map(SEPTEMBER)
    start = opened.at("time-start")
    start.focus()
    before = start.get_attribute("aria-valuetext")
    opened.page.keyboard.press("ArrowRight")
    opened.wait_for_params(period=["2025-09-02", "2025-09-30"])
    assert start.get_attribute("aria-valuetext") != before
    assert re.search("2 Sep.* 2025", start.get_attribute("aria-valuetext"))
    opened.page.keyboard.press("ArrowLeft")
    opened.wait_for_params(period=["2025-09-01", "2025-09-30"])


def test_play_and_pause(open_map):
    """Play moves the window without the server; pause tells it once where the window is."""
    opened = open_map("/?period=2014-01-01&period=2014-12-31")
    opened.wait_until_idle()
    before, shown = len(opened.sent), opened.window()
    opened.at("time-play").click()
    opened.eventually(lambda: opened.window() != shown, "the window moves")
    shown = opened.window()
    opened.eventually(lambda: opened.window() != shown, "it moves on")
    assert len(opened.sent) == before
    opened.at("time-play").click()
    opened.eventually(lambda: opened.params["period"] != ["2014-01-01", "2014-12-31"], "the new period in the address")
    opened.wait_for_count(opened.frame_count()[0])
    assert len(opened.sent) == before + 1


def test_play_ends_at_the_last_day(open_map):
    """Play stops by itself at the end and tells the server once."""
    opened = open_map("/?period=2026-05-01&period=2026-05-30")
    opened.wait_until_idle()
    before = len(opened.sent)
    opened.at("time-play").click()
    opened.wait_in_frame("() => document.querySelector('[data-testid=time-play]').title.startsWith('Play')")
    opened.eventually(lambda: len(opened.sent) == before + 1, "one message")


def test_step_and_all_dates(open_map):
    """A step moves the window by its own width; all dates is the whole record, without a period in the address."""
    opened = open_map("/?period=2025-09-01&period=2025-09-10")
    opened.at("time-next").click()
    opened.wait_for_params(period=["2025-09-11", "2025-09-20"])
    opened.at("time-back").click()
    opened.wait_for_params(period=["2025-09-01", "2025-09-10"])
    opened.at("time-all").click()
    opened.wait_for_params(period=None)
    opened.wait_for_count(385)


def test_the_histogram_is_drawn(open_map):
    """The histogram has bars and says in words what it shows."""
    opened = open_map()
    drawn = """(canvas) => { const { width, height } = canvas;
        return canvas.getContext('2d').getImageData(0, 0, width, height).data.filter((v, i) => i % 4 === 3 && v > 0).length; }"""
    histogram = opened.at("time-histogram")
    opened.eventually(lambda: histogram.evaluate(drawn) > 500, "bars")
    assert "385" in histogram.get_attribute("aria-label")


def test_a_typed_date_moves_the_slider(open_map):
    """A first day typed into the filter moves the handle and the count of the same frame."""
    opened = open_map()
    opened.mark()
    before = opened.at("time-start").input_value()
    opened.type_date("filter_first", "2025-09-01")
    opened.wait_for_params(period=["2025-09-01", ".."])
    assert opened.wait_for_change(385) > 0
    assert int(opened.at("time-start").input_value()) == 1756684800000 != int(before)
    assert opened.is_marked()
