"""Hour of the day."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts.figure import Figure
from dashboard.layers.palette import THEMES
from dashboard.local_time import zone_of
from incidents.analysis import hours

HEIGHT = 260
CLOCKS = {"local": "Clock of the place", "utc": "UTC"}


def zones_of(events: pd.DataFrame) -> pd.Series:
    """Return the IANA zone of each event, "" where the country alone does not tell."""
    known: dict[tuple[str, int], str] = {}
    found = []
    for country, longitude in zip(events["country"].tolist(), events["longitude"].tolist(), strict=True):
        key = (country, int(longitude // 1))
        if key not in known:
            zone = zone_of(country, longitude)
            known[key] = zone.key if zone else ""
        found.append(known[key])
    return pd.Series(found, index=events.index, dtype="str")


def hours_chart(events: pd.DataFrame, *, clock: str, noun: str, theme: str) -> Figure | None:
    """Return the chart, None when the hour of no event is known.

    Parameters
    ----------
    events : DataFrame
        The rows of the view.
    clock : str
        "local" or "utc".
    noun, theme : str
        As for `series_chart`.
    """
    found = hours(events, zones=zones_of(events) if clock == "local" else None)
    if not found.n_shown:
        return None
    palette, both = THEMES[theme], found.counts["minute"] + found.counts["hour_known"]
    title = f"{noun} by hour of the day, {CLOCKS[clock] if clock == 'utc' else CLOCKS[clock].lower()}"
    known = {"minute": "to the minute", "hour_known": "to about an hour"}
    rows = found.counts.rename(columns=known).melt("hour", var_name="known", value_name="n")
    rows["words"] = [f"{hour:02d}:00 to {hour:02d}:59" for hour in rows["hour"]]
    rows["rank"] = (rows["known"] == known["hour_known"]).astype(int)
    bars = alt.Chart(rows).mark_bar().encode(
        x=alt.X("hour:O", axis=alt.Axis(title=None, labelAngle=0, labelExpr="datum.value % 3 ? '' : datum.value + ':00'", ticks=False),
                scale=alt.Scale(paddingInner=0.15)),
        y=alt.Y("n:Q", stack=True, axis=alt.Axis(title=None, format="d", tickMinStep=1)),
        color=alt.Color("known:N", title="recorded events, time known", sort=list(known.values()),
                        scale=alt.Scale(domain=list(known.values()), range=[palette["accent"], palette["muted"]])),
        order="rank:O",
        tooltip=[alt.Tooltip("words:N", title="Hour"), alt.Tooltip("known:N", title="Time known"), alt.Tooltip("n:Q", title="Recorded events")],
    )  # fmt: skip
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
        f"{found.n_shown} of {found.n} {noun.lower()} are known to the hour or the minute. {found.without_hour} are known to the day or less and are in no bar.",
    )
    if found.without_clock:
        notes += (f"For {found.without_clock} the clock of the place is not known; they are in no bar.",)
    notes += (
        "An event counts in the hour in which it began. Filters have no hour of the day, so these bars cannot be chosen.",
    )
    return Figure("hours", title, bars, HEIGHT, alt_words, table, notes=notes)
