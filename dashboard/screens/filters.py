"""The row of filters over the map, and what of them is active."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import streamlit as st

from dashboard.language import mark, speaker, tr
from dashboard.screens import facets, view
from dashboard.screens.chips import chips
from dashboard.screens.more import more
from dashboard.screens.where import where
from dashboard.store import Store
from incidents import Filter
from incidents.filter_parts import LONGEST_Q

FIRST, LAST, QUICK, SEARCH = "filter_first", "filter_last", "filter_quick", "filter_q"
EPOCH = date(1970, 1, 1)
ALL_DATES = mark("All dates")


def quick_ranges(first: date, last: date) -> dict[str, tuple[date | None, date | None]]:
    """Return named periods that the record covers, the story's month first."""
    ranges: dict[str, tuple[date | None, date | None]] = {ALL_DATES: (None, None)}
    named = {
        mark("September 2025"): (date(2025, 9, 1), date(2025, 9, 30)),
        mark("Since September 2025"): (date(2025, 9, 1), last),
    }
    ranges |= {name: days for name, days in named.items() if days[0] >= first and days[1] <= last and days[0] < days[1]}
    ranges[mark("Last 30 days of the record")] = (max(first, last - timedelta(days=29)), last)
    ranges[mark("Last 12 months of the record")] = (max(first, last - timedelta(days=364)), last)
    return ranges | {
        str(year): (date(year, 1, 1), date(year, 12, 31))
        for year in range(last.year, max(first.year, last.year - 15) - 1, -1)
    }


def _typed() -> None:
    state = st.session_state
    first, last = state[FIRST], state[LAST]
    if first and last and first > last:
        first, last = last, first
    view.change(state[view.VIEW].replace(period=(first, last)))


def _quick(ranges: dict[str, tuple[date | None, date | None]]) -> None:
    # Chosen once more, a range is taken away.
    chosen = ranges.get(st.session_state[QUICK], (None, None))
    view.change(st.session_state[view.VIEW].replace(period=chosen))


def _search() -> None:
    typed = "".join(c if c.isprintable() else " " for c in st.session_state[SEARCH])[:LONGEST_Q]
    view.change(st.session_state[view.VIEW].replace(q=typed))


def _reset() -> None:
    view.change(Filter(event=st.session_state[view.VIEW].event))


def period(store: Store, shown: Filter) -> None:
    """Render the dates: typed ones and quick ranges."""
    state = st.session_state
    ranges = quick_ranges(*(EPOCH + timedelta(days=day) for day in store.days))
    state[FIRST], state[LAST] = shown.period
    limits = {
        "format": "YYYY-MM-DD",
        "min_value": date(1900, 1, 1),
        "max_value": date(2100, 12, 31),
        "on_change": _typed,
    }
    st.date_input(tr("From (first day, UTC)"), value=None, key=FIRST, width=149, **limits)
    st.date_input(tr("To (last day, UTC)"), value=None, key=LAST, width=149, **limits)
    if (place := facets.when_open(tr("Quick range"), "quick")) is not None:
        state[QUICK] = next((name for name, days in ranges.items() if days == shown.period), None)
        place.pills(
            tr("Period"),
            list(ranges),
            format_func=speaker(),
            key=QUICK,
            on_change=_quick,
            args=(ranges,),
            label_visibility="collapsed",
        )


def show(store: Store, shown: Filter) -> None:
    """Render the filters, each showing what the view says, and below them the row of chips."""
    st.session_state[SEARCH] = shown.q
    counts = cache(lambda: store.facet_counts(shown))
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        period(store, shown)
        st.text_input(tr("Search words"), key=SEARCH, max_chars=LONGEST_Q, width=112, on_change=_search)
        for name in facets.TITLES:
            facets.popover(store, shown, name, counts)
        where(store, shown, counts)
        more(store, shown, counts)
    chips(shown)


def reset(shown: Filter) -> None:
    """Render the button that takes all filters away; the selected event stays."""
    active = shown.replace(event="").is_active
    st.button(tr("Reset"), key="filter_reset", on_click=_reset, disabled=not active)
