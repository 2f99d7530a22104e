"""While the reader looks at a screen, the picture that the next click asks for is drawn: the click finds it and draws nothing."""

import threading
import time

import pytest

import dashboard.press.flow_image
import dashboard.press.image
import dashboard.press.side_by_side
from dashboard.press.drawing import drawn_in_turn
from dashboard.spare_time import spare_time
from tests.dashboard.screen import ANALYSIS, MAP, run

AUTUMN = ["2025-09-01", "2025-11-30"]
DRAWERS = (
    (dashboard.press.image, "image"),
    (dashboard.press.flow_image, "flow_image"),
    (dashboard.press.side_by_side, "side_by_side"),
)


@pytest.fixture
def rested(monkeypatch):
    """Return a function that waits until all is drawn ahead, and lets nothing be drawn from then on."""
    stop = threading.Event()
    monkeypatch.setattr(spare_time, "_rest_s", 0.0)
    thread = threading.Thread(target=spare_time.work, args=(stop,), daemon=True)
    thread.start()
    drawn = []

    @drawn_in_turn
    def refuse(*_given, **_options):
        drawn.append(1)
        raise AssertionError("drawn when asked for")

    def wait():
        end = time.monotonic() + 60
        while spare_time._wishes or spare_time._job is not None:
            assert time.monotonic() < end
            time.sleep(0.01)
        for module, name in DRAWERS:
            monkeypatch.setattr(module, name, refuse)

    yield wait
    stop.set()
    thread.join(10)


def pictures(app):
    """Return the addresses of all pictures."""
    return [node.proto.imgs[0].url for kind in ("imgs", "image", "image_list") for node in app.get(kind)]


def test_the_view_to_share_then_its_other_forms(rested):
    """Share finds the picture of the view; in the dialog the one with numbers and the one on dark are drawn meanwhile."""
    app = run(MAP, period=["2025-09-02", "2025-09-27"], country="POL")
    rested()
    app.button(key="share_open").click().run()
    assert not app.exception
    assert len(pictures(app)) == 1


def test_the_other_forms_of_a_picture(rested):
    """While a picture is looked at."""
    app = run(MAP, period=["2025-09-02", "2025-09-26"], country="POL")
    app.button(key="share_open").click().run()
    (first,) = pictures(app)
    rested()
    for change in (
        app.checkbox(key="share_numbered").check,
        lambda: app.selectbox(key="share_theme").set_value("dark"),
    ):
        change()
        app.button(key="share_open").click()  # AppTest runs the whole screen, which would close the dialog
        app.run()
        assert not app.exception
        assert len(set(pictures(app)) | {first}) == 2
        app.checkbox(key="share_numbered").uncheck()


def test_the_supply_lines(rested):
    """Their picture."""
    app = run("supply-lines", period=AUTUMN)
    rested()
    app.button(key="flow_picture").click().run()
    assert not app.exception
    assert len(pictures(app)) == 1


@pytest.mark.parametrize(
    "asked", [{}, {"versus": "type"}, {"versus": "country"}, {"status": "confirmed"}, {"against": "before"}]
)
def test_comparisons(rested, asked):
    """From another chart the one that Compare begins with; from there the other pairs, the other window, confirmed events."""
    view = {"period": AUTUMN, "q": "a"}
    run(ANALYSIS, chart="compare" if asked else "series", **view)
    rested()
    app = run(ANALYSIS, chart="compare", **view, **asked)
    assert not app.exception
    assert len(pictures(app)) == 2
