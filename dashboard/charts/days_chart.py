"""Days until an answer, by kind of answer."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.look import theme_of
from dashboard.charts.swarm import around, swarm
from dashboard.language import number, tr
from dashboard.layers.palette import THEMES

MARKS = (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Days at which the axis has a mark; it ends at the first that no answer passes."""


def days_chart(rows: pd.DataFrame, theme: str) -> Any:
    """Return one dot for each answer: days after the incident, by kind of answer.

    Parameters
    ----------
    rows : DataFrame
        ``days``, ``answer``, ``by``, ``kind``, ``incident``, ``sure``.
    theme : str
        "light" or "dark".
    """
    palette = THEMES[theme_of(theme)]
    rows = rows.assign(step=swarm(rows.groupby(["kind", "days"]).cumcount()))
    names = {
        "answer": tr("Answer"),
        "by": tr("By"),
        "incident": tr("Incident"),
        "days": tr("Days"),
        "sure": tr("How sure"),
    }
    said = ", ".join(
        tr("{name}: {n}, median {median} days").format(name=kind, n=len(group), median=number(f"{group.median():g}"))
        for kind, group in rows.groupby("kind")["days"]
    )
    longest = float(rows["days"].max())
    top = next((each for each in MARKS if each >= longest), longest)
    return (
        alt.Chart(rows)
        .mark_circle(size=70, color=palette["accent"], opacity=0.8)
        .encode(
            alt.X(
                "days:Q",
                title=tr("days after the incident (square-root scale)"),
                scale=alt.Scale(type="sqrt", domain=[0, top], nice=False),
                axis=alt.Axis(values=[each for each in MARKS if each <= top]),
            ),
            # A dot at 0 keeps clear of the name of its row.
            alt.Y("kind:N", title=None, axis=alt.Axis(labelLimit=200, labelPadding=14)),
            alt.YOffset("step:Q", scale=around(rows["step"], 2)),
            tooltip=[alt.Tooltip(name, title=title) for name, title in names.items()],
        )
        .properties(
            height=max(120, 46 * rows["kind"].nunique()),
            description=tr("Days until an answer, by kind of answer. {list}").format(list=said),
        )
    )
