"""What lies near an event, in words."""

from __future__ import annotations

from typing import Any

import geodata
from dashboard import words
from dashboard.language import mark, tr

NEAR_KM = 500
KINDS = {"capital": mark("capital"), "town": mark("town"), "air_base": mark("air base"), "airport": mark("airport")}
WINDS = (
    mark("north of"), mark("north-northeast of"), mark("northeast of"), mark("east-northeast of"), mark("east of"), mark("east-southeast of"),
    mark("southeast of"), mark("south-southeast of"), mark("south of"), mark("south-southwest of"), mark("southwest of"),
    mark("west-southwest of"), mark("west of"), mark("west-northwest of"), mark("northwest of"), mark("north-northwest of"),
)  # fmt: skip
"""What `geodata.nearest_place` calls directions, with the word that follows them."""


def near_words(event: dict[str, Any]) -> list[str]:
    """Return the nearest town and air base with distance and direction, [""] where the position is too coarse to say."""
    if event["georeference_basis"] in words.COARSE:
        return [""]
    lines = []
    for kinds in (("capital", "town"), ("air_base",)):
        place = geodata.nearest_place(event["longitude"], event["latitude"], kinds=kinds)
        if place is not None and place.distance_km < NEAR_KM:
            kind = tr(KINDS[place.kind])
            if place.distance_km < 1:
                lines.append(tr("At {place} ({kind})").format(place=place.name, kind=kind))
                continue
            far, wind = words.distance(1000 * place.distance_km), tr(f"{place.wind} of")
            lines.append(f"{far} {wind} {place.name} ({kind})")
    return lines or [""]
