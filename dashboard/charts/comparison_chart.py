"""Counts of two views, word by word, and the ratio of their rates with its interval."""

from __future__ import annotations

import math

import altair as alt
import pandas as pd

from dashboard.charts.figure import PICK, Figure, Pick, lower
from dashboard.facet_words import TITLES, by_words, facet_label
from dashboard.language import said, tr
from dashboard.layers.palette import THEMES
from incidents.analysis.compare import RATE_DAYS, Comparison
from incidents.analysis.comparison_words import count_words, interval_words, rate_words, ratio_words
from incidents.analysis.rate_ratio import RateRatio

ROW, MOST = 38, 14
KEY = 64
"""Pixels of the legend: on the screen it takes its room from the height of the chart."""


def comparison_table(found: Comparison, by: str) -> pd.DataFrame:
    """Return the comparison as a table for people, one row a word and one for all."""
    first, second = found.first, found.second
    rows = [(tr("All"), first.least, first.most, second.least, second.most, found.ratio)]
    rows += [
        (facet_label(by, row[0]), *row[1:5], RateRatio(*row[5:]))
        for row in found.table.itertuples(index=False, name=None)
    ]
    return pd.DataFrame(
        [
            {
                tr(TITLES[by]): name,
                tr("First"): said(count_words(a, b)),
                tr("Second"): said(count_words(c, d)),
                tr("First per {n} days").format(n=RATE_DAYS): said(rate_words(first, a, b)),
                tr("Second per {n} days").format(n=RATE_DAYS): said(rate_words(second, c, d)),
                tr("Ratio"): said(ratio_words(ratio)),
                tr("95 % interval"): said(interval_words(ratio)),
            }
            for name, a, b, c, d, ratio in rows
        ]
    )


def comparison_chart(found: Comparison, by: str, *, noun: str, names: tuple[str, str], theme: str) -> Figure | None:
    """Return the rates of both sides as pairs of bars, None when there are no rows.

    Parameters
    ----------
    found : Comparison
        Both sides.
    by : str
        Facet of the rows.
    noun, theme : str
        As for `series_chart`.
    names : tuple of str
        What to call the sides.
    """
    if found.table.empty:
        return None
    palette, table = THEMES[theme], found.table.head(MOST)
    rows = []
    for place, row in enumerate(table.itertuples(index=False)):
        for side, name, least, most in (
            (found.first, names[0], row.first_least, row.first_most),
            (found.second, names[1], row.second_least, row.second_most),
        ):
            rows.append(
                {
                    PICK: row.word,
                    "order": place,
                    "what": facet_label(by, row.word),
                    "side": name,
                    "sure": side.rate(least),
                    "could": side.rate(most),
                    "words": f"{said(rate_words(side, least, most))} ({said(count_words(least, most))})",
                }
            )
    data = pd.DataFrame(rows)
    labels = [facet_label(by, word) for word in table["word"]]
    top = float(data["could"].max())
    scale = alt.Scale(domain=[0, top * 1.25], nice=False)
    y = alt.Y(
        "order:O",
        axis=alt.Axis(title=None, labelExpr=f"{labels!r}[datum.value]", labelLimit=150, labelColor=palette["text"], ticks=False, domain=False),
        scale=alt.Scale(paddingInner=0.28, paddingOuter=0.1),
    )  # fmt: skip
    offset = alt.YOffset("side:N", sort=list(names), scale=alt.Scale(domain=list(names), paddingInner=0.12))
    colour = alt.Color(
        "side:N",
        sort=list(names),
        scale=alt.Scale(domain=list(names), range=[palette["accent"], palette["muted"]]),
        legend=alt.Legend(
            title=tr("recorded events per {n} days (number)").format(n=RATE_DAYS),
            columns=1,
            labelLimit=320,
            titleLimit=0,
            symbolOpacity=1,
        ),
    )
    base = alt.Chart(data).encode(y=y, yOffset=offset, color=colour)
    layers = [
        base.mark_bar(opacity=0.4).encode(x=alt.X("could:Q", scale=scale, axis=None)),
        base.mark_bar().encode(x=alt.X("sure:Q", scale=scale, axis=None)),
        alt.Chart(data).mark_text(align="left", dx=5, color=palette["muted"]).encode(
            y=y, yOffset=offset, x=alt.X("could:Q", scale=scale, axis=None), text=alt.Text("words:N")
        ),
    ]  # fmt: skip
    pick = alt.selection_point(name=PICK, fields=[PICK], on="click", toggle=False)
    tip = [
        alt.Tooltip("what:N", title=tr(TITLES[by])),
        alt.Tooltip("side:N", title=tr("Side")),
        alt.Tooltip("words:N", title=tr("Per {n} days (number)").format(n=RATE_DAYS)),
    ]
    hit = alt.Chart(data.assign(end=top * 1.25)).mark_bar(opacity=0.001, cursor="pointer", aria=False)
    layers.append(
        hit.encode(y=y, yOffset=offset, x=alt.X("end:Q", scale=scale, axis=None), tooltip=tip).add_params(pick)
    )
    view = found.first.filter
    picks = {
        row.word: Pick(facet_label(by, row.word), view.replace(**{by: (row.word,)}))
        for row in found.table.itertuples(index=False)
    }
    greatest = max(found.table.itertuples(index=False), key=lambda row: abs(_log(row.ratio)))
    title = tr("{noun} per {n} days by {what}").format(noun=noun, n=RATE_DAYS, what=by_words(by))
    sides = {
        "first": said(count_words(greatest.first_least, greatest.first_most)),
        "second": said(count_words(greatest.second_least, greatest.second_most)),
    }
    alt_words = tr(
        "Bar chart: {title}, first and second side. The ratio is furthest from 1 for {what}: {first} and {second} events."
    ).format(title=lower(title), what=facet_label(by, greatest.word), **sides)
    more = tr("The {n} most frequent rows of {total}, see Data.").format(n=MOST, total=len(found.table))
    notes = (more,) if len(found.table) > MOST else ()
    return Figure(
        "compare", title, alt.layer(*layers), KEY + ROW * len(table), alt_words, comparison_table(found, by), picks, tr("Show one on the first side"), notes
    )  # fmt: skip


def _log(ratio: float) -> float:
    return math.log(ratio) if 0 < ratio < math.inf else math.inf
