"""Two periods, countries or types side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import streamlit as st
from markupsafe import Markup, escape
from streamlit.delta_generator import DeltaGenerator

from dashboard.charts.comparison_chart import comparison_chart
from dashboard.charts.figure import Figure
from dashboard.charts.look import theme_of
from dashboard.facet_words import PLURALS
from dashboard.language import said, tr, trn
from dashboard.press.content import BOUNDARIES, HOW_TO_READ
from dashboard.screens import analysis_chart, compare_sides, short_table
from dashboard.screens.analysis_settings import AGAINST, VERSUS, Settings, choice
from dashboard.screens.made_once import CHARTS, made_once, soon
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter
from incidents.analysis import compare
from incidents.analysis.compare import Comparison
from incidents.analysis.comparison_words import CAUTION, METHOD, finding, side_words


def _maps(store: Store, first: Filter, second: Filter, theme: str) -> tuple[tuple, Callable[[], tuple[bytes, bytes]]]:
    """Return what the maps of both sides are called, and what makes them."""

    def draw() -> tuple[bytes, bytes]:
        from dashboard.press.side_by_side import side_by_side

        return side_by_side(store.package, first, second, theme=theme)

    return ("comparison", first, second, theme), draw


def ahead(store: Store, counted: Filter, settings: Settings) -> None:
    """Have maps drawn in spare time that may be asked for next: of this comparison, then of others.

    Parameters
    ----------
    store, counted, settings
        As `show` takes them; `settings` may ask for another chart.
    """
    theme = theme_of(st.context.theme.type)
    confirmed = counted.replace(status=() if counted.status == ("confirmed",) else ("confirmed",), not_status=())

    def things() -> Iterator[tuple[tuple, Callable[[], Any]]]:
        wanted = [(counted, settings)]
        if settings.chart == "compare":
            wanted += [(counted, replace(settings, versus=versus)) for versus in VERSUS]
            wanted += [(confirmed, settings)]
            wanted += [(counted, replace(settings, against=against)) for against in AGAINST]
        for view, changed in wanted:
            both = compare_sides.views(store, view, changed)
            if both is not None:
                yield _maps(store, *both, theme)

    soon(store, things)


def show(store: Store, counted: Filter, settings: Settings) -> None:
    """Render the comparison.

    Parameters
    ----------
    store : Store
        The data.
    counted : Filter
        The view, of one category: the first side.
    settings : Settings
        What it is compared with.
    """
    choice("versus", tr("Compare"))
    sides = compare_sides.sides(store, counted, settings)
    if sides is None:
        _nothing(tr("Fewer than two occur under these filters."))
        return
    (first, second), names = sides
    by = "country" if settings.versus == "type" else "type"
    found = made_once(
        store, ("compare", first, second, by), lambda: compare(store.package, first, second, by=by), kind=CHARTS
    )
    if found is None:
        _nothing(tr("There are no recorded events."))
        return
    if not found.first.days or not found.second.days:
        _nothing(said(finding(found)))
        return
    noun, theme = tr(PLURALS[counted.category[0]]), theme_of(st.context.theme.type)
    st.html(f'<p class="ev-finding">{escape(said(finding(found)))}</p>')
    places = _side_by_side(found, names)
    what = ("comparison_chart", first, second, by, noun, theme)
    figure = made_once(
        store, what, lambda: comparison_chart(found, by, noun=noun, names=names, theme=theme), kind=CHARTS
    )
    if figure is not None:
        _figure(store, found, figure, theme)
    # Last, because drawing takes longest: everything else is on the page by then.
    pictures = made_once(store, *_maps(store, found.first.filter, found.second.filter, theme))
    for place, side, name, picture in zip(places, (found.first, found.second), names, pictures, strict=True):
        words = tr("Map: {name}, {count}.").format(name=name, count=said(side_words(side)))
        # As it is: Streamlit would make a JPEG of it.
        place.image(picture, width="stretch", output_format="PNG", alt=words)


def _nothing(why: str) -> None:
    st.html(Markup('<h2 class="ev-title">{}</h2><p class="ev-note">{}</p>').format(tr("Nothing to compare"), why))


def _figure(store: Store, found: Comparison, figure: Figure, theme: str) -> None:
    short_table.show(figure.table, tr("Table of the comparison"))
    parts = [said(METHOD), said(CAUTION)]
    if found.shared:
        parts.append(
            trn(
                "{n} of the events is, or could be, on both sides: the counts are not independent.",
                "{n} of the events are, or could be, on both sides: the counts are not independent.",
                found.shared,
            ).format(n=found.shared)
        )
    st.caption(plain(" ".join(parts)))
    with st.container(key="figure_compare"):
        analysis_chart.show(store.package, found.first.filter, figure, theme=theme)


def _side_by_side(found: Comparison, names: tuple[str, str]) -> list[DeltaGenerator]:
    """Render names and counts of both sides; return the places for their maps, as tall as these will be."""
    places = []
    for column, side, name in zip(st.columns(2, gap="medium"), (found.first, found.second), names, strict=True):
        with column:
            st.html(f'<h2 class="ev-title">{escape(name)}</h2><p class="ev-note">{escape(said(side_words(side)))}</p>')
            with st.container(key=f"compare_map_{len(places)}"):
                places.append(st.empty())
    st.caption(
        plain(
            " ".join(
                (
                    tr("Both maps show the same part of the earth at the same scale, with the same signs."),
                    tr(HOW_TO_READ),
                    tr(BOUNDARIES),
                )
            )
        )
    )
    return places
