"""What comparing one event with national airspace came to."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

from incidents.airspace.adjectives import airspace_of
from incidents.airspace.phrases import km, reach, where

AGREES, WITHIN, CONTRADICTS, NOT_APPLICABLE = "agrees", "within_uncertainty", "contradicts", "not_applicable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One event, what its record says, and what its position says.

    Attributes
    ----------
    event_id : str
        The event.
    verdict : str
        ``agrees`` (whole disc), ``within_uncertainty`` (part of the disc), ``contradicts`` (no part of it) or
        ``not_applicable`` (no claim to compare, no usable position, or beyond the boundaries held).
    column : str
        What the verdict rests on: ``airspace_claim``, ``depth_km``, or ``country`` where no source says whose airspace it was.
    value : str
        The record's value in that column.
    country, airspace, border_of : str
        iso3 of the state concerned; airspace at the point; whose border the kilometres are measured to (see `place_events`).
    border_km, radius_km, depth_low_km, depth_high_km : float
        Kilometres: distance to the border (positive inside), radius of the uncertainty disc, range of depths over it.
    """

    event_id: str
    verdict: str
    column: str
    value: str
    country: str
    airspace: str
    border_of: str
    border_km: float
    radius_km: float
    depth_low_km: float
    depth_high_km: float

    @property
    def recorded(self) -> str:
        """What the record says, in words."""
        if self.column == "depth_km":
            return f"the record says {self.value} km deep"
        if self.column == "country":
            return f"the record names {airspace_of(self.country)} or the high seas by country {self.country}"
        if self.value == "national":
            return f"the record says inside {airspace_of(self.country)}"
        if self.value == "international":
            return "the record says international airspace"
        return "the record makes no claim"

    @property
    def measured(self) -> str:
        """What the position says, in words, with the distance and the uncertainty in km."""
        if self.airspace in ("", "OUTSIDE") or isnan(self.radius_km):
            return "the position cannot be compared"
        if self.column == "depth_km":
            return f"its position is {self._range()} in {airspace_of(self.border_of)}"
        at = f"its point lies {where(self.airspace)}"
        if self.airspace != "DISPUTED":
            at += f", {km(self.border_km)} {'from the border' if self.border_km >= 0 else 'outside'}"
            if self.airspace != self.border_of:
                at += f" {airspace_of(self.border_of)}" if self.border_km < 0 else f" of {airspace_of(self.border_of)}"
        return f"{at}, with an uncertainty of {reach(self.radius_km)}"

    @property
    def words(self) -> str:
        """Both in one line."""
        return f"{self.recorded}, {'but' if self.verdict == CONTRADICTS else 'and'} {self.measured}"

    def _range(self) -> str:
        low, high = max(self.depth_low_km, 0), max(self.depth_high_km, 0)
        return f"at most {high:,.1f} km deep" if low < 1 else f"between {low:,.1f} and {high:,.1f} km deep"
