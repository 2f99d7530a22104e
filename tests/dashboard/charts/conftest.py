"""What tests of charts share: views, and whether a picture of a chart can be made at all."""

from __future__ import annotations

import json
from datetime import date

import altair as alt
import pytest
import vl_convert

from dashboard.charts.look import config
from incidents import Filter

INCIDENTS = Filter(category=("incident",))
AUTUMN = INCIDENTS.replace(period=(date(2025, 8, 20), date(2025, 12, 10)))
NOTHING = INCIDENTS.replace(q="nowhere at all")


@pytest.fixture(scope="session")
def package(served):
    """The seeds."""
    return served.package


@pytest.fixture(scope="session")
def compiles():
    """Return the texts that a chart draws; Vega-Lite must accept it, warnings are printed by the converter."""

    def texts(figure, theme="light"):
        with alt.data_transformers.enable("default", max_rows=None):
            spec = figure.chart.properties(width=400, height=figure.height).configure(**config(theme)).to_dict()
        drawn = json.dumps(vl_convert.vegalite_to_scenegraph(spec, allowed_base_urls=[]), ensure_ascii=False)
        assert '"url"' not in json.dumps(spec)
        return drawn

    return texts
