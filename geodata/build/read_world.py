"""Reads Natural Earth land and countries out of world-atlas TopoJSON."""

import numpy as np
import shapely


def read_polygons(topology: dict, name: str) -> list[tuple[dict, shapely.Geometry]]:
    """Decode one object of a quantised TopoJSON.

    Parameters
    ----------
    topology : dict
        TopoJSON with `transform`.
    name : str
        Object to decode, for example `land` or `countries`.

    Returns
    -------
    list of (dict, Geometry)
        Properties with `id` added, and the valid (multi)polygon, EPSG:4326 degrees, lon lat. A ring that
        crosses the antimeridian goes on beyond 180 degrees instead of jumping to -180.
    """
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]

    def ring(indexes: list[int]) -> np.ndarray:
        pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indexes]
        return _unwrapped(np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])]))

    def polygons(geometry: dict) -> list[shapely.Polygon]:
        parts = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"], [])
        rings = [[ring(r) for r in part] for part in parts]
        return [shapely.Polygon(r[0], r[1:]) for r in rings if len(r[0]) > 3]

    found = []
    members = topology["objects"][name]
    for geometry in members.get("geometries", [members]):
        shape = shapely.union_all([shapely.make_valid(p, method="structure") for p in polygons(geometry)])
        found.append(({"id": geometry.get("id"), **geometry.get("properties", {})}, shape))
    return found


def _unwrapped(ring: np.ndarray) -> np.ndarray:
    lon = np.unwrap(ring[:, 0], period=360)
    return np.column_stack([lon - 360 * np.round((lon.min() + lon.max()) / 720), ring[:, 1]])
