"""Where an event lies relative to national airspace, in the current language.

English has whole sentences (`incidents.airspace.airspace_words`). Their adjectives and cases cannot be put together from parts in most
languages, so that others get the same facts as short statements.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard import language
from dashboard.language import mark, tr
from dashboard.state_names import state
from incidents.airspace import airspace_words, place_events

NOBODYS = {
    "HIGHSEAS": mark("over the high seas"),
    "DISPUTED": mark("where the status is disputed"),
    "OUTSIDE": mark("beyond the boundaries held here"),
}
LEAST_SHARE = 0.005
LARGEST_DISC_M = 2_000_000
_NEEDED = (
    "longitude", "latitude", "coordinate_uncertainty_m", "country", "airspace_claim", "category", "georeference_basis",
)  # fmt: skip
MOST_KEPT = 1024
"""Answers that are kept: working one out takes twice as long as all the rest of an event's panel, which each rerun shows anew."""


def _where(code: str) -> str:
    from geodata import country_names

    return tr(NOBODYS[code]) if code in NOBODYS else state(code, country_names().get(code, code))


def _km(distance: float) -> str:
    return tr("less than 1 km") if abs(distance) < 1 else f"{abs(distance):.0f} km"


def airspace_speech(event: Mapping[str, Any], *, place: Mapping[str, Any] | None = None) -> str:
    """Say in whose airspace an event lies, how deep, and how sure that is; "" for what is not about a place in the air.

    Parameters
    ----------
    event : mapping
        An event, as `Package.event` returns it.
    place : mapping, optional
        Its row of `incidents.airspace.place_events`, if it is at hand.
    """
    if place is not None:
        return _speech(event, place)
    return _kept(language.current(), *(event.get(name) for name in _NEEDED))


@lru_cache(MOST_KEPT)
def _kept(_language: str, *values: Any) -> str:
    event = dict(zip(_NEEDED, values, strict=True))
    return _speech(event, place_events(pd.DataFrame([event])).iloc[0].to_dict())


def _speech(event: Mapping[str, Any], place: Mapping[str, Any]) -> str:
    english = airspace_words(event, place=place)
    if not english or language.current() == language.ENGLISH:
        return english
    code, of, border = place["airspace"], place["border_of"], place["border_km"]
    if code in ("", "OUTSIDE"):
        return tr("The airspace cannot be told from the recorded position.")
    parts = [tr("Point: {where}.").format(where=_where(code))]
    if math.isfinite(border):
        said = tr("{km} inside the border ({state}).") if code == of else tr("{km} outside the border ({state}).")
        parts.append(said.format(km=_km(border), state=_where(of)))
    return " ".join([*parts, *_doubt(event, place)])


def _doubt(event: Mapping[str, Any], place: Mapping[str, Any]) -> list[str]:
    from geodata import airspaces_within

    parts = (
        [tr("Status disputed: two states' limits overlap here or are not agreed.")]
        if place["airspace_uncertain"]
        else []
    )
    radius = event.get("coordinate_uncertainty_m")
    if radius is None or not math.isfinite(radius):
        return [*parts, tr("How exact the position is, is not recorded.")]
    shares = airspaces_within(event["longitude"], event["latitude"], min(radius, LARGEST_DISC_M))
    named = [f"{_where(code)} ({100 * share:.0f} %)" for code, share in shares.items() if share >= LEAST_SHARE]
    if len(named) > 1:
        far = language.number(f"{round(radius / 1000, 1):g}")
        parts.append(tr("With an uncertainty of {km} km possible: {list}.").format(km=far, list=", ".join(named)))
    return parts
