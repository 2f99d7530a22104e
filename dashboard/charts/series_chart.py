"""Counts along time, as one row of bars or as small multiples that share both scales."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.bin_words import bin_words
from dashboard.charts.figure import PICK, Figure, Pick, lower
from dashboard.charts.look import colour
from dashboard.charts.step_words import CHOOSE, CUT, PER
from dashboard.facet_words import TITLES, by_words, facet_label
from dashboard.filter_speech import period_words
from dashboard.language import mark, said, tr
from dashboard.layers.palette import THEMES
from incidents import Filter, Package
from incidents.analysis import series
from incidents.analysis.comparison_words import count_words

ALONE, STRIP, PITCH = 300, 64, 1.5
"""Pixels of the plot alone and of one of several; strips lie one and a half times their height apart."""
RANGES = mark(
    "Dark: certainly in the bar. Pale: could lie in it; these events are known only to a longer time that reaches into the bar, and none is divided."
)


def series_chart(package: Package, view: Filter, *, step: str, by: str, noun: str, theme: str) -> Figure | None:
    """Return the chart, None when there is nothing to count.

    Parameters
    ----------
    package : Package
        The data.
    view : Filter
        What is counted.
    step, by : str
        As for `incidents.analysis.series`.
    noun : str
        What is counted, in words.
    theme : str
        "light" or "dark".
    """
    counts = series(package, view, step=step, by=by)
    if counts.empty or not counts["most"].sum():
        return None
    counts["label"] = [
        bin_words(row.first, row.last, step=step, whole=row.whole) for row in counts.itertuples(index=False)
    ]
    words = list(counts["word"].unique())
    height = ALONE if not by else round(STRIP * PITCH * len(words))
    title = tr(PER[step]).format(noun=noun)
    title = tr("{title}, by {what}").format(title=title, what=by_words(by)) if by else title
    table = pd.DataFrame(
        {tr("From (UTC)"): counts["first"], tr("To (UTC)"): counts["last"]}
        | ({tr(TITLES[by]): [facet_label(by, word) for word in counts["word"]]} if by else {})
        | {tr("At least"): counts["least"], tr("At most"): counts["most"]}
    )
    chosen = {f"{row.first}/{row.last}": row for row in counts[counts["word"] == words[0]].itertuples(index=False)}
    picks = {key: Pick(row.label, view.replace(period=(row.first, row.last))) for key, row in chosen.items()}
    notes = (tr(RANGES),) if (counts["least"] != counts["most"]).any() else ()
    if not counts["whole"].all():
        notes += (tr(CUT[step]),)
    return Figure(
        "series",
        title,
        _chart(counts, words, by, step, theme),
        height,
        _alt(counts, title),
        table,
        picks,
        tr(CHOOSE[step]),
        notes,
    )


def _alt(counts: pd.DataFrame, title: str) -> str:
    whole = counts.groupby(["first", "last", "label"], sort=False)[["least", "most"]].sum().reset_index()
    top = whole.loc[whole["most"].idxmax()]
    days = period_words((whole["first"].iloc[0], whole["last"].iloc[-1]))
    empty = int((whole["most"] == 0).sum())
    numbers = {"n": said(count_words(top["least"], top["most"])), "empty": empty, "bars": len(whole)}
    return tr("Bar chart: {title}, {days}. Most in {most} ({n}); {empty} of {bars} bars are empty.").format(
        title=lower(title), days=days, most=top["label"], **numbers
    )


def _ticks(most: int) -> list[int]:
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10**4, 10**5, 10**6) if most / s <= 5)
    return list(range(0, most + 1, step))


def _time_axis(counts: pd.DataFrame, step: str) -> alt.Axis:
    """Return an axis whose ticks are beginnings of bars: days and weeks by date, months by name with the year at January."""
    starts = list(dict.fromkeys(counts["first"]))
    form = "'%-d %b'" if step in ("day", "week") else "utcmonth(datum.value) ? '%b' : '%Y'"
    if step not in ("day", "week") and len(starts) * {"month": 1, "quarter": 3, "year": 12}[step] > 30:
        return alt.Axis(title=None, labelOverlap=True, tickCount=10, labelExpr=f"utcFormat(datum.value, {form})")
    marks = starts[:: max(1, -(-len(starts) // 12))]
    values = [alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True) for day in marks]
    return alt.Axis(title=None, labelOverlap=True, values=values, labelExpr=f"utcFormat(datum.value, {form})")


def _chart(counts: pd.DataFrame, words: list[str], by: str, step: str, theme: str) -> Any:
    palette, most = THEMES[theme], int(counts["most"].max())
    foot = {word: -PITCH * most * k for k, word in enumerate(words)}
    base = counts["word"].map(foot).astype(float)
    rows = pd.DataFrame(
        {
            PICK: counts["first"].map(date.isoformat) + "/" + counts["last"].map(date.isoformat),
            "from": counts["first"].map(date.isoformat),
            "until": (counts["last"] + timedelta(days=1)).map(date.isoformat),
            "when": counts["label"],
            "what": [facet_label(by, word) if by else "" for word in counts["word"]],
            "count": [said(count_words(*pair)) for pair in zip(counts["least"], counts["most"], strict=True)],
            "foot": base,
            "sure": base + counts["least"],
            "could": base + counts["most"],
            "top": base + most,
            "colour": [
                colour(by, word, theme) if by else colour("category", "incident", theme) for word in counts["word"]
            ],
        }
    )
    low = min(foot.values())
    scale = alt.Scale(domain=[low, most * (1.22 if by else 1.04)], nice=False, zero=False)
    axis = (
        None
        if by
        else alt.Axis(
            values=_ticks(most),
            title=tr("recorded events"),
            titleAngle=0,
            titleAlign="left",
            titleAnchor="end",
            titleY=-10,
            titleX=0,
        )
    )
    y = alt.Y("foot:Q", scale=scale, axis=axis)
    few = {"padding": 110} if len(rows) / len(words) <= 3 else {}
    x = alt.X("from:T", scale=alt.Scale(type="utc", nice=False, **few), axis=_time_axis(counts, step))
    bars = alt.Chart(rows[counts["most"].to_numpy() > 0]).encode(
        x=x, x2=alt.X2("until:T"), color=alt.Color("colour:N", scale=None)
    )
    gap = 1 if len(rows) / len(words) < 200 else 0
    layers = [
        bars.mark_bar(xOffset=0, x2Offset=-gap, opacity=0.35).encode(y=y, y2=alt.Y2("could:Q")),
        bars.mark_bar(xOffset=0, x2Offset=-gap).encode(y=y, y2=alt.Y2("sure:Q")),
    ]
    if by:
        layers += _strips(words, by, counts, foot, most, palette, scale)
    pick = alt.selection_point(name=PICK, fields=[PICK], on="click", toggle=False)
    tip = [alt.Tooltip("when:N", title=tr("When")), alt.Tooltip("count:N", title=tr("Recorded events"))]
    tip = [alt.Tooltip("what:N", title=tr(TITLES[by])), *tip] if by else tip
    hit = alt.Chart(rows).mark_bar(opacity=0.001, color=palette["muted"], cursor="pointer", aria=False)
    layers.append(hit.encode(x=x, x2=alt.X2("until:T"), y=y, y2=alt.Y2("top:Q"), tooltip=tip).add_params(pick))
    return alt.layer(*layers)


def _strips(
    words: list[str], by: str, counts: pd.DataFrame, foot: dict, most: int, palette: dict, scale: Any
) -> list[Any]:
    """Return name, greatest bar and ground line of each small multiple."""
    tops = counts.groupby("word")["most"].max()
    rows = pd.DataFrame(
        {
            "foot": [foot[word] for word in words],
            "name": [facet_label(by, word) for word in words],
            "top": [tr("highest bar {n}").format(n=tops[word]) for word in words],
            "y": [foot[word] + 1.06 * most for word in words],
        }
    )
    y = alt.Y("foot:Q", scale=scale, axis=None)
    lines = alt.Chart(rows).mark_rule(color=palette["line"]).encode(y=y)
    place = alt.Y("y:Q", scale=scale, axis=None)
    name = {"align": "left", "baseline": "bottom", "fontWeight": 600}
    return [
        lines,
        alt.Chart(rows).mark_text(**name).encode(x=alt.XValue(0), y=place, text=alt.Text("name:N")),
        alt.Chart(rows)
        .mark_text(align="right", baseline="bottom", color=palette["muted"])
        .encode(x=alt.XValue("width"), y=place, text=alt.Text("top:N")),
    ]
