"""The analysis screen: charts of the view, each of which leads back into the filters, and comparisons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import streamlit as st
from markupsafe import Markup, escape

from dashboard import words
from dashboard.facet_words import PLURALS
from dashboard.language import mark, tr
from dashboard.screens import analysis_settings, filters, hours, page, view
from dashboard.screens.analysis_settings import STEPS, Settings, choice
from dashboard.screens.made_once import CHARTS, made_once
from dashboard.store import Store
from incidents import Filter, count_range, facet_counts, filter_mask

if TYPE_CHECKING:
    from dashboard.charts.figure import Figure

CAVEAT = mark(
    "Recorded events follow attention and reporting as well as what happened: the density of 2025 reflects both. A rise here is a rise of records."
)
CATEGORY = "analysis_category"
LONGEST_BY_DAY = 1100
"""Days of a view up to which a bar for each day is offered."""


def counted_category(shown: Filter, counts: dict[str, int]) -> str:
    """Return the one category that the charts count: the one that the filter asks for, else incidents, else the first that occurs."""
    present = [word for word in PLURALS if counts.get(word) and (not shown.category or word in shown.category)]
    return present[0] if present else (shown.category[0] if shown.category else "incident")


@page.screen("analysis")
def show(store: Store) -> None:
    """Render the screen."""
    shown = view.current(store.package)
    settings = analysis_settings.current()
    mask = filter_mask(store.package, shown)
    with st.container(key="page", gap="small"):
        with st.container(key="head", horizontal=True, vertical_alignment="center"):
            st.html(Markup("<h1>{}</h1>").format(tr("Analysis")))
            _count(store, shown, mask)
            filters.reset(shown)
        filters.show(store, shown)
        for note in analysis_settings.notes():
            st.html(f'<p class="ev-note" role="status">{escape(note)}</p>')
        with st.container(key="analysis", gap="small"):
            choice("chart", tr("Chart"), tabs=True)
            category = counted_category(shown, store.category_counts(mask))
            _counted_row(store, shown, category)
            _body(store, shown, settings, category)
            # A comparison says it of each side.
            left_out = "" if settings.chart == "compare" else hours.left_out(store, shown)
            st.caption(" ".join(filter(None, (left_out, tr(CAVEAT)))))


def _count(store: Store, shown: Filter, mask: np.ndarray) -> None:
    n, least = int(mask.sum()), count_range(store.package, shown)[0]
    with st.container(key="count", width="content"):
        counts = words.by_category(store.category_counts(mask))
        st.markdown(
            tr("**{n} of {total}** recorded events").format(n=n, total=len(store.package.events))
            + (f" ({counts})" if counts else "")
            + (", " + tr("{least} to {most} in these dates").format(least=least, most=n) if least < n else "")
        )


def _counted_row(store: Store, shown: Filter, category: str) -> None:
    """Render which category is counted."""
    counts = facet_counts(store.package, shown, names=("category",))["category"]
    options = [word for word in PLURALS if counts.get(word) or word == category]
    st.session_state[CATEGORY] = category
    with st.container(key="counted"):
        st.segmented_control(
            tr("Counted"),
            options,
            key=CATEGORY,
            format_func={word: f"{tr(PLURALS[word])} {counts.get(word, 0)}" for word in options}.get,
            required=True,
            on_change=lambda: _change(category=(st.session_state[CATEGORY],)),
            help=tr("Incidents, responses and statements are not one quantity, so one of them is counted at a time."),
        )


def _change(**changes: tuple[str, ...]) -> None:
    view.change(st.session_state[view.VIEW].replace(**changes))


def _body(store: Store, shown: Filter, settings: Settings, category: str) -> None:
    counted = shown.replace(category=(category,), event="")
    from dashboard.screens import analysis_compare

    analysis_compare.ahead(store, counted, settings)
    if settings.chart == "compare":
        analysis_compare.show(store, counted, settings)
        return
    if not count_range(store.package, counted)[1]:
        _empty(tr("No recorded event matches these dates and filters. Widen the dates, or reset the filters."))
        return
    from dashboard.charts.look import theme_of
    from dashboard.screens import analysis_chart

    theme, noun = theme_of(st.context.theme.type), tr(PLURALS[category])
    if settings.chart == "series":
        # Split by category each is counted by itself, so all of the view come in.
        counted = shown.replace(event="") if settings.by == "category" else counted
        found = _series(store, counted, settings, tr("Recorded events") if settings.by == "category" else noun, theme)
    elif settings.chart == "hours":
        choice("clock", tr("Clock"))
        found = [_hours(store, counted, settings, noun, theme)]
    else:
        found = _figures(store, counted, settings.chart, noun, theme)
    figures = [figure for figure in found if figure is not None]
    if not figures:
        _empty(tr("None of these records states what this chart shows."))
        return
    columns = st.columns(len(figures), gap="large") if len(figures) > 1 else [st.container()] * len(figures)
    for place, figure in zip(columns, figures, strict=True):
        with place, st.container(key=f"figure_{figure.name}"):
            analysis_chart.show(store.package, counted, figure, theme=theme)


def _series(store: Store, counted: Filter, settings: Settings, noun: str, theme: str) -> list[Figure | None]:
    from dashboard.charts.series_chart import series_chart
    from incidents.analysis import step_for
    from incidents.analysis.view_period import view_period

    days = view_period(store.package.events, counted, filter_mask(store.package, counted))
    fits = (days[1] - days[0]).days < LONGEST_BY_DAY
    steps = {name: title for name, title in STEPS.items() if fits or name != "day"}
    auto = step_for(*days)
    steps["auto"] = tr("Auto ({step})").format(step=tr(STEPS[auto]).lower())
    with st.container(horizontal=True, key="series_choices"):
        choice("step", tr("A bar for each"), steps)
        choice("by", tr("Split by"))
    step = auto if settings.step not in steps or settings.step == "auto" else settings.step
    by = "" if settings.by == "none" else settings.by
    return [_once(series_chart, store, counted, step=step, by=by, noun=noun, theme=theme)]


def _hours(store: Store, counted: Filter, settings: Settings, noun: str, theme: str) -> Figure | None:
    from dashboard.charts.hours_chart import hours_chart

    return _once(hours_chart, store, counted, clock=settings.clock, noun=noun, theme=theme)


def _figures(store: Store, counted: Filter, chart: str, noun: str, theme: str) -> list[Figure | None]:
    if chart == "calendar":
        from dashboard.charts.calendar_chart import calendar_chart

        return [_once(calendar_chart, store, counted, noun=noun, theme=theme)]
    if chart == "rankings":
        from dashboard.charts.ranking_chart import ranking_chart

        acting = counted.category != ("incident",)
        return [
            _once(ranking_chart, store, counted, by, noun=noun, theme=theme, acting=acting and by == "actor")
            for by in ("country", "type", "actor")
        ]
    from dashboard.charts.distribution_chart import distribution_chart

    names = ("border", "depth") if chart == "border" else ("duration",)
    return [_once(distribution_chart, store, counted, name, noun=noun, theme=theme) for name in names]


def _once(
    chart: Callable[..., Figure | None], store: Store, counted: Filter, *words: str, **options: Any
) -> Figure | None:
    """Return a chart of the package and the view, made now or before."""
    what = (chart.__name__, counted, words, tuple(options.items()))
    return made_once(store, what, lambda: chart(store.package, counted, *words, **options), kind=CHARTS)


def _empty(words: str) -> None:
    st.html(Markup('<h2 class="ev-title">{}</h2><p class="ev-note">{}</p>').format(tr("Nothing to draw"), words))
