"""One or two sentences on where an event lies relative to national airspace."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from incidents.airspace.adjectives import adjective_of, airspace_of
from incidents.airspace.phrases import km, reach, where
from incidents.airspace.place_events import place_events

COARSE = {"region_centroid": "a whole region", "country_centroid": "a whole country"}
_NEEDED = ("longitude", "latitude", "coordinate_uncertainty_m", "country")
_SMALL = 0.1  # an uncertainty below this share of the distance does not need a range
_MOST_NAMED, _LEAST_SHARE = 4, 0.005
_LARGEST_DISC_M = 2_000_000


def airspace_words(event: Mapping[str, Any], *, place: Mapping[str, Any] | None = None) -> str:
    """Say in plain English whose airspace an event lies in, how deep, and how sure that is.

    Parameters
    ----------
    event : mapping
        An event, such as `Package.event` returns it; numbers may be None.
    place : mapping, optional
        Its row of `place_events`, if it is at hand.

    Returns
    -------
    str
        One to three sentences with units. "" for events that are not about a place in the air: statements, responses and
        posture without an airspace claim.
    """
    claim = event.get("airspace_claim") or "none"
    if event.get("category", "incident") != "incident" and claim == "none":
        return ""
    if place is None:
        row = {name: event.get(name) for name in _NEEDED} | {"airspace_claim": claim}
        place = place_events(pd.DataFrame([row])).iloc[0].to_dict()
    if place["airspace"] == "":
        return "The record has no usable position, so its airspace cannot be told."
    if place["airspace"] == "OUTSIDE":
        return "The point lies beyond the boundaries held here, so its airspace cannot be told."
    radius = event.get("coordinate_uncertainty_m")
    if radius is None or not math.isfinite(radius) or radius < 0:
        return f"{_at_the_point(event, place)} How exact the position is, is not recorded."
    shares = _shares(event, min(radius, _LARGEST_DISC_M))
    if event.get("georeference_basis") in COARSE:
        return _coarse(event, radius / 1000, shares)
    if place["airspace"] == "DISPUTED":
        sentence = "The point lies in the middle of the Sea of Azov: status disputed."
    elif len(shares) > 1 or place["airspace_uncertain"]:
        sentence = _at_the_point(event, place)
    else:
        sentence = _whole_disc(event, place, radius / 1000)
    if place["airspace_uncertain"] and place["airspace"] != "DISPUTED":
        sentence += " Status disputed: two states' limits overlap here or are not agreed."
    if sum(share >= _LEAST_SHARE for share in shares.values()) > 1:
        sentence += f" With an uncertainty of {reach(radius / 1000)} it may lie {_list(shares)}."
    elif len(shares) > 1:
        code, share = next(iter(shares.items()))
        sentence += f" With an uncertainty of {reach(radius / 1000)} it almost certainly lies {where(code)} ({_percent(share)})."
    return sentence


def _shares(event: Mapping[str, Any], radius_m: float) -> dict[str, float]:
    from geodata import airspaces_within

    return airspaces_within(event["longitude"], event["latitude"], radius_m)


def _sea(event: Mapping[str, Any]) -> str:
    from geodata import sea_name

    name = sea_name(event["longitude"], event["latitude"])
    return f" ({name})" if name else ""


def _at_the_point(event: Mapping[str, Any], place: Mapping[str, Any]) -> str:
    """Place the point itself."""
    code, of, border = place["airspace"], place["border_of"], place["border_km"]
    if code == "DISPUTED":
        return "The point lies in the middle of the Sea of Azov: status disputed."
    if code == "HIGHSEAS":
        return f"The point lies over the high seas{_sea(event)}, {km(border)} outside {airspace_of(of)}."
    if code == of:
        return _start(f"the point lies inside {airspace_of(of)}, {km(border)} from its border.", event, border)
    return f"The point lies inside {airspace_of(code)}, {km(border)} outside {airspace_of(of)}."


def _start(words: str, event: Mapping[str, Any], border_km: float) -> str:
    """Say that the border is the 12-mile limit where the nearest way out of the airspace leads over the high seas."""
    if "HIGHSEAS" in _shares(event, min(1000 * (border_km + 1), _LARGEST_DISC_M)):
        return f"12 nautical miles: {words}"
    return words[0].upper() + words[1:]


def _whole_disc(event: Mapping[str, Any], place: Mapping[str, Any], radius_km: float) -> str:
    """Place a disc that lies in one airspace, or over the high seas, with all of its area."""
    code, of, border = place["airspace"], place["border_of"], place["border_km"]
    if radius_km < _SMALL * abs(border):
        return _at_the_point(event, place)
    given = f"given an uncertainty of {reach(radius_km)}"
    low, high = place["depth_low_km"], place["depth_high_km"]
    if code == of:
        return _start(f"inside {airspace_of(of)}, {_between(low, high)} deep, {given}.", event, border)
    start = f"Over the high seas{_sea(event)}" if code == "HIGHSEAS" else f"Inside {airspace_of(code)}"
    return f"{start}, {_between(-high, -low)} outside {airspace_of(of)}, {given}."


def _between(low: float, high: float) -> str:
    low, high = max(low, 0), max(high, 0)
    if f"{low:.0f}" == f"{high:.0f}":
        return km(high)
    return f"up to {km(high)}" if low < 1 else f"between {low:,.0f} and {km(high)}"


def _coarse(event: Mapping[str, Any], radius_km: float, shares: dict[str, float]) -> str:
    start = f"The point stands for {COARSE[event['georeference_basis']]}, within about {reach(radius_km)}"
    if len(shares) == 1:
        return f"{start}: too coarse to tell how deep, but all of it lies {where(next(iter(shares)))}."
    return f"{start}: too coarse to tell whose airspace it was."


def _list(shares: dict[str, float]) -> str:
    """Return "in Estonian (55 %) or Russian airspace (14 %) or over the high seas (28 %)"."""
    named = [code for code, share in shares.items() if share >= _LEAST_SHARE][:_MOST_NAMED]
    states = [code for code in named if adjective_of(code)]
    words = []
    if states:
        parts = [f"{adjective_of(code)} ({_percent(shares[code])})" for code in states[:-1]]
        words.append(f"in {_or([*parts, f'{airspace_of(states[-1])} ({_percent(shares[states[-1]])})'])}")
    words += [f"{where(code)} ({_percent(shares[code])})" for code in named if code not in states]
    rest = 1 - sum(shares[code] for code in named)
    if rest >= _LEAST_SHARE:
        words.append(f"elsewhere ({_percent(rest)})")
    return " or ".join(words)


def _or(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} or {parts[-1]}"


def _percent(share: float) -> str:
    return "under 1 %" if share < 0.01 else "over 99 %" if share > 0.99 else f"{100 * share:.0f} %"
