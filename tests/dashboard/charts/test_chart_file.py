"""A chart as a file says title, count, filter, period, source and licence, and asks nobody for anything."""

import io
import json
import re
from datetime import date
from html import unescape

import altair as alt
import pytest
from PIL import Image

from dashboard.charts.chart_file import chart_file, file_spec, foot_lines, head_lines
from dashboard.charts.distribution_chart import distribution_chart
from dashboard.charts.series_chart import series_chart
from dashboard.layers.palette import THEMES
from tests.dashboard.charts.conftest import INCIDENTS

VIEW = INCIDENTS.replace(period=(date(2025, 11, 1), date(2025, 11, 15)), country=("LTU", "GBR", "DEU"))


@pytest.fixture(scope="module")
def figure(package):
    """A chart of few bars."""
    return series_chart(package, VIEW, step="week", by="", noun="Incidents", theme="light")


def words(svg):
    """Return the text of an SVG."""
    return unescape(" ".join(re.findall(r">([^<>]+)<", svg.decode())))


def test_svg(package, figure):
    """Everything a reader needs stands in it, as text, and it names no address but those of the format."""
    svg = chart_file(package, VIEW, figure, theme="light", form="svg")
    said = words(svg)
    for part in ("Incidents per week", "of 385 recorded events; 1 to 15 November 2025", "Lithuania", "CC BY 4.0", package.version,
                 "not of all that happened", "none is divided"):  # fmt: skip
        assert part in said
    assert f"<desc>{figure.alt}</desc>" in svg.decode()
    assert set(re.findall(r"https?://[^\s\"<]+", svg.decode())) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_png(package, figure):
    """A picture twice as fine, on the ground of its theme."""
    for theme in THEMES:
        picture = Image.open(io.BytesIO(chart_file(package, VIEW, figure, theme=theme, form="png"))).convert("RGB")
        assert picture.width > 1500
        assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel((2, 2))) == THEMES[theme]["panel"]


def test_the_data_is_inside(package, figure):
    """The specification refers to no address."""
    assert '"url"' not in json.dumps(file_spec(package, VIEW, figure, theme="light"))


def test_head_and_foot(package):
    """Count as a range, names of countries, credit of the limits where they are used, period also without a filter."""
    assert (
        head_lines(package, VIEW)[0].startswith("0 to 2 of 385 recorded events")
        or " to " in head_lines(package, VIEW)[0]
    )
    assert head_lines(package, INCIDENTS) == [
        "310 of 385 recorded events; Incident",
        "Period: 3 March 2014 to 1 June 2026 (UTC days)",
    ]
    border = distribution_chart(package, INCIDENTS, "border", noun="Incidents", theme="light")
    assert "© OpenStreetMap contributors" in foot_lines(package, border)[-1]


def test_unknown_format(package, figure):
    """The error names the formats."""
    with pytest.raises(ValueError, match="use one of svg, png"):
        chart_file(package, VIEW, figure, theme="light", form="gif")


def test_no_table_goes_through_what_sessions_share(package, monkeypatch):
    """What Altair does with tables is set for the whole process, by Streamlit while it sends another reader's chart: a file's tables must not pass there."""
    seen = []
    alt.data_transformers.register("a_spy", lambda data, **_: seen.append(data) or {"name": "gone"})
    for figure in (
        series_chart(package, VIEW, step="week", by="type", noun="Incidents", theme="light"),
        distribution_chart(package, INCIDENTS, "border", noun="Incidents", theme="light"),
    ):
        with alt.data_transformers.enable("a_spy"), monkeypatch.context() as patched:
            patched.setattr(type(alt.data_transformers), "enable", lambda *_: pytest.fail("set for all sessions"))
            spec = file_spec(package, VIEW, figure, theme="light")
        assert seen == []
        rows = [row for values in spec["datasets"].values() for row in values]
        assert any("Counts are of recorded events" in str(row) for row in rows)
        assert len(rows) > 10
