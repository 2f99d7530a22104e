"""The row of filters over the map."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from dashboard import words
from dashboard.record import name_of
from dashboard.screens import view
from dashboard.store import Store
from incidents import VOCABULARIES, Filter
from incidents.filter import FACETS, LONGEST_Q, PLACED, SAID

FACET_TITLES = {
    "country": "Country",
    "type": "Type",
    "category": "Category",
    "status": "Status",
    "actor": "Attributed to",
    "airspace": "Airspace",
    "resolution": "Resolved",
}
CLAIM_TITLES = {"party": "Said by", "stance": "What they do"}
VOCABULARY = {"type": "event_type"} | {
    name: name for name in ("category", "status", "airspace", "resolution", "stance")
}
FIRST, LAST, QUICK, SEARCH = "filter_first", "filter_last", "filter_quick", "filter_q"
BORDER_LOW, BORDER_HIGH = "filter_border_low", "filter_border_high"
EPOCH = date(1970, 1, 1)
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


def _words_of(store: Store, name: str, chosen: tuple[str, ...]) -> list[str]:
    """Return the words of a facet that occur: in the vocabulary's order, or by name."""
    if name in PLACED:
        return list(VOCABULARIES[name])
    known = set(store.package.claims[name]) if name in SAID else store.words_in(FACETS[name])
    found = known | set(chosen)
    if name in VOCABULARY:
        return [word for word in VOCABULARIES[VOCABULARY[name]] if word in found]
    return sorted(found, key=name_of)


def _title(name: str, shown: Filter) -> str:
    chosen, left_out = getattr(shown, name), getattr(shown, f"not_{name}", ())
    if not chosen:
        return FACET_TITLES[name] + (f": {len(left_out)} left out" if left_out else "")
    first = word_label(name, chosen[0])
    return f"{FACET_TITLES[name]}: {first if len(chosen) == 1 and len(first) <= 12 else str(len(chosen))}"


def _facet_popover(store: Store, shown: Filter, name: str) -> None:
    """Render the words of one facet twice: what alone to show, what to leave out."""
    parts = {name: "Show only", f"not_{name}": "Leave out"} if name in FACETS else {name: "Show only"}
    with st.popover(_title(name, shown), type="secondary", key=f"pop_{name}"):
        for part, heading in parts.items():
            _pills(store, shown, part, heading)
        if name in PLACED:
            _border(shown)


def _claims_popover(store: Store, shown: Filter) -> None:
    """Render who said something of an event, and what they did with it; with both, in one claim."""
    number = len(shown.party) + len(shown.stance)
    with st.popover(f"Claims: {number}" if number else "Claims", type="secondary", key="pop_claims"):
        for part, heading in CLAIM_TITLES.items():
            _pills(store, shown, part, heading)


def _pills(store: Store, shown: Filter, part: str, heading: str) -> None:
    """Render the words of one part of the filter."""
    name, chosen = part.removeprefix("not_"), getattr(shown, part)
    options = _words_of(store, name, chosen)
    st.session_state[f"filter_{part}"] = [word for word in options if word in chosen]
    st.pills(
        heading,
        options,
        selection_mode="multi",
        key=f"filter_{part}",
        format_func=lambda word: word_label(name, word),
        on_change=_facet,
        args=(part,),
    )


def _border(shown: Filter) -> None:
    """Render the distance to the border of airspace."""
    low, high = shown.border
    st.session_state[BORDER_LOW], st.session_state[BORDER_HIGH] = low, high
    st.caption("Distance to the border of airspace, on either side, in kilometres")
    with st.container(horizontal=True):
        for key, words in ((BORDER_LOW, "At least"), (BORDER_HIGH, "At most")):
            st.number_input(
                words,
                min_value=0.0,
                max_value=5000.0,
                value=None,
                step=5.0,
                format="%g",
                key=key,
                on_change=_border_typed,
            )


def _border_typed() -> None:
    state = st.session_state
    low, high = state[BORDER_LOW], state[BORDER_HIGH]
    if low is not None and high is not None and low > high:
        low, high = high, low
    view.change(state[view.VIEW].replace(border=(low, high)))


def show(store: Store, shown: Filter) -> None:
    """Render the filters, each showing what the view says."""
    state = st.session_state
    ranges = quick_ranges(*(EPOCH + timedelta(days=day) for day in store.days))
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
        st.date_input("From (first day, UTC)", value=None, key=FIRST, width=150, **limits)
        st.date_input("To (last day, UTC)", value=None, key=LAST, width=150, **limits)
        st.selectbox(
            "Quick range",
            list(ranges),
            key=QUICK,
            index=None,
            placeholder="Own dates",
            width=165,
            on_change=_quick,
            args=(ranges,),
        )
        st.text_input("Search words", key=SEARCH, max_chars=LONGEST_Q, width=140, on_change=_search)
        for name in FACET_TITLES:
            _facet_popover(store, shown, name)
        _claims_popover(store, shown)


def reset(shown: Filter) -> None:
    """Render the button that takes all filters away; the selected event stays."""
    active = shown.replace(event="").is_active
    st.button("Reset", key="filter_reset", on_click=_reset, disabled=not active)
