"""The analysis screen: charts of the view that lead back into it, comparisons, and plain words where there is nothing."""

import re
import subprocess
import sys

import pytest

from dashboard.charts.figure import Pick
from dashboard.screens import analysis_chart
from dashboard.screens.analysis import counted_category
from dashboard.screens.analysis_settings import CHARTS
from incidents import Filter
from tests.dashboard.screen import ANALYSIS, DATA, MAP, container, count, go, params, run, text
from tests.server import ROOT

AUTUMN = ["2025-09-01", "2025-12-31"]
FIGURES = {
    "series": ["series"],
    "calendar": ["calendar"],
    "hours": ["hours"],
    "rankings": ["ranking-country", "ranking-type", "ranking-actor"],
    "border": ["border", "depth"],
    "duration": ["duration"],
    "compare": ["compare"],
}


def choices(app, figure):
    """Return the list beneath a chart."""
    (box,) = [each for each in app.selectbox if each.key == f"choose_{figure}"]
    return box


def choice(app, key):
    """Return a segmented control."""
    (found,) = [each for each in app.get("button_group") if each.key == key]
    return found


@pytest.mark.parametrize("chart", CHARTS)
def test_each_chart(chart):
    """Each chart has a title, a text alternative, its data, files, and a list that does what a click does."""
    app = run(ANALYSIS, opened=tuple(f"data_{figure}" for figure in FIGURES[chart]), chart=chart, period=AUTUMN)
    assert not app.exception
    charts = app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")
    assert len(charts) == len(FIGURES[chart])
    for figure in FIGURES[chart]:
        place = container(app, f"figure_{figure}")
        said = text(place)
        assert "Incidents" in said
        assert "Download CSV" in said
        assert "SVG" in said
        assert "PNG" in said
        assert "chart" in said or "map" in said
    assert "attention and reporting" in text(app)


def test_only_one_category_is_counted():
    """Incidents, unless another category is asked for; the others stand beside it with their own numbers."""
    app = run(ANALYSIS)
    assert count(app) == (385, 385)
    assert "Incidents per quarter" in text(app)
    control = choice(app, "analysis_category")
    assert control.value == "incident"
    assert [option.content for option in control.proto.options] == [
        "Incidents 310",
        "Responses 46",
        "Statements 23",
        "Posture records 6",
    ]
    control.set_value("statement").run()
    assert params(app)["category"] == ["statement"]
    assert "Statements per" in text(app)


@pytest.mark.parametrize(
    ("view", "counts", "expected"),
    [
        (Filter(), {"incident": 3, "statement": 1}, "incident"),
        (Filter(), {"statement": 1}, "statement"),
        (Filter(category=("response", "statement")), {"incident": 3, "statement": 1, "response": 2}, "response"),
        (Filter(category=("posture",)), {}, "posture"),
        (Filter(), {}, "incident"),
    ],
)
def test_the_counted_category(view, counts, expected):
    """The first that the filter lets through and that occurs."""
    assert counted_category(view, counts) == expected


def test_confirmed_only():
    """The switch is the status filter."""
    app = run(ANALYSIS, period=AUTUMN)
    app.toggle(key="filter_confirmed").set_value(True).run()
    assert params(app)["status"] == ["confirmed"]
    app.toggle(key="filter_confirmed").set_value(False).run()
    assert "status" not in params(app)


def test_a_choice_in_a_chart_is_the_filter():
    """Choosing a bar sets the dates of the view; the map then shows as many as the bar said."""
    app = run(ANALYSIS, period=["2025-01-01", "2025-12-31"], step="month")
    box = choices(app, "series")
    assert "September 2025" in box.options
    box.set_value("2025-09-01/2025-09-30").run()
    assert params(app)["period"] == ["2025-09-01", "2025-09-30"]
    assert params(app)["category"] == ["incident"]
    assert count(app)[0] == 58
    assert count(go(app, MAP))[0] == 58


def test_choosing_a_country_twice():
    """The first time it alone is shown, the second time all are."""
    app = run(ANALYSIS, chart="rankings")
    choices(app, "ranking-country").set_value("EST").run()
    assert params(app)["country"] == ["EST"]
    assert count(app)[0] == 36
    assert choices(app, "ranking-country").value is None
    choices(app, "ranking-country").set_value("EST").run()
    assert "country" not in params(app)


def test_an_hour_is_the_filter():
    """A bar of the hours sets them, with the clock of the chart; how many have no hour is said; the second time all are back."""
    app = run(ANALYSIS, chart="hours", clock="utc")
    box = choices(app, "hours")
    label = next(words for words in box.options if words.startswith("18:00 to 18:59"))
    box.set_value("18").run()
    assert params(app)["hours"] == ["18-19"]
    assert count(app)[0] == int(label.split("(")[1].rstrip(")")) > 0
    assert "218 more events are left out because their hour is not known." in text(app)
    assert count(go(app, MAP))[0] == count(app)[0]
    choices(go(app, ANALYSIS), "hours").set_value("18").run()
    assert "hours" not in params(app)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ([{"pick": "a"}], "picked"),
        ([{"pick": "b"}], None),
        ([{"pick": {"a": 1}}], None),
        ([{"other": "a"}], None),
        (["a"], None),
        ({"pick": "a"}, None),
        ([], None),
    ],
)
def test_what_the_browser_sends_is_looked_up(monkeypatch, sent, expected):
    """A pick that the chart offers becomes the view; anything else changes nothing."""
    seen = []
    monkeypatch.setattr(analysis_chart.view, "change", lambda view: seen.append(view.q))
    state = {"chart": {"selection": {"pick": sent}}, analysis_chart.view.VIEW: Filter()}
    monkeypatch.setattr(analysis_chart.st, "session_state", state)
    analysis_chart._clicked("chart", "turn", {"a": Pick("A", Filter(q="picked"))})
    assert seen == ([expected] if expected else [])


def test_settings_stand_in_the_address():
    """Chart, step and split are part of the address and come back with it, also from another page."""
    app = run(ANALYSIS, country="POL")
    choice(app, "analysis_by").set_value("type").run()
    choice(app, "analysis_step").set_value("year").run()
    assert (params(app)["by"], params(app)["step"], params(app)["country"]) == (["type"], ["year"], ["POL"])
    assert "Incidents per year, by type" in text(app)
    assert "Incidents per year, by type" in text(go(go(app, DATA), ANALYSIS))


def test_broken_settings_are_named():
    """What cannot be read is ignored with a note."""
    app = run(ANALYSIS, chart="pie", country="XX")
    assert not app.exception
    assert "Ignored: chart: there is no “pie”" in text(app)
    assert "Incidents per" in text(app)


NOTHING, ONE_DAY = {"q": "nowhere at all"}, {"period": ["2025-09-10", "2025-09-10"]}
NO_PRECISION = {"type": "gnss_interference", "country": "NOR"}
LITTLE = [
    *((chart, NOTHING) for chart in CHARTS),
    *((chart, ONE_DAY) for chart in ("series", "calendar", "rankings")),
    *((chart, NO_PRECISION) for chart in ("hours", "border", "duration")),
]


@pytest.mark.parametrize(("chart", "view"), LITTLE)
def test_little_to_draw(chart, view):
    """An empty view, a single day, and events without hour, depth and duration: words instead of an empty chart, never an error."""
    app = run(ANALYSIS, chart=chart, **view)
    assert not app.exception
    drawn = app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")
    assert drawn or "Nothing to" in text(app) or "nothing to" in text(app)


def test_small_multiples_by_category():
    """Split by category nothing is added together, and all categories come in."""
    said = text(run(ANALYSIS, by="category"))
    assert "Recorded events per quarter, by category" in said


def test_compare_two_periods():
    """The worked question: the same months a year before, then as many days before, then days of one's own."""
    app = run(
        ANALYSIS, chart="compare", period=AUTUMN, country=["POL", "ROU"], type="drone_incursion", status="confirmed"
    )
    said = text(app)
    assert "The first rate is 0.50 times the second" in said
    assert "2 events in 122 days, 0.49 per 30 days" in said
    assert "4 events in 122 days, 0.98 per 30 days" in said
    assert "Clopper and Pearson 1934" in said
    window = app.selectbox(key="analysis_window")
    assert window.options[:2] == [
        "Same dates a year before: 1 September to 31 December 2024",
        "As many days just before: 2 May to 31 August 2025",
    ]
    window.set_value("before").run()
    assert params(app)["against"] == ["before"]
    app.selectbox(key="analysis_window").set_value("own").run()
    assert params(app)["against"] == ["2024-09-01..2024-12-31"]
    assert not app.exception
    shown = [node.proto.imgs[0].url for kind in ("imgs", "image", "image_list") for node in app.get(kind)]
    assert len(shown) == 2
    assert all(url.endswith(".png") for url in shown), "Streamlit made a JPEG of it"


def test_compare_says_of_each_side_whose_hour_is_not_known():
    """Once, and of the events that are compared."""
    shown = text(run(ANALYSIS, chart="compare", period=AUTUMN, hours="18-24"))
    assert len(re.findall(r"days; \d+ more without a known hour", shown)) >= 2
    assert "left out because" not in shown


def test_compare_two_countries():
    """Two countries of one's choice; the address holds them."""
    app = run(ANALYSIS, chart="compare", versus="country", pair="LVA..LTU")
    assert "8 events" in text(app)
    app.selectbox(key="analysis_first_word").set_value("EST").run()
    assert params(app)["pair"] == ["EST..LTU"]
    assert "36 events" in text(app)


def test_an_open_period_is_said():
    """Without dates the last twelve months of the record are taken, and the page says so."""
    assert "2 June 2025 to 1 June 2026 is taken" in text(run(ANALYSIS, chart="compare"))


def test_the_table_as_csv():
    """Text that a spreadsheet could run is neutralised, numbers are not."""
    import pandas as pd

    table = pd.DataFrame({"Word": ["=1+1", "Estonia"], "At most": [3, -4]})
    assert analysis_chart.table_csv(table) == b"Word,At most\r\n'=1+1,3\r\nEstonia,-4\r\n"


def test_nothing_heavy_on_the_way_to_the_map():
    """Opening the app imports neither Altair nor SciPy nor matplotlib."""
    code = "import sys; import dashboard.screens.analysis, dashboard.screens.map; print([m for m in ('altair', 'scipy', 'matplotlib', 'vl_convert') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_a_comparison_looks_at_days_that_the_record_covers():
    """Days to come are no days without events; beyond the record there is nothing to compare."""
    shown = text(run(ANALYSIS, chart="compare", category="incident", period=["2026-01-01", "2026-12-31"]))
    assert "The record covers only a part of these dates, so 1 January to " in shown.replace("\\", "")
    assert "may as well be equal" in shown
    shown = text(run(ANALYSIS, chart="compare", category="incident", period=["2014-01-01", "2014-12-31"]))
    assert "The record covers no day of the second side" in shown
