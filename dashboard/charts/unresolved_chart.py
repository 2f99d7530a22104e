"""Incidents still unresolved, by country or by month."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.look import theme_of
from dashboard.language import tr
from dashboard.layers.palette import THEMES


def unresolved_chart(rows: pd.DataFrame, by: str, theme: str) -> Any:
    """Return the bars of unresolved and other incidents, with the share in words.

    Parameters
    ----------
    rows : DataFrame
        From `unresolved`, groups named.
    by : str
        "country" or "month".
    theme : str
        "light" or "dark".
    """
    palette = THEMES[theme_of(theme)]
    rows = rows.assign(
        other=rows["total"] - rows["unresolved"],
        label=[
            tr("{n} of {total} ({share})").format(n=n, total=total, share=f"{n / total:.0%}")
            for n, total in zip(rows["unresolved"], rows["total"], strict=True)
        ],
    )
    long = rows.melt(["group", "label", "total"], ["unresolved", "other"], var_name="what", value_name="n")
    named = {"unresolved": tr("Unresolved"), "other": tr("Established, or proved to be nothing")}
    long["order"] = (long["what"] != "unresolved").astype(int)
    long["what"] = long["what"].map(named)
    colour = alt.Color(
        "what:N",
        title=None,
        sort=list(named.values()),
        scale=alt.Scale(
            domain=list(named.values()),
            range=[palette["categories"][0], palette["categories"][2]],
        ),
        legend=alt.Legend(orient="top", direction="vertical", labelLimit=300),
    )
    tip = [
        alt.Tooltip("group:N", title=tr("Country") if by == "country" else tr("Month")),
        alt.Tooltip("label:N", title=tr("Unresolved")),
    ]
    if by == "country":
        x, y = (
            alt.X("n:Q", title=tr("recorded incidents"), axis=alt.Axis(tickMinStep=1)),
            alt.Y("group:N", title=None, sort=None, axis=alt.Axis(labelLimit=160)),
        )
        text = (
            alt.Chart(rows)
            .mark_text(align="left", dx=5, color=palette["muted"])
            .encode(alt.X("total:Q"), alt.Y("group:N", sort=None), alt.Text("label:N"))
        )
        height: Any = {"step": 24}
    else:
        x, y = (
            alt.X("group:O", title=None, axis=alt.Axis(labelAngle=-60)),
            alt.Y("n:Q", title=tr("recorded incidents"), axis=alt.Axis(tickMinStep=1)),
        )
        text, height = None, 300
    bars = alt.Chart(long).mark_bar().encode(x, y, colour, order=alt.Order("order:Q"), tooltip=tip)
    lead = (
        tr("Incidents still unresolved by country: {list}")
        if by == "country"
        else tr("Incidents still unresolved by month: {list}")
    )
    words_ = lead.format(list=", ".join(f"{row['group']} {row['label']}" for row in rows.to_dict("records")))
    made = bars + text if text is not None else alt.layer(bars)
    return made.properties(height=height, description=words_)
