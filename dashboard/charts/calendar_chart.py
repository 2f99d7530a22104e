"""A calendar: days of up to two years, otherwise months by year."""

from __future__ import annotations

from datetime import date, timedelta

import altair as alt
import pandas as pd

from dashboard.charts.bin_words import bin_words
from dashboard.charts.figure import PICK, Figure, Pick, lower
from dashboard.charts.step_words import CHOOSE
from dashboard.filter_speech import period_words
from dashboard.language import mark, month_alone, said, tr, trn, weekday
from dashboard.layers.palette import THEMES
from incidents import Filter, Package
from incidents.analysis import series
from incidents.analysis.comparison_words import count_words

MOST_DAYS = 732
CELL = 26
TITLES = {"day": mark("{noun} in the calendar, by day"), "month": mark("{noun} in the calendar, by month")}


def _months() -> list[str]:
    return [month_alone(number, short=True) for number in range(1, 13)]


def _weekdays() -> list[str]:
    return [weekday(number) for number in range(7)]


def calendar_chart(package: Package, view: Filter, *, noun: str, theme: str) -> Figure | None:
    """Return the chart, None when there is nothing to count; parameters as for `series_chart`."""
    months = series(package, view, step="month")
    if months.empty or not months["most"].sum():
        return None
    days = (months["last"].iloc[-1] - months["first"].iloc[0]).days + 1
    step = "day" if days <= MOST_DAYS else "month"
    counts = series(package, view, step="day") if step == "day" else months
    counts["label"] = [bin_words(row.first, row.last, step=step, whole=row.whole) for row in counts.itertuples()]
    years = sorted({day.year for day in counts["first"]})
    title = tr(TITLES[step]).format(noun=noun)
    table = pd.DataFrame(
        {
            tr("From (UTC)"): counts["first"],
            tr("To (UTC)"): counts["last"],
            tr("At least"): counts["least"],
            tr("At most"): counts["most"],
        }
    )
    picks = {
        f"{row.first}/{row.last}": Pick(
            f"{row.label} ({said(count_words(row.least, row.most))})", view.replace(period=(row.first, row.last))
        )
        for row in counts[counts["most"] > 0].itertuples(index=False)
    }
    vague = int((counts["least"] != counts["most"]).sum())
    notes = (tr("Colour is the number that certainly lies in the cell."),)
    if vague:
        dots = (
            trn(
                "A dot marks the {n} day into which events known only to a longer time may fall as well.",
                "A dot marks the {n} days into which events known only to a longer time may fall as well.",
                vague,
            )
            if step == "day"
            else trn(
                "A dot marks the {n} month into which events known only to a longer time may fall as well.",
                "A dot marks the {n} months into which events known only to a longer time may fall as well.",
                vague,
            )
        )
        notes += (dots.format(n=vague),)
    rows = len(years) if step == "month" else 8 * len({_sheet(day, days) for day in counts["first"]})
    chart = _chart(counts, step, days, theme)
    return Figure(
        "calendar",
        title,
        chart,
        CELL * max(rows, 2),
        _alt(counts, title, step),
        table,
        picks,
        tr(CHOOSE[step]),
        notes,
    )


def _alt(counts: pd.DataFrame, title: str, step: str) -> str:
    top = counts.loc[counts["most"].idxmax()]
    spell = period_words((counts["first"].iloc[0], counts["last"].iloc[-1]))
    busy = int((counts["most"] > 0).sum())
    have = tr("{n} of {total} days have any") if step == "day" else tr("{n} of {total} months have any")
    parts = {"title": lower(title), "period": spell, "have": have.format(n=busy, total=len(counts))}
    most = {"most": top["label"], "n": said(count_words(top["least"], top["most"]))}
    return tr("Heat map: {title}, {period}. {have}; most: {most} ({n}).").format(**parts, **most)


def _sheet(day: date, days: int) -> str:
    """Return on which sheet of the calendar a day stands: half a year each, so that a phone can show its weeks."""
    names = _months()
    half = f"{names[0]}–{names[5]}" if day.month < 7 else f"{names[6]}–{names[11]}"
    return "" if days <= 190 else f"{day.year} {half}"


def _chart(counts: pd.DataFrame, step: str, days: int, theme: str) -> alt.LayerChart:
    palette = THEMES[theme]
    rows = pd.DataFrame(
        {
            PICK: [f"{row.first}/{row.last}" for row in counts.itertuples()],
            "when": counts["label"],
            "count": [said(count_words(*pair)) for pair in zip(counts["least"], counts["most"], strict=True)],
            "least": counts["least"],
            "most": counts["most"],
        }
    )
    if step == "month":
        months = _months()
        rows["column"] = [months[day.month - 1] for day in counts["first"]]
        rows["row"] = [str(day.year) for day in counts["first"]]
        x_sort, y_sort = months, sorted(rows["row"].unique(), reverse=True)
        x_axis, y_axis = alt.Axis(orient="top"), alt.Axis()
    else:
        starts = [day - timedelta(days=day.weekday()) for day in counts["first"]]
        sheets = [_sheet(day, days) for day in counts["first"]]
        rows["column"], rows["row"], x_sort, y_sort = _weeks(counts["first"], starts, sheets)
        x_axis = alt.Axis(labels=False)
        y_axis = alt.Axis(labelExpr="slice(datum.label, indexof(datum.label, '|') + 1)")
    plain = {"title": None, "ticks": False, "domain": False, "labelAngle": 0}
    for axis in (x_axis, y_axis):
        for name, value in plain.items():
            axis[name] = value
    x = alt.X("column:O", sort=x_sort, axis=x_axis, scale=alt.Scale(paddingInner=0.08, paddingOuter=0, domain=x_sort))
    y = alt.Y("row:O", sort=y_sort, axis=y_axis, scale=alt.Scale(paddingInner=0.08, paddingOuter=0, domain=y_sort))
    top = max(int(counts["least"].max()), 1)
    shade = alt.Color(
        "least:Q",
        scale=alt.Scale(
            type="sqrt", interpolate="lab", domain=[0, top], range=[palette["grid"], palette["categories"][0]]
        ),
        legend=alt.Legend(title=tr("recorded events"), tickCount=4, format="d", gradientLength=160),
    )
    pick = alt.selection_point(name=PICK, fields=[PICK], on="click", toggle=False)
    tip = [alt.Tooltip("when:N", title=tr("When")), alt.Tooltip("count:N", title=tr("Recorded events"))]
    base = alt.Chart(rows).encode(x=x, y=y)
    layers = [base.mark_rect(cornerRadius=2).encode(color=shade)]
    if step == "month":
        dark = rows["least"] > top * 0.4
        for ink, where in ((palette["panel"], dark), (palette["text"], ~dark & (rows["most"] > 0))):
            layers.append(
                alt.Chart(rows[where]).mark_text(fontSize=11, color=ink).encode(x=x, y=y, text=alt.Text("least:Q"))
            )
    else:
        months = _months()
        names = [months[day.month - 1] for day in counts["first"]]
        begins = [k for k, day in enumerate(counts["first"]) if day.day == 1 or k == 0]
        heads = pd.DataFrame(
            {
                "column": rows["column"].iloc[begins],
                "row": [f"{sheets[k]}|{sheets[k]}" for k in begins],
                "name": [names[k] for k in begins],
            }
        )
        layers.append(
            alt.Chart(heads)
            .mark_text(align="left", baseline="middle", color=palette["muted"], dx=-9, dy=4)
            .encode(x=x, y=y, text=alt.Text("name:N"))
        )
    spot = {"xOffset": 12, "yOffset": -6} if step == "month" else {}
    dots = alt.Chart(rows[rows["most"] > rows["least"]]).mark_circle(size=10, color=palette["muted"], opacity=1, **spot)
    layers.append(dots.encode(x=x, y=y))
    hit = base.mark_rect(opacity=0.001, cursor="pointer", aria=False).encode(tooltip=tip).add_params(pick)
    return alt.layer(*layers, hit)


def _weeks(days: pd.Series, starts: list[date], sheets: list[str]) -> tuple[list[int], list[str], list[int], list[str]]:
    """Return for each day the week within its sheet and its row, and the order of both; a row of its own names each sheet and its months."""
    first: dict[str, date] = {}
    for sheet, start in zip(sheets, starts, strict=True):
        first.setdefault(sheet, start)
    weekdays = _weekdays()
    columns = [(start - first[sheet]).days // 7 for sheet, start in zip(sheets, starts, strict=True)]
    rows = [f"{sheet}|{weekdays[day.weekday()]}" for sheet, day in zip(sheets, days, strict=True)]
    order = [f"{sheet}|{name}" for sheet in first for name in [sheet, *weekdays]]
    return columns, rows, list(range(max(columns) + 1)), order
