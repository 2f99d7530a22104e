"""Two periods, countries or types side by side."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st
from markupsafe import escape
from streamlit.delta_generator import DeltaGenerator

from dashboard.charts.comparison_chart import comparison_chart
from dashboard.charts.figure import Figure
from dashboard.charts.look import theme_of
from dashboard.facet_words import PLURALS, facet_label
from dashboard.press.content import BOUNDARIES, HOW_TO_READ
from dashboard.screens import analysis_chart
from dashboard.screens.analysis_settings import AGAINST, Settings, change, choice
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter, facet_counts
from incidents.analysis import compare, same_dates_a_year_before, window_before
from incidents.analysis.compare import Comparison
from incidents.analysis.comparison_words import CAUTION, METHOD, finding, side_words
from incidents.filter_words import period_words

WINDOWS = {"year-before": same_dates_a_year_before, "before": window_before}
OWN, MAPS = "own", "analysis_maps"
LAST_DAYS = 365
EPOCH = date(1970, 1, 1)
FIRST_DAY, LAST_DAY, WINDOW = "analysis_own_first", "analysis_own_last", "analysis_window"
PAIR = ("analysis_first_word", "analysis_second_word")


def _maps(store: Store, first: Filter, second: Filter, theme: str) -> tuple[bytes, bytes]:
    """Return both maps; the last pair is kept in the session, where data of its own may stay and nowhere else."""
    from dashboard.press.side_by_side import side_by_side

    key = (store.key, first, second, theme)
    if st.session_state.get(MAPS, (None,))[0] != key:
        st.session_state[MAPS] = (key, side_by_side(store.package, first, second, theme=theme))
    return st.session_state[MAPS][1]


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
    choice("versus", "Compare")
    sides = _periods(store, counted, settings) if settings.versus == "period" else _words(store, counted, settings)
    if sides is None:
        st.html(
            '<h2 class="ev-title">Nothing to compare</h2><p class="ev-note">Fewer than two occur under these filters.</p>'
        )
        return
    (first, second), names = sides
    by = "country" if settings.versus == "type" else "type"
    found = compare(store.package, first, second, by=by)
    if found is None:
        st.html('<h2 class="ev-title">Nothing to compare</h2><p class="ev-note">There are no recorded events.</p>')
        return
    noun, theme = PLURALS[counted.category[0]].capitalize(), theme_of(st.context.theme.type)
    st.html(f'<p class="ev-finding">{escape(finding(found))}</p>')
    places = _side_by_side(found, names)
    figure = comparison_chart(found, by, noun=noun, names=names, theme=theme)
    if figure is not None:
        _figure(store, found, figure, theme)
    # Last, because drawing takes longest: everything else is on the page by then.
    pictures = _maps(store, found.first.filter, found.second.filter, theme)
    for place, side, name, picture in zip(places, (found.first, found.second), names, pictures, strict=True):
        place.image(picture, width="stretch", alt=f"Map: {name}, {side_words(side)}.")


def _figure(store: Store, found: Comparison, figure: Figure, theme: str) -> None:
    st.dataframe(figure.table, hide_index=True, key="compare_table")
    shared = (
        f" {found.shared} of the events are, or could be, on both sides: the counts are not independent."
        if found.shared
        else ""
    )
    st.caption(plain(f"{METHOD} {CAUTION}{shared}"))
    with st.container(key="figure_compare"):
        analysis_chart.show(store.package, found.first.filter, figure, theme=theme)


def _side_by_side(found: Comparison, names: tuple[str, str]) -> list[DeltaGenerator]:
    """Render names and counts of both sides; return the places for their maps, as tall as these will be."""
    places = []
    for column, side, name in zip(st.columns(2, gap="medium"), (found.first, found.second), names, strict=True):
        with column:
            st.html(f'<h2 class="ev-title">{escape(name)}</h2><p class="ev-note">{escape(side_words(side))}</p>')
            with st.container(key=f"compare_map_{len(places)}"):
                places.append(st.empty())
    st.caption(
        plain(
            f"Both maps show the same part of the earth at the same scale, with the same signs. {HOW_TO_READ} {BOUNDARIES}"
        )
    )
    return places


# ---- two periods -------------------------------------------------------------------------------------------------------
def _periods(store: Store, counted: Filter, settings: Settings) -> tuple[tuple[Filter, Filter], tuple[str, str]]:
    first, last = counted.period
    if first is None or last is None:
        known = [EPOCH + timedelta(days=day) for day in store.days]
        last = last or known[1]
        first = first or max(min(known[0], last), last - timedelta(days=LAST_DAYS - 1))
        st.caption(
            plain(
                f"The dates have an open side, so {period_words((first, last))} is taken. Set From and To to compare other days."
            )
        )
    options = {word: f"{words}: {period_words(WINDOWS[word](first, last))}" for word, words in AGAINST.items()}
    own = settings.days
    options[OWN] = "Own dates"
    st.session_state[WINDOW] = settings.against if settings.against in AGAINST else OWN
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            f"{period_words((first, last))}, against",
            list(options),
            key=WINDOW,
            format_func=options.get,
            width=430,
            on_change=lambda: _window(WINDOWS["year-before"](first, last)),
        )
        if own is not None:
            _own_days(own)
    other = own or WINDOWS[settings.against](first, last)
    views = counted.replace(period=(first, last)), counted.replace(period=other)
    names = period_words((first, last)), period_words(other)
    return views, names if names[0] != names[1] else (f"{names[0]} (first)", f"{names[1]} (second)")


def _window(start: tuple[date, date]) -> None:
    word = st.session_state[WINDOW]
    change(against=word if word in AGAINST else "..".join(day.isoformat() for day in start))


def _own_days(own: tuple[date, date]) -> None:
    st.session_state[FIRST_DAY], st.session_state[LAST_DAY] = own
    limits = {"format": "YYYY-MM-DD", "min_value": date(1900, 1, 1), "max_value": date(2100, 12, 31), "width": 150}
    for key, words in ((FIRST_DAY, "From"), (LAST_DAY, "To")):
        st.date_input(words, key=key, on_change=_typed, **limits)


def _typed() -> None:
    days = sorted((st.session_state[FIRST_DAY], st.session_state[LAST_DAY]))
    change(against="..".join(day.isoformat() for day in days))


# ---- two countries or types ----------------------------------------------------------------------------------------------
def _words(store: Store, counted: Filter, settings: Settings) -> tuple[tuple[Filter, Filter], tuple[str, str]] | None:
    """Return both sides: the two that are chosen, else those that the filter names first, else the most frequent."""
    by = settings.versus
    base = counted.replace(**{by: (), f"not_{by}": ()})
    counts = facet_counts(store.package, base, names=(by,))[by]
    present = [word for word, n in counts.items() if n]
    wanted = [word for word in settings.words if word in counts]
    ranked = [*wanted, *(word for word in getattr(counted, by) if word in present), *present]
    pair = list(dict.fromkeys(ranked))[:2]
    if len(pair) < 2:
        return None
    options = sorted({*present, *pair}, key=lambda word: facet_label(by, word))
    with st.container(horizontal=True):
        for key, word, words in zip(PAIR, pair, ("First", "Second"), strict=True):
            st.session_state[key] = word
            st.selectbox(
                words,
                options,
                key=key,
                format_func=lambda w: f"{facet_label(by, w)} ({counts.get(w, 0)})",
                on_change=_paired,
                width=260,
            )
    views = tuple(base.replace(**{by: (word,)}) for word in pair)
    return views, tuple(facet_label(by, word) for word in pair)


def _paired() -> None:
    first, second = (st.session_state[key] for key in PAIR)
    change(pair=f"{first}..{second}")
