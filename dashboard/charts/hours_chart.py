"""Hour of the day."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts.figure import PICK, Figure, Pick
from dashboard.layers.palette import THEMES
from incidents import Filter, Package, filter_events
from incidents.analysis import hours

HEIGHT = 260
CLOCKS = {"local": "Clock of the place", "utc": "UTC"}
KNOWN = {"minute": "to the minute", "hour_known": "to about an hour"}
PARTS = {"Night": (22, 5), "Morning": (5, 12), "Afternoon": (12, 18), "Evening": (18, 22)}
"""Hours that the list beneath the chart offers beside single ones."""


def _span(first: int, last: int) -> str:
    return f"{first:02d}:00 to {(last - 1) % 24:02d}:59"


def _picks(view: Filter, both: pd.Series, clock: str) -> dict[str, Pick]:
    """Return each hour and part of the day: choosing shows only it, choosing what is shown takes it back."""
    found = {}
    named = PARTS | {str(hour): (hour, hour + 1) for hour in range(24)}
    for name, (first, last) in named.items():
        within = [hour % 24 for hour in range(first, last if last > first else last + 24)]
        chosen = view.hours == (first, last, clock)
        label = f"{name}, {_span(first, last)}" if name in PARTS else _span(first, last)
        label += f" ({both[within].sum()})" + (", shown" if chosen else "")
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
    title = f"{noun} by hour of the day, {CLOCKS[clock] if clock == 'utc' else CLOCKS[clock].lower()}"
    picks = _picks(view, both, clock)
    table = pd.DataFrame(
        {
            "Hour": range(24),
            "Known to the minute": found.counts["minute"],
            "Known to about an hour": found.counts["hour_known"],
        }
    )
    top = int(both.idxmax())
    alt_words = f"Bar chart: {title.lower()}. Most began between {top:02d}:00 and {top:02d}:59 ({both.max()})."
    notes = (
        f"{found.n_shown + found.without_clock} of {found.n} {noun.lower()} are known to the hour or the minute. {found.without_hour} are known to the day or less and are in no bar.",
    )
    if found.without_clock:
        notes += (f"For {found.without_clock} the clock of the place is not known; they are in no bar.",)
    notes += ("An event counts in the hour in which it began.",)
    if view.hours:
        notes += (f"Pale: left out by the hours of the filter, which let {shown.n} through.",)
    chart = _chart(found.counts, shown.counts, picks, theme)
    return Figure("hours", title, chart, HEIGHT, alt_words, table, picks, "Show only, or all again", notes)


def _chart(counts: pd.DataFrame, shown: pd.DataFrame, picks: dict[str, Pick], theme: str) -> alt.LayerChart:
    palette, order = THEMES[theme], list(KNOWN.values())
    strong = shown.melt("hour", var_name="known", value_name="n").assign(strong=1.0, rank=0)
    pale = counts.melt("hour", var_name="known", value_name="n").assign(strong=0.3, rank=2)
    pale["n"] -= strong["n"]
    rows = pd.concat([strong, pale], ignore_index=True)
    rows["rank"] += (rows["known"] == "hour_known").astype(int)
    rows["known"] = rows["known"].map(KNOWN)
    labels = {"labelAngle": 0, "labelExpr": "datum.value % 3 ? '' : datum.value + ':00'", "ticks": False}
    x = alt.X("hour:O", axis=alt.Axis(title=None, **labels), scale=alt.Scale(paddingInner=0.15))
    bars = alt.Chart(rows[rows["n"] > 0]).mark_bar().encode(
        x=x,
        y=alt.Y("n:Q", stack=True, axis=alt.Axis(title=None, format="d", tickMinStep=1)),
        color=alt.Color("known:N", title="recorded events, time known", sort=order,
                        scale=alt.Scale(domain=order, range=[palette["accent"], palette["muted"]])),
        opacity=alt.Opacity("strong:Q", scale=None),
        order="rank:O",
    )  # fmt: skip
    both = counts["minute"] + counts["hour_known"]
    spots = counts.assign(
        top=max(int(both.max()), 1), n=both, words=[picks[str(hour)].label for hour in counts["hour"]]
    )
    spots[PICK] = spots["hour"].astype(str)
    pick = alt.selection_point(name=PICK, fields=[PICK], on="click", toggle=False)
    tip = [
        alt.Tooltip("words:N", title="Began"),
        *(alt.Tooltip(f"{name}:Q", title=f"Known {words}") for name, words in KNOWN.items()),
    ]
    hit = alt.Chart(spots).mark_bar(opacity=0.001, cursor="pointer", aria=False)
    return alt.layer(bars, hit.encode(x=x, y="top:Q", tooltip=tip).add_params(pick))
