"""Country land of the whole world: Natural Earth coast, cut by the airspace borders inside the theatre."""

import numpy as np
import shapely

from geodata.build.borders import areas
from geodata.build.read_world import read_polygons
from geodata.theatre import THEATRE

GRID = 1e-5  # degrees; both halves meet exactly on the theatre's edge
NAMED_ONLY = {"Kosovo": "XKX", "Somaliland": "SOM", "N. Cyprus": "CYP", "Siachen Glacier": "IND"}
LEFT_OUT = {"ATA"}  # Antarctica runs to infinity in Mercator


def country_land(
    land: dict, countries: dict, airspace: dict[str, shapely.Geometry], iso3_of: dict[str, str]
) -> dict[str, shapely.Geometry]:
    """Cut the coast of `land` by airspace, take the rest of the world from `countries`, and join the two.

    Parameters
    ----------
    land : dict
        world-atlas TopoJSON with the object `land` (the scale wanted inside the theatre).
    countries : dict
        world-atlas TopoJSON with the object `countries` (the world outside the theatre).
    airspace : dict
        iso3 to national airspace without overlaps, EPSG:4326.
    iso3_of : dict
        ISO 3166-1 numeric code (three digits) to alpha-3.

    Returns
    -------
    dict of str to Geometry
        iso3 to land, EPSG:4326; a clean coverage; Russia goes on beyond 180 degrees east in one piece.
    """
    theatre = shapely.box(*THEATRE)
    inside = _inside(read_polygons(land, "land")[0][1].intersection(theatre), airspace)
    outside: dict[str, list] = {}
    for properties, shape in read_polygons(countries, "countries"):
        iso3 = NAMED_ONLY.get(properties["name"]) or iso3_of.get(properties["id"])
        if iso3 and iso3 not in LEFT_OUT:
            outside.setdefault(iso3, []).append(_unwrapped(areas(shape - theatre)))
    joined = {
        iso3: areas(shapely.union_all([*outside.get(iso3, ()), *inside.get(iso3, ())], grid_size=GRID))
        for iso3 in sorted(inside.keys() | outside.keys())
    }
    joined = {iso3: shape for iso3, shape in joined.items() if not shape.is_empty}
    clean = shapely.coverage_clean(list(joined.values()), snapping_distance=GRID, gap_width=20 * GRID)
    return {iso3: shape for iso3, shape in zip(joined, clean, strict=True) if not shape.is_empty}


def _inside(land: shapely.Geometry, airspace: dict[str, shapely.Geometry]) -> dict[str, list]:
    names, shapes = list(airspace), np.array(list(airspace.values()))
    found = {name: [areas(land & shape)] for name, shape in airspace.items()}
    # What no airspace covers (islets, slivers between coasts) goes to the nearest state.
    rest = shapely.get_parts(areas(land - shapely.union_all(shapes)))
    for piece, nearest in shapely.STRtree(shapes).query_nearest(rest, all_matches=False).T:
        found[names[nearest]].append(rest[piece])
    return found


def _unwrapped(shape: shapely.Geometry) -> shapely.Geometry:
    """Bring the parts of a country on both sides of the antimeridian together, beside its larger part."""
    parts = shapely.get_parts(shape)
    if not len(parts):
        return shape
    middle = shapely.bounds(parts)[:, [0, 2]].mean(axis=1)
    side = np.sign((shapely.area(parts) * np.sign(middle)).sum())
    strays = (np.sign(middle) == -side) & (np.abs(middle) > 150)
    if strays.any():
        parts[strays] = shapely.transform(parts[strays], lambda p: np.column_stack([p[:, 0] + 360 * side, p[:, 1]]))
    return shapely.union_all(parts, grid_size=GRID)
