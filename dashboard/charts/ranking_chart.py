"""Words of a facet, most frequent first."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.charts.figure import PICK, Figure, Pick, lower
from dashboard.charts.look import colour
from dashboard.facet_words import TITLES, by_words, facet_label
from dashboard.language import mark, said, tr
from dashboard.layers.palette import THEMES
from incidents import Filter, Package
from incidents.analysis import ranking
from incidents.analysis.comparison_words import count_words

BAR, MOST = 25, 15
RANGES = mark(
    "The part of a bar at its end, and the second number, are events that could lie in the dates: they are known only to a longer time."
)
LONGEST = 22
"""Letters of a name on the axis."""


def ranking_chart(
    package: Package, view: Filter, by: str, *, noun: str, theme: str, acting: bool = False
) -> Figure | None:
    """Return the chart, None when there is nothing to count.

    Parameters
    ----------
    package, view, noun, theme
        As for `series_chart`.
    by : str
        Facet.
    acting : bool, default False
        Call the actor an acting or named party: nothing but an incident is attributed.
    """
    counts = ranking(package, view, by)
    if counts.empty:
        return None
    heading = tr("Acting or named party") if acting else tr(TITLES[by])
    counts["label"] = [facet_label(by, word) for word in counts["word"]]
    title = tr("{noun} by {what}").format(noun=noun, what=tr("acting or named party") if acting else by_words(by))
    table = pd.DataFrame({heading: counts["label"], tr("At least"): counts["least"], tr("At most"): counts["most"]})
    chosen = getattr(view, by)
    picks = {
        row.word: Pick(_words(row, chosen), _toggled(view, by, row.word)) for row in counts.itertuples(index=False)
    }
    shown = counts.head(MOST)
    notes = (tr(RANGES),) if (counts["least"] != counts["most"]).any() else ()
    if len(counts) > MOST:
        rest = counts["most"].iloc[MOST:]
        others = tr("The {n} most frequent of {total}; the others have {rest} together, see Data.")
        notes += (others.format(n=MOST, total=len(counts), rest=rest.sum()),)
    if chosen or getattr(view, f"not_{by}", ()):
        notes += (tr("Pale bars are left out by the filter; they are shown so that they can be chosen."),)
    top = ", ".join(f"{row.label} {said(count_words(row.least, row.most))}" for row in counts.head(3).itertuples())
    alt_words = tr("Bar chart: {title}. First: {list}.").format(title=lower(title), list=top)
    name = f"ranking-{by}"
    return Figure(
        name,
        title,
        _chart(shown, by, theme),
        BAR * len(shown),
        alt_words,
        table,
        picks,
        tr("Show only, or no longer only"),
        notes,
    )


def _words(row: object, chosen: tuple[str, ...]) -> str:
    said_row = f"{row.label} ({said(count_words(row.least, row.most))})"
    return tr("{row}, shown").format(row=said_row) if row.word in chosen else said_row


def _toggled(view: Filter, by: str, word: str) -> Filter:
    """Return the view with the word added to those shown, or taken away again."""
    chosen = getattr(view, by)
    words = tuple(w for w in chosen if w != word) if word in chosen else (*chosen, word)
    left_out = (
        {f"not_{by}": tuple(w for w in getattr(view, f"not_{by}") if w != word)} if hasattr(view, f"not_{by}") else {}
    )
    return view.replace(**{by: words}, **left_out)


def _chart(counts: pd.DataFrame, by: str, theme: str) -> alt.LayerChart:
    palette = THEMES[theme]
    names = [label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…" for label in counts["label"]]
    rows = pd.DataFrame(
        {
            PICK: counts["word"],
            "order": range(len(counts)),
            "name": names,
            "what": counts["label"],
            "least": counts["least"],
            "most": counts["most"],
            "count": [count_words(*pair) for pair in zip(counts["least"], counts["most"], strict=True)],
            "colour": [colour(by, word, theme) for word in counts["word"]],
            "strong": counts["chosen"].map({True: 1.0, False: 0.3}).astype(float),
        }
    )
    top = int(counts["most"].max())
    x_scale = alt.Scale(domain=[0, top * 1.18], nice=False)
    y = alt.Y("order:O", axis=alt.Axis(title=None, labelExpr=f"{names!r}[datum.value]", labelLimit=170, labelColor=palette["text"], ticks=False, domain=False),
              scale=alt.Scale(paddingInner=0.3, paddingOuter=0.1))  # fmt: skip
    strong = alt.Opacity("strong:Q", scale=None)
    base = alt.Chart(rows).encode(y=y, color=alt.Color("colour:N", scale=None))
    layers = [
        base.mark_bar(opacity=0.35).encode(x=alt.X("most:Q", scale=x_scale, axis=None)),
        base.mark_bar().encode(x=alt.X("least:Q", scale=x_scale, axis=None), opacity=strong),
        alt.Chart(rows)
        .mark_text(align="left", dx=5, color=palette["muted"])
        .encode(y=y, x=alt.X("most:Q", scale=x_scale, axis=None), text=alt.Text("count:N")),
    ]
    if (rows["least"] == rows["most"]).all():
        layers.pop(0)
    pick = alt.selection_point(name=PICK, fields=[PICK], on="click", toggle=False)
    tip = [alt.Tooltip("what:N", title=tr(TITLES[by])), alt.Tooltip("count:N", title=tr("Recorded events"))]
    hit = alt.Chart(rows.assign(end=top * 1.18)).mark_bar(opacity=0.001, cursor="pointer", aria=False)
    layers.append(hit.encode(y=y, x=alt.X("end:Q", scale=x_scale, axis=None), tooltip=tip).add_params(pick))
    return alt.layer(*layers)
