"""Hold what records say about airspace against their positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from incidents.airspace.finding import AGREES, CONTRADICTS, NOT_APPLICABLE, WITHIN, Finding
from incidents.airspace.place_events import disc_points, place_events
from incidents.plain_number import decimal

if TYPE_CHECKING:
    from incidents.package import Package

ROUND_KM, ROUND_SHARE = 1.0, 0.1
"""Reported depths are round figures: one within 1 km, or a tenth of itself, is not called different."""
_OPEN = {"DISPUTED", "OUTSIDE"}  # where a disc reaches these, nothing is contradicted


def compare_airspace(package: Package) -> tuple[Finding, ...]:
    """Compare country, airspace_claim and depth_km of each event with national airspace.

    Parameters
    ----------
    package : Package
        A package as read.

    Returns
    -------
    tuple of Finding
        One for each event, in the order of ``package.events``.

    Notes
    -----
    - A claim of national airspace is compared with that of `country`, a claim of international airspace with the high seas. It agrees
      when the whole uncertainty disc lies there, and is contradicted when no part of it does.
    - A depth is compared where the claim is not contradicted already: with the range of depths of the disc in the airspace of `country`. It
      agrees when it is that of the point, and is contradicted when it lies outside the range by more than 1 km and a tenth of itself. A
      depth beside a claim of international airspace is contradicted.
    - An incident without a claim is contradicted when its disc lies wholly in the airspace of a third state: neither in that of `country` nor over
      the high seas, where `country` is the flag. Statements, responses and posture without a claim are not compared.
    - Where limits overlap or are not agreed, nothing is contradicted.
    """
    events = package.events
    places = place_events(events)
    claim = _texts(events["airspace_claim"])
    incident = (events["category"] == "incident").to_numpy(dtype=bool)
    known = ~places["airspace"].isin(["", "OUTSIDE"]).to_numpy() & places["depth_low_km"].notna().to_numpy()
    verdict = np.full(len(events), NOT_APPLICABLE, dtype=object)
    column = np.full(len(events), "airspace_claim", dtype=object)

    national, international = known & (claim == "national"), known & (claim == "international")
    verdict[national] = places["inside"].map({"inside": AGREES, "outside": CONTRADICTS, "uncertain": WITHIN})[national]
    verdict[international] = _held_against(events, places, international, {"HIGHSEAS"})
    unsaid = known & incident & (claim == "none")
    column[unsaid] = "country"
    verdict[unsaid] = _held_against(events, places, unsaid, {"HIGHSEAS"}, or_own=True)

    depth, low, high, middle = (
        frame[name].to_numpy(dtype=float)
        for frame, name in (
            (events, "depth_km"), (places, "depth_low_km"), (places, "depth_high_km"), (places, "border_km"),
        )
    )  # fmt: skip
    slack = np.maximum(ROUND_KM, ROUND_SHARE * np.nan_to_num(depth))
    off = (depth < low - slack) | (depth > high + slack)
    near = np.abs(depth - middle) <= slack
    said = ~np.isnan(depth) & known & np.isin(verdict, [AGREES, WITHIN]) & (events["country"] == places["border_of"])
    agreed = _texts(places["airspace"]) == _texts(events["country"])
    flagged = places["airspace_uncertain"].to_numpy()
    wrong = said & ((off & ~flagged) | international)
    loose = said & ~wrong & agreed & ~near & (verdict == AGREES)
    column[wrong | loose] = "depth_km"
    verdict[wrong], verdict[loose] = CONTRADICTS, WITHIN
    return tuple(_findings(events, places, verdict, column))


def _texts(column: pd.Series) -> np.ndarray:
    return column.to_numpy(dtype=object)


def _held_against(
    events: pd.DataFrame, places: pd.DataFrame, rows: np.ndarray, wanted: set[str], *, or_own: bool = False
) -> list[str]:
    """Return for the rows whether all, some or nothing of the disc lies in a wanted airspace (or that of its own country)."""
    lon, lat, radius = (
        events[name].to_numpy(dtype=float)[rows] for name in ("longitude", "latitude", "coordinate_uncertainty_m")
    )
    flagged = places["airspace_uncertain"].to_numpy()[rows]
    own = _texts(events["country"])[rows]
    at, found = _texts(places["airspace"])[rows], []
    for row, codes in enumerate(_around(lon, lat, radius)):
        fine = wanted | ({own[row]} if or_own else set())
        codes.add(at[row])
        if codes <= fine and not flagged[row]:
            found.append(AGREES)
        elif codes & (fine | _OPEN) or flagged[row] or _sliver(lon[row], lat[row], radius[row], fine):
            found.append(WITHIN)
        else:
            found.append(CONTRADICTS)
    return found


def _around(lon: np.ndarray, lat: np.ndarray, radius_m: np.ndarray) -> list[set[str]]:
    """Return the airspaces at 96 points of each disc."""
    from geodata import locate_many

    lons, lats = disc_points(lon, lat, radius_m)
    return [set(codes) for codes in locate_many(lons, lats).code.tolist()]


def _sliver(lon: float, lat: float, radius_m: float, fine: set[str]) -> bool:
    """Tell whether a part of the disc between the points lies in an airspace that is fine."""
    from geodata import airspaces_within

    return bool(airspaces_within(lon, lat, min(radius_m, 2_000_000)).keys() & (fine | _OPEN))


def _findings(events: pd.DataFrame, places: pd.DataFrame, verdict: np.ndarray, column: np.ndarray) -> list[Finding]:
    values = {name: events[name].tolist() for name in ("airspace_claim", "country", "depth_km")}
    figures = places[["border_km", "depth_low_km", "depth_high_km"]].to_numpy(dtype=float).tolist()
    radius = (events["coordinate_uncertainty_m"].to_numpy(dtype=float) / 1000).tolist()
    found = []
    for at, (event_id, name, code, of) in enumerate(
        zip(events["event_id"], column, places["airspace"], places["border_of"], strict=True)
    ):
        value = values[name][at]
        text = decimal(value) if name == "depth_km" else str(value)
        border, low, high = figures[at]
        found.append(
            Finding(event_id, verdict[at], name, text, values["country"][at], code, of, border, radius[at], low, high)
        )
    return found
