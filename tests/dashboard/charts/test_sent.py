"""A chart is sent as Altair would write it with its configuration, only without the check; that it passes, the other tests say."""

import json

import altair as alt

from dashboard.charts.look import config
from dashboard.charts.sent import Sent
from dashboard.charts.series_chart import series_chart
from tests.dashboard.charts.conftest import AUTUMN


def test_the_same_as_altair(package):
    """Size and configuration stand where Altair puts them."""
    figure = series_chart(package, AUTUMN, step="week", by="type", noun="Incidents", theme="dark")
    # As Streamlit does, without the theme that Altair adds by itself.
    with alt.data_transformers.enable("default", max_rows=None), alt.theme.enable("none"):
        whole = figure.chart.properties(height=figure.height).configure(**config("dark")).to_dict()
        sent = Sent(figure.chart, "dark", height=figure.height).to_dict()
    assert _unnamed(sent) == _unnamed(whole)


def _unnamed(spec):
    """Return a specification without the names of views, which Altair counts on."""
    text = json.dumps(spec, sort_keys=True, default=str)
    names = sorted({part.split('"')[0] for part in text.split('"view_')[1:]})
    for k, name in enumerate(names):
        text = text.replace(f'"view_{name}"', f'"view {k}"')
    return text


def test_no_channel_is_read_from_shorthand(package, monkeypatch):
    """Altair makes a table of all its classes for each channel given as text, which takes 3 ms: channels are given as objects."""
    from altair.utils import schemapi

    from dashboard.charts.calendar_chart import calendar_chart
    from dashboard.charts.distribution_chart import distribution_chart
    from dashboard.charts.hours_chart import hours_chart
    from dashboard.charts.ranking_chart import ranking_chart

    def refuse(*_args):
        raise AssertionError("a channel is given as text")

    monkeypatch.setattr(schemapi._FromDict, "__init__", refuse)
    given = {"noun": "Incidents", "theme": "light"}
    for by in ("", "type"):
        assert series_chart(package, AUTUMN, step="week", by=by, **given)
    assert calendar_chart(package, AUTUMN, **given)
    assert hours_chart(package, AUTUMN, clock="utc", **given)
    assert ranking_chart(package, AUTUMN, "country", **given)
    for name in ("border", "depth", "duration"):
        assert distribution_chart(package, AUTUMN, name, **given)
