"""The row of filters over the map."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from dashboard import words
from dashboard.record import name_of
from dashboard.screens import view
from dashboard.store import Store
from incidents import VOCABULARIES, Filter
from incidents.filter import FACETS, LONGEST_Q, day_bounds

FACET_TITLES = {
    "country": "Country",
    "type": "Type",
    "category": "Category",
    "status": "Status",
    "actor": "Attributed to",
}
VOCABULARY = {"type": "event_type", "category": "category", "status": "status"}
FIRST, LAST, QUICK, SEARCH = "filter_first", "filter_last", "filter_quick", "filter_q"
ALL_DATES = "All dates"


def quick_ranges(first: date, last: date) -> dict[str, tuple[date | None, date | None]]:
    """Return named periods that the record covers, the story's month first."""
    ranges: dict[str, tuple[date | None, date | None]] = {ALL_DATES: (None, None)}
    named = {"September 2025": (date(2025, 9, 1), date(2025, 9, 30)), "Since September 2025": (date(2025, 9, 1), last)}
    ranges |= {name: days for name, days in named.items() if days[0] >= first and days[1] <= last and days[0] < days[1]}
    ranges["Last 30 days of the record"] = (max(first, last - timedelta(days=29)), last)
    ranges["Last 12 months of the record"] = (max(first, last - timedelta(days=364)), last)
    return ranges | {
        str(year): (date(year, 1, 1), date(year, 12, 31))
        for year in range(last.year, max(first.year, last.year - 15) - 1, -1)
    }


def word_label(name: str, word: str) -> str:
    """Return the label of a facet's word: a vocabulary's own, or the name of a country or organisation."""
    return words.label(VOCABULARY[name], word) if name in VOCABULARY else name_of(word)


def _typed() -> None:
    state = st.session_state
    first, last = state[FIRST], state[LAST]
    if first and last and first > last:
        first, last = last, first
    view.change(state[view.VIEW].replace(period=(first, last)))


def _quick(ranges: dict[str, tuple[date | None, date | None]]) -> None:
    if (name := st.session_state[QUICK]) in ranges:
        view.change(st.session_state[view.VIEW].replace(period=ranges[name]))


def _facet(name: str) -> None:
    view.change(st.session_state[view.VIEW].replace(**{name: tuple(st.session_state[f"filter_{name}"])}))


def _search() -> None:
    typed = "".join(c if c.isprintable() else " " for c in st.session_state[SEARCH])[:LONGEST_Q]
    view.change(st.session_state[view.VIEW].replace(q=typed))


def _reset() -> None:
    view.change(Filter(event=st.session_state[view.VIEW].event))


def _words_of(events: pd.DataFrame, name: str, chosen: tuple[str, ...]) -> list[str]:
    """Return the words of a facet that occur: in the vocabulary's order, or by name."""
    found = set(events[FACETS[name]].unique()) | set(chosen)
    if name in VOCABULARY:
        return [word for word in VOCABULARIES[VOCABULARY[name]] if word in found]
    return sorted(found, key=name_of)


def _title(name: str, chosen: tuple[str, ...]) -> str:
    if not chosen:
        return FACET_TITLES[name]
    first = word_label(name, chosen[0])
    return f"{FACET_TITLES[name]}: {first if len(first) < 16 else first[:15] + '…'}{f' +{len(chosen) - 1}' if len(chosen) > 1 else ''}"


def show(store: Store, shown: Filter) -> None:
    """Render the filters, each showing what the view says."""
    events, state = store.package.events, st.session_state
    bounds = day_bounds(events) or (date(2014, 1, 1), date.today())
    ranges = quick_ranges(*bounds)
    state[FIRST], state[LAST] = shown.period
    state[QUICK] = next((name for name, days in ranges.items() if days == shown.period), None)
    state[SEARCH] = shown.q
    limits = {
        "format": "YYYY-MM-DD",
        "min_value": date(1900, 1, 1),
        "max_value": date(2100, 12, 31),
        "on_change": _typed,
    }
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.date_input("From (first day, UTC)", value=None, key=FIRST, width=165, **limits)
        st.date_input("To (last day, UTC)", value=None, key=LAST, width=165, **limits)
        st.selectbox(
            "Quick range",
            list(ranges),
            key=QUICK,
            index=None,
            placeholder="Own dates",
            width=190,
            on_change=_quick,
            args=(ranges,),
        )
        for name in FACET_TITLES:
            chosen = getattr(shown, name)
            options = _words_of(events, name, chosen)
            state[f"filter_{name}"] = [word for word in options if word in chosen]
            with st.popover(_title(name, chosen), type="secondary", key=f"pop_{name}"):
                st.pills(
                    FACET_TITLES[name],
                    options,
                    selection_mode="multi",
                    key=f"filter_{name}",
                    format_func=lambda word, name=name: word_label(name, word),
                    on_change=_facet,
                    args=(name,),
                )
        st.text_input("Search title, summary, place", key=SEARCH, max_chars=LONGEST_Q, width=200, on_change=_search)
        st.button(
            "Reset",
            key="filter_reset",
            type="tertiary",
            on_click=_reset,
            disabled=not shown.replace(event="").is_active,
        )
