"""The map in its frame: state goes in by one command, answers come back on release or click."""

from __future__ import annotations

import base64
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit_folium import st_folium

from dashboard import language
from dashboard.layers.command import Command
from dashboard.layers.glyphs import TYPES
from dashboard.layers.incident_map import IncidentMap
from dashboard.layers.packing import pack_mask
from dashboard.screens import embed, tongue, view
from dashboard.screens.answer import answer
from dashboard.store import Store
from incidents import Filter
from incidents.filter_area import check_area
from incidents.filter_near import point_of

KEY = "map_frame"
ANSWERED = "map_answered"
EPOCH = date(1970, 1, 1)
BLOBS = "../../blobs/"
INLINE_UP_TO = 120_000
"""Rows up to which the mask travels in the command (20 KB of base64, 65 bytes for 385 events): a fetch takes longer than they do; beyond, it is fetched."""
HEIGHT = 640
"""Pixels before the style sheet of the page sizes the frame."""
MOST_DAYS = 1_000_000


def command(store: Store, shown: Filter, *, follow: float | None = None) -> dict[str, Any]:
    """Return what the map shall show; see `dashboard.layers.command.Command`."""
    address = f"{BLOBS}{store.key}"
    return {
        "core": f"{address}/core.bin",
        "extra": f"{address}/extra.bin",
        "labels": f"{address}/{tongue.folder()}labels",
        "version": store.key,
        "mask": _mask(store, shown, address),
        "window": _window(store, shown),
        "hidden": [name for name in TYPES if (shown.type and name not in shown.type) or name in shown.not_type],
        "area": list(shown.area) or None,
        "near": [*point_of(shown.near), shown.near[1]] if shown.near else None,
        "event": store.index_of(shown.event),
        "answered": st.session_state.get(ANSWERED, 0),
        "theme": st.context.theme.type or "",
        "at": view.position(),
        "picture": {"aspect": embed.aspect()} if st.context.is_embedded else None,
        "follow": follow,
    }


def _mask(store: Store, shown: Filter, address: str) -> dict[str, str] | None:
    timeless = shown.replace(period=(None, None), event="")
    if not timeless.is_active:
        return None
    if len(store.package.events) > INLINE_UP_TO:
        return {"url": f"{address}/mask.bin?{urlencode(timeless.to_params())}"}
    return {"bits": base64.b64encode(pack_mask(store.mask(shown))).decode()}


def _window(store: Store, shown: Filter) -> list[int] | None:
    if not shown.has_period:
        return None
    days = [(edge - EPOCH).days if edge else None for edge in shown.period]
    first, last = store.days
    return [first if days[0] is None else days[0], last if days[1] is None else days[1]]


def _period(window: object) -> tuple[date | None, date | None]:
    if not (
        isinstance(window, list) and len(window) == 2 and all(isinstance(d, int) and abs(d) < MOST_DAYS for d in window)
    ):
        return (None, None)
    try:
        first, last = (EPOCH + timedelta(days=day) for day in window)
    except OverflowError:
        return (None, None)
    return (min(first, last), max(first, last))


def _read_answer(store: Store) -> None:
    """Take over what the reader did in the map: the window, the event and those under the click."""
    if (did := answer(store, KEY, ANSWERED)) is None:
        return
    event, stack = did.get("event"), did.get("stack")
    chosen = store.id_of(event) if isinstance(event, int) else ""
    ids = [store.id_of(i) for i in stack[:50] if isinstance(i, int)] if isinstance(stack, list) else []
    shown = st.session_state[view.VIEW].replace(period=_period(did.get("window")), event=chosen)
    if isinstance(hidden := did.get("hidden"), list):
        shown = shown.replace(type=(), not_type=tuple(name for name in TYPES if name in hidden))
    if isinstance(area := did.get("area"), list):
        shown = _with_area(shown, area)
    view.change(shown, stack=[event_id for event_id in ids if event_id] or (None if chosen else []))


def _with_area(shown: Filter, area: list[object]) -> Filter:
    """Return the view with the area that the reader drew; an empty one takes the circle away as well."""
    try:
        drawn = check_area(area)
    except (TypeError, ValueError):
        return shown
    return shown.replace(area=drawn) if drawn else shown.replace(area=(), near=())


def show(store: Store, shown: Filter, *, follow: float | None = None) -> None:
    """Render the map.

    Parameters
    ----------
    store : Store
        The data.
    shown : Filter
        The view.
    follow : float, optional
        For a small map without controls: the zoom at which a newly selected event is brought to the middle; by default the map moves only when it lies out of view.
    """
    st_folium(
        IncidentMap(language.current(), small=follow is not None),
        key=tongue.keyed(KEY),
        height=HEIGHT,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=Command(command(store, shown, follow=follow)).in_group(),
        on_change=lambda: _read_answer(store),
    )
