"""Reads the sea and land borders of states (OpenStreetMap) inside the theatre and settles where they overlap."""

from collections.abc import Iterator

import numpy as np
import pyproj
import shapely

from geodata.theatre import EAST, NORTH, SOUTH, THEATRE, WEST

SAME_STATE = {"ALA": "FIN", "SJM": "NOR"}
WORTH_KEEPING_M2 = 1e6
_TO_METRES = pyproj.Transformer.from_crs(4326, 3035, always_xy=True)


def to_metres(shapes: np.ndarray) -> np.ndarray:
    """EPSG:4326 (lon, lat degrees) to EPSG:3035 (metres, equal area)."""
    return shapely.transform(shapes, lambda xy: np.column_stack(_TO_METRES.transform(xy[:, 0], xy[:, 1])))


def to_degrees(shapes: np.ndarray) -> np.ndarray:
    """EPSG:3035 (metres) to EPSG:4326 (lon, lat degrees)."""
    return shapely.transform(
        shapes, lambda xy: np.column_stack(_TO_METRES.transform(xy[:, 0], xy[:, 1], direction="INVERSE"))
    )


def read_borders(collection: dict) -> dict[str, shapely.Geometry]:
    """Flatten the nested collections of osm_borders and clip them to the theatre.

    Parameters
    ----------
    collection : dict
        GeoJSON FeatureCollection with `isoA3`, EPSG:4326.

    Returns
    -------
    dict of str to Geometry
        iso3 to land, internal waters and territorial sea, EPSG:3035 metres. Aland is Finland, Svalbard is Norway.
    """
    # Short steps along the clip box keep it on its meridians and parallels when it is projected.
    box = shapely.segmentize(shapely.box(*THEATRE), 0.25)
    found: dict[str, list] = {}
    for feature in collection["features"]:
        iso3 = feature["properties"]["isoA3"]
        for rings in _polygons(feature["geometry"]):
            # East of the antimeridian Russia goes on to 190 degrees: one piece, no band around the world.
            shell, *holes = [_unwrapped(r) if iso3 == "RUS" else np.asarray(r, float)[:, :2] for r in rings]
            low, high = shell.min(axis=0), shell.max(axis=0)
            if high[0] < WEST or low[0] > EAST or high[1] < SOUTH or low[1] > NORTH:
                continue
            part = shapely.make_valid(shapely.Polygon(shell, holes), method="structure").intersection(box)
            if not part.is_empty:
                found.setdefault(SAME_STATE.get(iso3, iso3), []).append(part)
    names = sorted(found)
    shapes = to_metres(np.array([shapely.union_all(found[name]) for name in names]))
    return dict(zip(names, shapely.make_valid(shapes, method="structure"), strict=True))


def settle(
    borders: dict[str, shapely.Geometry],
) -> tuple[dict[str, shapely.Geometry], list[tuple[str, str, shapely.Geometry]]]:
    """Give every overlap to one state and remember it.

    Crimea is Ukraine (UN General Assembly 68/262); in every other overlap the smaller state wins, which says nothing
    about right: the overlap is kept and flagged.

    Parameters
    ----------
    borders : dict
        As from `read_borders`, EPSG:3035.

    Returns
    -------
    (dict, list)
        The states without overlaps, and the overlaps as (kind, "iso3/iso3", polygon); kind is `occupied` or `uncertain`.
    """
    settled = dict(borders)
    overlaps = []
    if {"RUS", "UKR"} <= borders.keys():
        overlaps.append(("occupied", "UKR", areas(borders["RUS"] & borders["UKR"])))
        settled["RUS"] = borders["RUS"] - borders["UKR"]
    names = sorted(settled, key=lambda name: (settled[name].area, name))
    shapes = np.array([settled[name] for name in names])
    for small, large in sorted(shapely.STRtree(shapes).query(shapes, predicate="intersects").T.tolist()):
        if small < large:
            overlap = areas(shapes[small] & shapes[large])
            settled[names[large]] = settled[names[large]] - overlap
            real = [part for part in shapely.get_parts(overlap) if part.area > WORTH_KEEPING_M2]
            if real:
                overlaps.append(("uncertain", "/".join(sorted((names[small], names[large]))), shapely.union_all(real)))
    return {name: areas(settled[name]) for name in sorted(settled)}, [o for o in overlaps if o[2].area > 0]


def areas(shape: shapely.Geometry) -> shapely.Geometry:
    """Keep the polygons of a mixed collection."""
    return shapely.union_all([part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"])


def _polygons(geometry: dict) -> Iterator[list]:
    if geometry["type"] == "GeometryCollection":
        for member in geometry["geometries"]:
            yield from _polygons(member)
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["coordinates"]
    elif geometry["type"] == "Polygon":
        yield geometry["coordinates"]


def _unwrapped(ring: list) -> np.ndarray:
    ring = np.asarray(ring, float)[:, :2]
    return np.column_stack([np.where(ring[:, 0] < 0, ring[:, 0] + 360, ring[:, 0]), ring[:, 1]])
