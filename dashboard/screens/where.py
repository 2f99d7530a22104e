"""Where: airspace, an area, kilometres around a place."""

from __future__ import annotations

import streamlit as st

import geodata
from dashboard.language import tr
from dashboard.screens import view
from dashboard.screens.bounds import bounds
from dashboard.screens.facets import Counts, pills, when_open
from dashboard.screens.plain import plain
from dashboard.store import Store
from incidents import Filter
from incidents.filter_area import MOST_CORNERS, area_text, parse_area
from incidents.filter_near import LONGEST_KM, check_near

AREA, PLACE, KM, WRONG = "filter_area", "filter_near", "filter_near_km", "filter_where_wrong"
USUAL_KM = 50.0


def where(store: Store, shown: Filter, counts: Counts) -> None:
    """Render the popover."""
    place = when_open(tr("Place"), "where")
    if place is None:
        return
    with place:
        pills(store, shown, "airspace", tr("Airspace: show only"), counts)
        bounds(shown, "border")
        _area(shown)
        _near(shown)
        if wrong := st.session_state.pop(WRONG, ""):
            st.warning(plain(wrong))


def _area(shown: Filter) -> None:
    st.session_state[AREA] = area_text(shown.area)
    st.text_input(
        tr("Area, in degrees: west, south, east, north"),
        key=AREA,
        placeholder="20, 53.5, 31, 60.8",
        help=tr(
            "Or 3 to {n} corners as longitude, latitude, … It can also be drawn with the tools on the right of the map, or taken from what the map shows."
        ).format(n=MOST_CORNERS),
        on_change=_area_typed,
    )


def _area_typed() -> None:
    typed = st.session_state[AREA]
    try:
        view.change(st.session_state[view.VIEW].replace(area=parse_area(typed) if typed.strip() else ()))
    except ValueError as err:
        st.session_state[WRONG] = str(err)


def _near(shown: Filter) -> None:
    place, km = shown.near or (None, None)
    names = [each.name for each in geodata.places()]
    st.session_state[PLACE] = place
    st.session_state[KM] = km
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            tr("Near a town, airport or air base"),
            names if place in (None, *names) else [place, *names],
            key=PLACE,
            index=None,
            placeholder=tr("Anywhere"),
            accept_new_options=True,
            help=tr("Or a position: longitude, latitude."),
            on_change=_near_typed,
        )
        st.number_input(
            tr("Within, km"),
            min_value=1.0,
            max_value=LONGEST_KM,
            value=None,
            step=10.0,
            format="%g",
            key=KM,
            width=110,
            on_change=_near_typed,
        )


def _near_typed() -> None:
    state = st.session_state
    try:
        near = check_near((state[PLACE], state[KM] or USUAL_KM)) if state[PLACE] else ()
        view.change(state[view.VIEW].replace(near=near))
    except ValueError as err:
        state[WRONG] = str(err)
