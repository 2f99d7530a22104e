"""A chart as a file that stands alone: with title, count, filter, period, source and licence."""

from __future__ import annotations

import json
import textwrap
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any
from xml.sax.saxutils import escape

import altair as alt
import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.charts.look import config
from dashboard.language import said, tr
from dashboard.layers.palette import THEMES
from dashboard.press.content import Content
from dashboard.press.picture import Picture
from incidents import Filter, Package, count_range
from incidents.analysis.comparison_words import count_words

WIDTH, LETTERS, LINE = 760, 118, 16
SCALE = 2
"""Pixels of a PNG for each of its units."""
FORMATS = {"svg": "image/svg+xml", "png": "image/png"}
_drawing = Lock()


@cache
def _fonts() -> None:
    """Let the converter use the family of the page where its package is installed; nothing else is registered."""
    import vl_convert

    spec = find_spec("font_source_sans_pro")
    if spec is not None and spec.submodule_search_locations:
        vl_convert.register_font_directory(str(Path(spec.submodule_search_locations[0]) / "files"))


def head_lines(package: Package, view: Filter) -> list[str]:
    """Return count, filter and period in words: what stands under the title."""
    content = Content(package, Picture(filter=view.replace(event="")))
    numbers = {"n": said(count_words(*count_range(package, view))), "total": content.total}
    count = tr("{n} of {total} recorded events").format(**numbers)
    period = [] if view.has_period else [tr("Period: {period} (UTC days)").format(period=content.period)]
    return [f"{count}; {content.filter_words}", *period]


def foot_lines(package: Package, figure: Figure) -> list[str]:
    """Return how it is counted, source and licence: what stands below the chart."""
    content = Content(package, Picture())
    source = content.source
    if figure.name == "border":
        source += " " + tr("Airspace limits: derived from © OpenStreetMap contributors, ODbL.")
    return [
        *figure.notes,
        tr("Counts are of recorded events, not of all that happened: they follow attention and reporting as well."),
        source,
    ]


def file_spec(package: Package, view: Filter, figure: Figure, *, theme: str) -> dict[str, Any]:
    """Return the whole picture as a Vega-Lite specification with its data inside."""
    palette = THEMES[theme]
    heading = [line for words in head_lines(package, view) for line in textwrap.wrap(words, LETTERS)]
    lines = [line for words in foot_lines(package, figure) for line in textwrap.wrap(words, LETTERS)]
    foot = pd.DataFrame({"line": range(len(lines)), "words": lines})
    words = alt.Chart(foot, width=WIDTH, height=LINE * len(lines)).mark_text(
        align="left", baseline="middle", color=palette["muted"], fontSize=12
    )
    words = words.encode(x=alt.XValue(0), y=alt.Y("line:O", axis=None), text=alt.Text("words:N"))
    title = alt.TitleParams(figure.title, subtitle=heading)
    chart = _inlined(figure.chart).properties(width=WIDTH, height=figure.height)
    whole = alt.vconcat(chart, _inlined(words), spacing=18, title=title, description=figure.alt, padding=22)
    whole = whole.resolve_scale(color="independent", y="independent").configure(**config(theme, background=True))
    return whole.to_dict()


def _inlined(chart: Any) -> Any:
    """Return a chart with its tables as plain values.

    What Altair does with a table is a setting of the whole process, and while another session's chart is on its way Streamlit sets it to
    collect the tables of that chart: this one's would go there.
    """
    chart = chart.copy(deep=False)
    if isinstance(getattr(chart, "data", None), pd.DataFrame):
        chart.data = alt.InlineData(**alt.to_values(chart.data))
    for parts in ("layer", "concat", "hconcat", "vconcat"):
        if isinstance(getattr(chart, parts, None), list):
            setattr(chart, parts, [_inlined(part) for part in getattr(chart, parts)])
    return chart


def chart_file(package: Package, view: Filter, figure: Figure, *, theme: str, form: str) -> bytes:
    """Return the chart as SVG or PNG; made in this process, without a browser and without any request.

    Parameters
    ----------
    package : Package
        Where the numbers come from.
    view : Filter
        What is counted.
    figure : Figure
        The chart.
    theme : str
        "light" or "dark".
    form : str
        "svg" or "png".

    Raises
    ------
    ValueError
        There is no such format.
    """
    if form not in FORMATS:
        raise ValueError(f"form: there is no {form!r}; use one of {', '.join(FORMATS)}")
    import vl_convert

    spec = json.dumps(file_spec(package, view, figure, theme=theme))
    with _drawing:
        _fonts()
        if form == "svg":
            drawn = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
            titles = f"<title>{escape(figure.title)}</title><desc>{escape(figure.alt)}</desc>"
            head, _, rest = drawn.partition(">")
            return f'{head} role="img">{titles}{rest}'.encode()
        return vl_convert.vegalite_to_png(spec, scale=SCALE, allowed_base_urls=[])
