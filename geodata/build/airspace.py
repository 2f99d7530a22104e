"""National airspace as a clean coverage, at the tolerance wanted, with what is occupied or uncertain kept apart."""

from dataclasses import dataclass

import numpy as np
import shapely

from geodata.build.borders import areas, to_degrees
from geodata.theatre import GAPS

Overlaps = list[tuple[str, str, shapely.Geometry]]


@dataclass(frozen=True)
class Airspace:
    """National airspace at one tolerance, EPSG:4326.

    Attributes
    ----------
    states : dict
        iso3 to polygons; no overlaps, shared borders share their vertices.
    occupied, uncertain : dict
        iso3 (or iso3/iso3 for two claimants, DISPUTED for the middle of the Sea of Azov; see `theatre.GAPS`) to polygons.
    """

    states: dict[str, shapely.Geometry]
    occupied: dict[str, shapely.Geometry]
    uncertain: dict[str, shapely.Geometry]


def pieces(states: dict[str, shapely.Geometry], overlaps: Overlaps) -> dict[tuple[str, str, str], shapely.Geometry]:
    """Cut the states along occupied and uncertain areas and clean the coverage (EPSG:3035 in and out).

    Gaps under 50 m are closed and neighbours get the same vertices. Keys are (iso3, kind, parties): kind is empty for
    what nobody contests. Source of the method: GEOS coverage cleaner.
    """
    cut: dict[tuple[str, str, str], shapely.Geometry] = {}
    for iso3, shape in states.items():
        rest = shape
        for kind, parties, overlap in overlaps:
            part = shape & overlap if iso3 in parties.split("/") else shapely.Polygon()
            if part.area > overlap.area / 2:  # the claimant who was given it; the other has slivers at most
                cut[iso3, kind, parties] = areas(part)
                rest -= overlap
        cut[iso3, "", ""] = areas(rest)
    cut = {key: shape for key, shape in sorted(cut.items()) if shape.area > 0}
    return dict(zip(cut, shapely.coverage_clean(list(cut.values()), snapping_distance=1, gap_width=50), strict=True))


def at_tolerance(cut: dict[tuple[str, str, str], shapely.Geometry], tolerance_m: float) -> Airspace:
    """Simplify the pieces (EPSG:3035, tolerance in metres) and put the states together again; borders stay shared."""
    states: dict[str, list] = {}
    contested: dict[str, dict[str, list]] = {"": {}, "occupied": {}, "uncertain": {}}
    for (iso3, kind, parties), shape in zip(
        cut, shapely.coverage_simplify(list(cut.values()), tolerance_m), strict=True
    ):
        states.setdefault(iso3, []).append(shape)
        contested[kind].setdefault(parties, []).append(shape)
    joined = _in_degrees(states)
    uncertain = _in_degrees(contested["uncertain"])
    for parties, box in GAPS.items():
        gap = areas(shapely.box(*box) - shapely.union_all(list(joined.values())))
        if gap.area > 0:
            uncertain[parties] = shapely.union_all([gap, *([uncertain[parties]] if parties in uncertain else ())])
    return Airspace(joined, _in_degrees(contested["occupied"]), uncertain)


def _in_degrees(parts: dict[str, list]) -> dict[str, shapely.Geometry]:
    """Join the parts in metres and turn them into degrees; needles that cross themselves there are mended."""
    shapes = to_degrees(np.array([shapely.union_all(some) for some in parts.values()]))
    mended = np.where(shapely.is_valid(shapes), shapes, shapely.make_valid(shapes, method="structure"))
    return dict(zip(parts, mended, strict=True))
