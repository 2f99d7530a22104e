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
    shapes = _in_degrees(shapely.coverage_simplify(list(cut.values()), tolerance_m))
    parts: dict[str, dict[str, list]] = {"states": {}, "": {}, "occupied": {}, "uncertain": {}}
    for (iso3, kind, parties), shape in zip(cut, shapes, strict=True):
        parts["states"].setdefault(iso3, []).append(shape)
        parts[kind].setdefault(parties, []).append(shape)
    joined = {kind: {key: shapely.union_all(some) for key, some in found.items()} for kind, found in parts.items()}
    states, uncertain = joined["states"], joined["uncertain"]
    for parties, box in GAPS.items():
        gap = areas(shapely.box(*box) - shapely.union_all(list(states.values())))
        if gap.area > 0:
            uncertain[parties] = shapely.union_all([gap, *([uncertain[parties]] if parties in uncertain else ())])
    return Airspace(states, joined["occupied"], uncertain)


def _in_degrees(shapes: list[shapely.Geometry]) -> np.ndarray:
    """Turn a coverage from metres into degrees, where straight lines run a little differently, and clean it again."""
    turned = to_degrees(np.array(shapes))
    crossed = ~shapely.is_valid(turned)
    turned[crossed] = shapely.make_valid(turned[crossed], method="structure")
    return shapely.coverage_clean([areas(shape) for shape in turned], snapping_distance=1e-7)
