"""How distance, depth and duration are spread."""

from __future__ import annotations

import math
from dataclasses import dataclass

import altair as alt
import numpy as np
import pandas as pd

from dashboard.charts.figure import PICK, Figure, Pick, lower
from dashboard.charts.look import colour
from dashboard.facet_words import facet_label
from dashboard.language import mark, number, tr
from dashboard.layers.palette import THEMES
from incidents import Filter, Package, filter_mask
from incidents.analysis import distribution
from incidents.frame_index import FrameIndex

HEIGHT, JUST_BELOW = 250, 0.001
"""Pixels; what parts the end of a class from the start of the next, in the unit of the measure."""


@dataclass(frozen=True)
class Measure:
    """One measure: part of the filter, words, unit, classes, and why values are missing."""

    name: str
    title: str
    unit: str
    edges: tuple[float, ...]
    missing: str
    note: str
    groups: tuple[str, ...] = ("",)


MEASURES = {
    "border": Measure(
        "border", mark("{noun} by distance to the border of airspace"), "km", (0, 1, 2, 5, 10, 20, 50, 100, 200, 500),
        mark("{n} have no usable position and are in no bar."),
        mark("From the point to the nearest border of the airspace of the state concerned, on either side of it. Colour says on which side the whole disc of "
        "uncertainty lies; where it crosses the line, the side cannot be told."), ("inside", "uncertain", "outside"),
    ),
    "depth": Measure(
        "depth", mark("{noun} by deepest point reported"), "km", (0, 1, 2, 5, 10, 20, 50, 100),
        mark("{n} do not state a depth and are in no bar."), mark("As sources report it, inside the border."),
    ),
    "duration": Measure(
        "duration", mark("{noun} by time inside the airspace"), "min", (0, 1, 2, 5, 10, 20, 30, 60),
        mark("{n} do not state a duration and are in no bar."),
        mark("As sources report it. Longer and better documented cases are more likely to have one."),
    ),
}  # fmt: skip
COLUMNS = {"depth": "depth_km", "duration": "duration_min"}


def distribution_chart(package: Package, view: Filter, name: str, *, noun: str, theme: str) -> Figure | None:
    """Return the chart of one of `MEASURES`, None when no event has a value; other parameters as for `series_chart`."""
    measure, events = MEASURES[name], package.events
    mask = filter_mask(package, view)
    groups = None
    if name == "border":
        placed = FrameIndex.of(events).placed(events)[mask]
        values, groups = placed["border_km"].abs().to_numpy(), placed["inside"].to_numpy()
    else:
        values = events[COLUMNS[name]].to_numpy()[mask]
    found = distribution(values, measure.edges, groups=groups, order=measure.groups)
    if not found.n_known:
        return None
    counts = found.counts.assign(label=[_class(row.low, row.high, measure.unit) for row in found.counts.itertuples()])
    title = tr(measure.title).format(noun=noun)
    median = _number(found.median)
    whole = counts.groupby("label", sort=False)["n"].sum()
    left = found.n - found.n_known
    notes = (tr(measure.missing).format(n=left),) if left else ()
    notes += (tr(measure.note),)
    numbers = {"n": found.n_known, "total": found.n, "median": f"{median} {measure.unit}"}
    alt_words = tr(
        "Bar chart: {title}. {n} of {total} have a value, median {median}; most in the class {most} ({highest})."
    ).format(title=lower(title), most=whole.idxmax(), highest=whole.max(), **numbers)
    table = pd.DataFrame({tr("Class"): counts["label"]} | ({tr("Airspace"): [facet_label("airspace", g) for g in counts["group"]]} if groups is not None else {})
                         | {tr("Recorded events"): counts["n"]})  # fmt: skip
    chart = _chart(counts, measure, theme)
    return Figure(
        name, title, chart, HEIGHT, alt_words, table, _picks(counts, measure, view), tr("Show one class"), notes
    )


def _picks(counts: pd.DataFrame, measure: Measure, view: Filter) -> dict[str, Pick]:
    """Return what each bar chooses: exactly its events, and the same class when the data grow."""
    picks = {}
    for row in counts[counts["n"] > 0].itertuples(index=False):
        low = row.low if row.low <= row.smallest else row.smallest
        # A class ends just below the next one, a range of the filter includes its ends.
        end = None if math.isnan(row.high) else max(row.high - JUST_BELOW, row.largest)
        chosen = view.replace(**{measure.name: (low, end)})
        side = ""
        if row.group:
            chosen, side = chosen.replace(airspace=(row.group,)), f", {facet_label('airspace', row.group).lower()}"
        picks[_key(row)] = Pick(f"{row.label}{side} ({row.n})", chosen)
    return picks


def _key(row: object) -> str:
    return f"{row.group}/{row.low:g}"


def _number(value: float) -> str:
    return number(f"{value:.0f}" if value >= 100 else f"{float(f'{value:.2g}'):g}")


def _class(low: float, high: float, unit: str) -> str:
    if math.isnan(high):
        return tr("{n} and more").format(n=f"{low:g} {unit}")
    if low == 0:
        return tr("under {n}").format(n=f"{high:g} {unit}")
    return tr("{low} to {high}").format(low=f"{low:g}", high=f"{high:g} {unit}")


def _tilted(least: int) -> dict[str, alt.ExprRef]:
    """Return how labels stand that would run into each other in a chart narrower than some pixels: aslant there, level elsewhere."""
    turns = {"labelAngle": (-50, 0), "labelAlign": ("'right'", "'center'"), "labelBaseline": ("'middle'", "'top'")}
    return {name: alt.ExprRef(f"width < {least} ? {narrow} : {wide}") for name, (narrow, wide) in turns.items()}


def _chart(counts: pd.DataFrame, measure: Measure, theme: str) -> alt.LayerChart:
    palette = THEMES[theme]
    order = [
        f"{low:g}–{high:g}" if not math.isnan(high) else f"≥ {low:g}"
        for low, high in zip(measure.edges, [*measure.edges[1:], math.nan], strict=True)
    ]
    rows = pd.DataFrame(
        {
            PICK: [_key(row) for row in counts.itertuples()],
            "class": np.tile(order, len(measure.groups)),
            "label": counts["label"],
            "group": [facet_label("airspace", group) if group else "" for group in counts["group"]],
            "rank": np.repeat(np.arange(len(measure.groups)), len(measure.edges)),
            "n": counts["n"],
        }
    )
    x = alt.X(
        "class:O",
        sort=order,
        axis=alt.Axis(title=measure.unit, ticks=False, **_tilted(44 * len(order))),
        scale=alt.Scale(domain=order, paddingInner=0.12),
    )
    sums = rows.groupby("class", sort=False, as_index=False)["n"].sum()
    y_scale = alt.Scale(domain=[0, 1.1 * int(sums["n"].max())], nice=False)
    y_axis = alt.Axis(
        title=tr("recorded events") if len(measure.groups) == 1 else None,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="end",
        titleY=-10,
        titleX=0,
        format="d",
        tickMinStep=1,
    )
    tip = [alt.Tooltip("label:N", title=tr("Class")), alt.Tooltip("n:Q", title=tr("Recorded events"))]
    pick = alt.selection_point(name=PICK, fields=[PICK], on="click", toggle=False)
    bars = (
        alt.Chart(rows[rows["n"] > 0])
        .mark_bar(cursor="pointer")
        .encode(x=x, y=alt.Y("n:Q", stack=True, axis=y_axis, scale=y_scale), order=alt.Order("rank:O"))
    )
    if len(measure.groups) > 1:
        names = [facet_label("airspace", group) for group in measure.groups]
        scale = alt.Scale(domain=names, range=[colour("airspace", group, theme) for group in measure.groups])
        bars = bars.encode(
            color=alt.Color(
                "group:N", title=None, scale=scale, sort=names, legend=alt.Legend(columns=1, direction="vertical")
            )
        )
        tip.insert(1, alt.Tooltip("group:N", title=tr("Airspace")))
    else:
        bars = bars.encode(color=alt.ColorValue(palette["accent"]))
    words = (
        alt.Chart(sums[sums["n"] > 0])
        .mark_text(dy=-7, color=palette["muted"])
        .encode(x=x, y=alt.Y("n:Q", axis=y_axis, scale=y_scale), text=alt.Text("n:Q"))
    )
    return alt.layer(bars.encode(tooltip=tip).add_params(pick), words)
