"""Colours, lines and type of the charts: the map's palette on light and on dark ground."""

from __future__ import annotations

from functools import cache
from typing import Any

from dashboard.charts.chart_locale import chart_locale
from dashboard.layers.glyphs import TYPES
from dashboard.layers.palette import CATEGORIES, THEMES

FONT = "Source Sans, Source Sans Pro, sans-serif"
"""As the page names it, and as the pip package with the files does."""
CERTAIN = {"inside": "accent", "uncertain": "muted", "outside": "border"}


def theme_of(name: str | None) -> str:
    """Return "light" or "dark"; light where the browser has not said yet."""
    return name if name in THEMES else "light"


def colour(facet: str, word: str, theme: str) -> str:
    """Return the colour of a word, the same as on the map; the accent where the map has none for it."""
    palette = THEMES[theme]
    if facet == "type" and word in TYPES:
        return getattr(TYPES[word], theme)
    if facet == "category" and word in CATEGORIES:
        return palette["categories"][CATEGORIES.index(word)] if word == "incident" else getattr(TYPES["policy"], theme)
    if facet == "airspace" and word in CERTAIN:
        return palette[CERTAIN[word]]
    return palette["accent"] if word else palette["muted"]


def config(theme: str, *, background: bool = False) -> dict[str, Any]:
    """Return the configuration of a chart, in the current language.

    Parameters
    ----------
    theme : str
        "light" or "dark".
    background : bool, default False
        Fill the ground, for files; on the page it shows through.
    """
    locale = chart_locale()
    return _config(theme, background) | ({"locale": locale} if locale else {})


@cache
def _config(theme: str, background: bool) -> dict[str, Any]:
    palette = THEMES[theme]
    text = {"labelFont": FONT, "titleFont": FONT, "labelColor": palette["muted"], "titleColor": palette["muted"]}
    axis = text | {
        "labelFontSize": 12.5,
        "titleFontSize": 12.5,
        "titleFontWeight": "normal",
        "gridColor": palette["grid"],
        "domainColor": palette["line"],
        "tickColor": palette["line"],
        "labelPadding": 5,
    }
    return {
        "background": palette["panel"] if background else "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "axis": axis,
        "axisY": {"domain": False, "ticks": False},
        "axisX": {"grid": False},
        "legend": text
        | {"labelFontSize": 12.5, "titleFontSize": 12.5, "titleFontWeight": "normal", "orient": "top", "offset": 4},
        "title": {
            "font": FONT,
            "fontSize": 18,
            "fontWeight": 600,
            "color": palette["text"],
            "anchor": "start",
            "frame": "group",
            "offset": 14,
            "subtitleFont": FONT,
            "subtitleFontSize": 13,
            "subtitleColor": palette["muted"],
            "subtitlePadding": 5,
            "subtitleLineHeight": 17,
        },
        "text": {"font": FONT, "fontSize": 12.5, "color": palette["text"]},
    }
