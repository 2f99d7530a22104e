"""Minutes inside, by outcome."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard import words
from dashboard.charts.look import theme_of
from dashboard.charts.swarm import around, swarm
from dashboard.language import number, tr
from dashboard.layers.palette import THEMES
from incidents import VOCABULARIES


def minutes_chart(known: pd.DataFrame, theme: str) -> Any:
    """Return a strip of dots for each outcome, minutes on a logarithmic scale.

    Parameters
    ----------
    known : DataFrame
        Events with `duration_min`.
    theme : str
        "light" or "dark".
    """
    palette = THEMES[theme_of(theme)]
    rows = pd.DataFrame(
        {
            "title": known["title"],
            "when": [words.short_when(row) for row in known.to_dict("records")],
            "minutes": known["duration_min"],
            "outcome": [words.label("outcome", word) for word in known["outcome"]],
            "status": [words.label("status", word) for word in known["status"]],
        }
    )
    # Equal values would hide each other: they stand beside each other, above and below the line.
    rows["step"] = swarm(rows.groupby(["outcome", "minutes"]).cumcount())
    order = [
        name
        for name in (words.label("outcome", word) for word in VOCABULARIES["outcome"])
        if name in set(rows["outcome"])
    ]
    said = ", ".join(
        tr("{name}: {n}, median {median} min").format(name=name, n=len(group), median=number(f"{group.median():g}"))
        for name, group in rows.groupby("outcome")["minutes"]
    )
    return (
        alt.Chart(rows)
        .mark_circle(size=70, color=palette["categories"][0], opacity=0.8)
        .encode(
            alt.X(
                "minutes:Q",
                title=tr("minutes inside (logarithmic)"),
                scale=alt.Scale(type="log"),
                axis=alt.Axis(values=[0.25, 0.5, 1, 2, 5, 10, 20, 50, 100], format="~g"),
            ),
            alt.Y("outcome:N", title=None, sort=order),
            alt.YOffset("step:Q", scale=around(rows["step"], 6)),
            tooltip=[
                alt.Tooltip(name, title=title)
                for name, title in (
                    ("title", tr("Incident")),
                    ("when", tr("When")),
                    ("minutes", tr("Minutes")),
                    ("outcome", tr("Outcome")),
                    ("status", tr("Status")),
                )
            ],
        )
        .properties(
            height=max(140, 75 * len(order)), description=tr("Minutes inside by outcome. {list}").format(list=said)
        )
    )
