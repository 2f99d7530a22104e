"""A chart on its way to Streamlit's page."""

from __future__ import annotations

from typing import Any

from dashboard.charts.look import config, theme_of


class Sent:
    """An Altair chart as `st.altair_chart` takes it, with its configuration.

    It is not checked against the schema of Vega-Lite, which took nearly half of the server's time for a chart (profiled: 0.40 of 0.88 s
    for the three of the rankings), nor copied for each property. That every chart passes the check, tests say.

    Parameters
    ----------
    chart : Any
        An Altair chart without configuration.
    theme : str or None
        "light" or "dark".
    **top : Any
        Further properties of the whole chart, such as ``height`` in pixels.
    """

    def __init__(self, chart: Any, theme: str | None, **top: Any) -> None:
        self._chart = chart
        self._top = {"config": config(theme_of(theme)), **top}

    def to_dict(self) -> dict[str, Any]:
        """Return the specification."""
        return self._chart.to_dict(validate=False) | self._top
