"""Which two sides the comparison of the Analysis screen has: two periods, countries or types."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from dashboard.facet_words import facet_label
from dashboard.filter_speech import period_words
from dashboard.language import tr
from dashboard.screens.analysis_settings import AGAINST, Settings, change
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter, facet_counts
from incidents.analysis import clip, same_dates_a_year_before, window_before

WINDOWS = {"year-before": same_dates_a_year_before, "before": window_before}
OWN = "own"
LAST_DAYS = 365
EPOCH = date(1970, 1, 1)
FIRST_DAY, LAST_DAY, WINDOW = "analysis_own_first", "analysis_own_last", "analysis_window"
PAIR = ("analysis_first_word", "analysis_second_word")
Views = tuple[Filter, Filter]
Sides = tuple[Views, tuple[str, str]]
Days = tuple[date, date]


def sides(store: Store, counted: Filter, settings: Settings) -> Sides | None:
    """Render the choice of both sides and return them with their names; None when there are not two.

    Parameters
    ----------
    store : Store
        The data.
    counted : Filter
        The view, of one category: the first side.
    settings : Settings
        What it is compared with.
    """
    return (_periods if settings.versus == "period" else _two_words)(store, counted, settings)


def views(store: Store, counted: Filter, settings: Settings) -> Views | None:
    """Return both sides as `sides` does, and render nothing."""
    if settings.versus != "period":
        base, _, pair = _pair(store, counted, settings)
        return _each(base, settings.versus, pair) if len(pair) == 2 else None
    days, _ = _days(store, counted)
    return _both(counted, days, settings)


# ---- two periods -------------------------------------------------------------------------------------------------------
def _days(store: Store, counted: Filter) -> tuple[Days, str]:
    """Return the days of the first side, and what is to be said of them."""
    first, last = counted.period
    known = tuple(EPOCH + timedelta(days=day) for day in store.days)
    if first is None or last is None:
        last = last or known[1]
        first = first or max(min(known[0], last), last - timedelta(days=LAST_DAYS - 1))
        return (first, last), tr(
            "The dates have an open side, so {period} is taken. Set From and To to compare other days."
        )
    if (within := clip((first, last), known)) not in (None, (first, last)):
        return within, tr("The record covers only a part of these dates, so {period} is taken.")
    return (first, last), ""


def _both(counted: Filter, days: Days, settings: Settings) -> Views:
    other = settings.days or WINDOWS[settings.against](*days)
    return counted.replace(period=days), counted.replace(period=other)


def _periods(store: Store, counted: Filter, settings: Settings) -> Sides:
    (first, last), said = _days(store, counted)
    if said:
        st.caption(plain(said.format(period=period_words((first, last)))))
    options = {word: f"{tr(words)}: {period_words(WINDOWS[word](first, last))}" for word, words in AGAINST.items()}
    own = settings.days
    options[OWN] = tr("Own dates")
    st.session_state[WINDOW] = settings.against if settings.against in AGAINST else OWN
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            tr("{period}, against").format(period=period_words((first, last))),
            list(options),
            key=WINDOW,
            format_func=options.get,
            width=430,
            on_change=lambda: _window(WINDOWS["year-before"](first, last)),
        )
        if own is not None:
            _own_days(own)
    both = _both(counted, (first, last), settings)
    names = tuple(period_words(side.period) for side in both)
    if names[0] == names[1]:
        names = tr("{name} (first)").format(name=names[0]), tr("{name} (second)").format(name=names[1])
    return both, names


def _window(start: Days) -> None:
    word = st.session_state[WINDOW]
    change(against=word if word in AGAINST else "..".join(day.isoformat() for day in start))


def _own_days(own: Days) -> None:
    st.session_state[FIRST_DAY], st.session_state[LAST_DAY] = own
    limits = {"format": "YYYY-MM-DD", "min_value": date(1900, 1, 1), "max_value": date(2100, 12, 31), "width": 150}
    for key, words in ((FIRST_DAY, tr("From (first day, UTC)")), (LAST_DAY, tr("To (last day, UTC)"))):
        st.date_input(words, key=key, on_change=_typed, **limits)


def _typed() -> None:
    days = sorted((st.session_state[FIRST_DAY], st.session_state[LAST_DAY]))
    change(against="..".join(day.isoformat() for day in days))


# ---- two countries or types ----------------------------------------------------------------------------------------------
def _pair(store: Store, counted: Filter, settings: Settings) -> tuple[Filter, dict[str, int], list[str]]:
    """Return the view of all words, how often each occurs, and two of them: those that are chosen, else named by the filter, else most frequent."""
    by = settings.versus
    base = counted.replace(**{by: (), f"not_{by}": ()})
    counts = facet_counts(store.package, base, names=(by,))[by]
    present = [word for word, n in counts.items() if n]
    wanted = [word for word in settings.words if word in counts]
    ranked = [*wanted, *(word for word in getattr(counted, by) if word in present), *present]
    return base, counts, list(dict.fromkeys(ranked))[:2]


def _each(base: Filter, by: str, pair: list[str]) -> Views:
    return tuple(base.replace(**{by: (word,)}) for word in pair)


def _two_words(store: Store, counted: Filter, settings: Settings) -> Sides | None:
    by = settings.versus
    base, counts, pair = _pair(store, counted, settings)
    if len(pair) < 2:
        return None
    options = sorted({*(word for word, n in counts.items() if n), *pair}, key=lambda word: facet_label(by, word))
    with st.container(horizontal=True):
        for key, word, words in zip(PAIR, pair, (tr("First"), tr("Second")), strict=True):
            st.session_state[key] = word
            st.selectbox(
                words,
                options,
                key=key,
                format_func={word: f"{facet_label(by, word)} ({counts.get(word, 0)})" for word in options}.get,
                on_change=_paired,
                width=260,
            )
    return _each(base, by, pair), tuple(facet_label(by, word) for word in pair)


def _paired() -> None:
    first, second = (st.session_state[key] for key in PAIR)
    change(pair=f"{first}..{second}")
