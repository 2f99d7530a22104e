"""Hour of the day."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts.figure import PICK, Figure, Pick, lower
from dashboard.language import mark, tr
from dashboard.layers.palette import THEMES
from incidents import Filter, Package, filter_events
from incidents.analysis import hours

HEIGHT = 260
TITLES = {
    "local": mark("{noun} by hour of the day, clock of the place"),
    "utc": mark("{noun} by hour of the day, UTC"),
}
KNOWN = {"minute": mark("to the minute"), "hour_known": mark("to about an hour")}
COLUMNS = {"minute": mark("Known to the minute"), "hour_known": mark("Known to about an hour")}
PARTS = {
    mark("Night"): (22, 5),
    mark("Morning"): (5, 12),
    mark("Afternoon"): (12, 18),
    mark("Evening"): (18, 22),
}
"""Hours that the list beneath the chart offers beside single ones."""


def _span(first: int, last: int) -> str:
    return tr("{low} to {high}").format(low=f"{first:02d}:00", high=f"{(last - 1) % 24:02d}:59")


def _picks(view: Filter, both: pd.Series, clock: str) -> dict[str, Pick]:
    """Return each hour and part of the day: choosing shows only it, choosing what is shown takes it back."""
    found = {}
    named = PARTS | {str(hour): (hour, hour + 1) for hour in range(24)}
    for name, (first, last) in named.items():
        within = [hour % 24 for hour in range(first, last if last > first else last + 24)]
        chosen = view.hours == (first, last, clock)
        label = f"{tr(name)}, {_span(first, last)}" if name in PARTS else _span(first, last)
        label += f" ({both[within].sum()})"
        label = tr("{row}, shown").format(row=label) if chosen else label
        found[name] = Pick(label, view.replace(hours=() if chosen else (first, last, clock)))
    return found


def hours_chart(package: Package, view: Filter, *, clock: str, noun: str, theme: str) -> Figure | None:
    """Return the chart, None when the hour of no event is known.

    Parameters
    ----------
    package, view
        The data, and the view that is counted, its hours aside: what they leave out is drawn pale.
    clock : str
        "local" or "utc".
    noun, theme : str
        As for `series_chart`.
    """
    found = hours(filter_events(package, view.without("hours")), clock=clock)
    if not found.n_shown:
        return None
    shown = hours(filter_events(package, view), clock=clock) if view.hours else found
    both = found.counts["minute"] + found.counts["hour_known"]
    title = tr(TITLES[clock]).format(noun=noun)
    picks = _picks(view, both, clock)
    table = pd.DataFrame(
        {
            tr("Hour"): range(24),
            **{tr(title): found.counts[name] for name, title in COLUMNS.items()},
        }
    )
    top = int(both.idxmax())
    alt_words = tr("Bar chart: {title}. Most began between {first} and {last} ({n}).").format(
        title=lower(title), first=f"{top:02d}:00", last=f"{top:02d}:59", n=both.max()
    )
    notes = (
        tr(
            "{n} of {total} {noun} are known to the hour or the minute. {rest} are known to the day or less and are in no bar."
        ).format(n=found.n_shown + found.without_clock, total=found.n, noun=lower(noun), rest=found.without_hour),
    )
    if found.without_clock:
        none = tr("For {n} the clock of the place is not known; they are in no bar.")
        notes += (none.format(n=found.without_clock),)
    notes += (tr("An event counts in the hour in which it began."),)
    if view.hours:
        notes += (tr("Pale: left out by the hours of the filter, which let {n} through.").format(n=shown.n),)
    chart = _chart(found.counts, shown.counts, picks, theme)
    return Figure("hours", title, chart, HEIGHT, alt_words, table, picks, tr("Show only, or all again"), notes)


def _chart(counts: pd.DataFrame, shown: pd.DataFrame, picks: dict[str, Pick], theme: str) -> alt.LayerChart:
    palette, known = THEMES[theme], {name: tr(words) for name, words in KNOWN.items()}
    order = list(known.values())
    strong = shown.melt("hour", var_name="known", value_name="n").assign(strong=1.0, rank=0)
    pale = counts.melt("hour", var_name="known", value_name="n").assign(strong=0.3, rank=2)
    pale["n"] -= strong["n"]
    rows = pd.concat([strong, pale], ignore_index=True)
    rows["rank"] += (rows["known"] == "hour_known").astype(int)
    rows["known"] = rows["known"].map(known)
    labels = {"labelAngle": 0, "labelExpr": "datum.value % 3 ? '' : datum.value + ':00'", "ticks": False}
    x = alt.X("hour:O", axis=alt.Axis(title=None, **labels), scale=alt.Scale(paddingInner=0.15))
    bars = alt.Chart(rows[rows["n"] > 0]).mark_bar().encode(
        x=x,
        y=alt.Y("n:Q", stack=True, axis=alt.Axis(title=None, format="d", tickMinStep=1)),
        color=alt.Color("known:N", title=tr("recorded events, time known"), sort=order,
                        scale=alt.Scale(domain=order, range=[palette["accent"], palette["muted"]])),
        opacity=alt.Opacity("strong:Q", scale=None),
        order=alt.Order("rank:O"),
    )  # fmt: skip
    both = counts["minute"] + counts["hour_known"]
    spots = counts.assign(
        top=max(int(both.max()), 1), n=both, words=[picks[str(hour)].label for hour in counts["hour"]]
    )
    spots[PICK] = spots["hour"].astype(str)
    pick = alt.selection_point(name=PICK, fields=[PICK], on="click", toggle=False)
    tip = [
        alt.Tooltip("words:N", title=tr("Began")),
        *(alt.Tooltip(f"{name}:Q", title=tr(title)) for name, title in COLUMNS.items()),
    ]
    hit = alt.Chart(spots).mark_bar(opacity=0.001, cursor="pointer", aria=False)
    return alt.layer(bars, hit.encode(x=x, y=alt.Y("top:Q"), tooltip=tip).add_params(pick))
