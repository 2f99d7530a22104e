"""How charts write numbers and dates."""

from __future__ import annotations

from typing import Any

from dashboard.language import ENGLISH, current, month_alone


def chart_locale() -> dict[str, Any]:
    """Return how charts write numbers and dates in the current language: locales of D3, by CLDR; empty in English."""
    language = current()
    if language == ENGLISH:
        return {}
    from babel import Locale

    known = Locale.parse(language)
    months = [[month_alone(n, short=short) for n in range(1, 13)] for short in (False, True)]
    days = [
        [names[width][(n - 1) % 7] for n in range(7)]
        for names in [known.days["stand-alone"]]
        for width in ("wide", "abbreviated")
    ]
    marks = known.number_symbols["latn"]
    return {
        "number": {"decimal": marks["decimal"], "thousands": marks["group"], "grouping": [3], "currency": ["", ""]},
        "time": {
            "dateTime": "%-d %B %Y, %H:%M:%S", "date": "%Y-%m-%d", "time": "%H:%M:%S", "periods": ["AM", "PM"],
            "days": days[0], "shortDays": days[1], "months": months[0], "shortMonths": months[1],
        },
    }  # fmt: skip
