"""National airspace as a clean coverage, at the tolerance wanted."""

import numpy as np
import shapely

from geodata.build.borders import to_degrees


def clean(states: dict[str, shapely.Geometry]) -> dict[str, shapely.Geometry]:
    """Close gaps under 50 m and give neighbours the same vertices; EPSG:3035 in and out."""
    shapes = shapely.coverage_clean(list(states.values()), snapping_distance=1, gap_width=50)
    return dict(zip(states, shapes, strict=True))


def at_tolerance(states: dict[str, shapely.Geometry], tolerance_m: float) -> dict[str, shapely.Geometry]:
    """Simplify a clean coverage (EPSG:3035, tolerance in metres) and return it in EPSG:4326; borders stay shared."""
    shapes = np.array(shapely.coverage_simplify(list(states.values()), tolerance_m))
    return dict(zip(states, to_degrees(shapes), strict=True))
