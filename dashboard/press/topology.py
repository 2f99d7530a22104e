"""Reads the TopoJSON of geodata: arcs once, projected once for each projection."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer

import geodata

FARTHEST = 1.22e7
"""Metres from the middle of an equal-area azimuthal projection beyond which its picture is torn (the edge is at 1.276e7)."""


@dataclass(frozen=True)
class Layer:
    """One object of a file: shapes in metres of the projection with their properties, row by row."""

    shapes: np.ndarray
    properties: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Topology:
    """A file read: its arcs in degrees (lon, lat), one after the other, and its objects as they stand."""

    arcs: np.ndarray
    ends: np.ndarray
    objects: dict[str, list[dict[str, Any]]]


def read(name: str) -> Topology | None:
    """Read a display file of geodata by its layer name; None when it is not there."""
    path = geodata.display_files()[name]
    if not path.exists():
        return None
    found = json.loads(path.read_bytes())
    scale, shift = np.array(found["transform"]["scale"]), np.array(found["transform"]["translate"])
    steps = [np.cumsum(np.array(arc, dtype=float), axis=0) for arc in found["arcs"]]
    arcs = np.concatenate(steps) * scale + shift if steps else np.zeros((0, 2))
    ends = np.cumsum([0, *(len(arc) for arc in steps)])
    return Topology(arcs, ends, {key: value["geometries"] for key, value in found["objects"].items()})


@lru_cache(maxsize=24)
def projected(name: str, crs: str) -> dict[str, Layer]:
    """Return the objects of a file in the metres of a projection; `coast` and `border` for those of shared arcs.

    Parameters
    ----------
    name : str
        Layer name of `geodata.display_files`.
    crs : str
        What pyproj reads, such as ``EPSG:3035``.
    """
    topology = read(name)
    if topology is None:
        return {}
    x, y = Transformer.from_crs(4326, crs, always_xy=True).transform(topology.arcs[:, 0], topology.arcs[:, 1])
    points = np.column_stack([x, y])
    arcs = [points[a:b] for a, b in pairwise(topology.ends)]
    centre = np.array(_centre(crs))
    near = np.hypot(*(points - centre).T) < FARTHEST
    torn = {k for k, (a, b) in enumerate(pairwise(topology.ends)) if not near[a:b].all()}
    layers = {key: _layer(rows, arcs, torn) for key, rows in topology.objects.items()}
    if "countries" in topology.objects:
        uses = np.bincount(list(_arcs_of(topology.objects["countries"])), minlength=len(arcs))
        for key, chosen in (("coast", uses == 1), ("border", uses > 1)):
            lines = [shapely.linestrings(arcs[k]) for k in np.flatnonzero(chosen) if k not in torn and len(arcs[k]) > 1]
            layers[key] = Layer(np.array(lines, dtype=object), ({},) * len(lines))
    return layers


def _centre(crs: str) -> tuple[float, float]:
    return (4.3e6, 3.2e6) if crs == "EPSG:3035" else (0.0, 0.0)


def _arcs_of(rows: Iterable[dict[str, Any]]) -> Iterable[int]:
    for row in rows:
        polygons = [row["arcs"]] if row["type"] == "Polygon" else row.get("arcs", [])
        for polygon in polygons:
            for ring in polygon:
                yield from (~k if k < 0 else k for k in ring)


def _layer(rows: list[dict[str, Any]], arcs: list[np.ndarray], torn: set[int]) -> Layer:
    made, properties = [], []
    for row in rows:
        shape = _shape(row, arcs, torn)
        if shape is not None:
            made.append(shape)
            properties.append(row.get("properties", {}))
    return Layer(np.array(made, dtype=object), tuple(properties))


def _shape(row: dict[str, Any], arcs: list[np.ndarray], torn: set[int]) -> shapely.Geometry | None:
    kind = row["type"]
    if kind in ("Polygon", "MultiPolygon"):
        polygons = [row["arcs"]] if kind == "Polygon" else row["arcs"]
        made = [_polygon(rings, arcs) for rings in polygons if not _is_torn(rings[0], torn)]
        made = [polygon for polygon in made if polygon is not None]
        return shapely.multipolygons(made) if made else None
    if kind in ("LineString", "MultiLineString"):
        lines = [row["arcs"]] if kind == "LineString" else row["arcs"]
        made = [shapely.linestrings(_joined(line, arcs)) for line in lines if not _is_torn(line, torn)]
        return shapely.multilinestrings(made) if made else None
    return None


def _is_torn(line: list[int], torn: set[int]) -> bool:
    return any((~k if k < 0 else k) in torn for k in line)


def _joined(line: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    parts = [arcs[~k][::-1] if k < 0 else arcs[k] for k in line]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def _polygon(rings: list[list[int]], arcs: list[np.ndarray]) -> shapely.Polygon | None:
    made = [points for ring in rings if len(points := _joined(ring, arcs)) > 3]
    return shapely.Polygon(made[0], made[1:]) if made else None
