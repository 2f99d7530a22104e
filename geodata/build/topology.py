"""Writes TopoJSON whose shared borders are one arc, used twice."""

from collections.abc import Iterable, Iterator

import numpy as np
import shapely

Point = tuple[int, int]


class Topology:
    """Collects objects on one integer grid and encodes them with shared, delta-coded arcs.

    Parameters
    ----------
    step : (float, float)
        Grid step in degrees of longitude and latitude.
    origin : (float, float)
        Lon, lat of the grid's zero; below and left of all data keeps numbers small.

    Notes
    -----
    Rings are rounded to the grid first and cut afterwards, at every vertex where the neighbours differ between rings,
    so two states that share vertices share arcs. Format: TopoJSON 1.0 specification (quantised, `transform`).
    """

    def __init__(self, *, step: tuple[float, float], origin: tuple[float, float] = (-180.0, -90.0)) -> None:
        self.step, self.origin = step, origin
        self._objects: dict[str, list[tuple[dict, str, list]]] = {}

    def add(self, name: str, features: Iterable[tuple[dict, shapely.Geometry]]) -> None:
        """Add an object of polygons, lines or points; each feature is (properties, geometry in EPSG:4326)."""
        rows = self._objects.setdefault(name, [])
        for properties, shape in features:
            kind = shape.geom_type.removeprefix("Multi")
            if kind == "Point":
                rows.append((properties, kind, self._grid(shapely.get_coordinates(shape))))
            elif kind == "LineString":
                lines = [self._grid(shapely.get_coordinates(part)) for part in shapely.get_parts(shape)]
                rows.append((properties, kind, [line for line in lines if len(line) > 1]))
            else:
                parts = [[r for r in self._rings(p) if len(r) > 3] for p in shapely.get_parts(shape)]
                rows.append((properties, kind, [part for part in parts if part]))

    def encode(self) -> dict:
        """Return the TopoJSON as plain lists and dicts."""
        junctions = self._junctions()
        arcs: list[list[Point]] = []
        index: dict[tuple, int] = {}

        def number(arc: list[Point]) -> int:
            key, back = tuple(arc), tuple(reversed(arc))
            if key in index:
                return index[key]
            if back in index:
                return ~index[back]
            index[key] = len(arcs)
            arcs.append(arc)
            return index[key]

        objects = {}
        for name, rows in self._objects.items():
            members = []
            for properties, kind, parts in rows:
                member = {"type": kind if kind == "Point" else f"Multi{kind}", "properties": properties}
                if kind == "Point":
                    member["coordinates"] = list(parts[0])
                elif kind == "LineString":
                    member["arcs"] = [[number(arc) for arc in _cut_line(line, junctions)] for line in parts]
                else:
                    member["arcs"] = [[[number(a) for a in _cut_ring(r, junctions)] for r in part] for part in parts]
                members.append(member)
            objects[name] = {"type": "GeometryCollection", "geometries": members}
        transform = {"scale": list(self.step), "translate": list(self.origin)}
        return {"type": "Topology", "transform": transform, "objects": objects, "arcs": [_delta(arc) for arc in arcs]}

    def _grid(self, degrees: np.ndarray) -> list[Point]:
        cells = np.rint((degrees - self.origin) / self.step).astype(int)
        keep = np.ones(len(cells), bool)
        keep[1:] = (cells[1:] != cells[:-1]).any(axis=1)
        return [tuple(cell) for cell in cells[keep].tolist()]

    def _rings(self, polygon: shapely.Polygon) -> Iterator[list[Point]]:
        for ring in (polygon.exterior, *polygon.interiors):
            yield _without_spikes(self._grid(shapely.get_coordinates(ring)))

    def _junctions(self) -> set[Point]:
        neighbours: dict[Point, frozenset] = {}
        junctions: set[Point] = set()

        def visit(before: Point | None, here: Point, after: Point | None) -> None:
            pair = frozenset((before, after))
            if neighbours.setdefault(here, pair) != pair:
                junctions.add(here)

        for rows in self._objects.values():
            for _, kind, parts in rows:
                for part in parts if kind != "Point" else ():
                    for ring in part if kind == "Polygon" else ():
                        for i in range(len(ring) - 1):
                            visit(ring[i - 1] if i else ring[-2], ring[i], ring[i + 1])
                    if kind == "LineString":
                        junctions.update((part[0], part[-1]))
                        for i in range(1, len(part) - 1):
                            visit(part[i - 1], part[i], part[i + 1])
        return junctions


def _without_spikes(ring: list[Point]) -> list[Point]:
    """Drop vertices where the rounded ring turns back on itself; a closed ring comes back closed, or empty."""
    out: list[Point] = []
    for point in ring[:-1]:
        out.append(point)
        while len(out) > 2 and out[-1] == out[-3]:
            del out[-2:]
    while len(out) > 2 and out[1] == out[-1]:
        out = out[1:-1]
    return [*out, out[0]] if len(set(out)) > 2 else []


def _cut_ring(ring: list[Point], junctions: set[Point]) -> Iterator[list[Point]]:
    body = ring[:-1]
    start = next((i for i, point in enumerate(body) if point in junctions), None)
    if start is None:
        start = min(range(len(body)), key=body.__getitem__)
    yield from _cut_line([*body[start:], *body[:start], body[start]], junctions)


def _cut_line(line: list[Point], junctions: set[Point]) -> Iterator[list[Point]]:
    arc = [line[0]]
    for point in line[1:]:
        arc.append(point)
        if point in junctions:
            yield arc
            arc = [point]
    if len(arc) > 1:
        yield arc


def _delta(arc: list[Point]) -> list[list[int]]:
    points = np.array(arc)
    return np.concatenate([points[:1], np.diff(points, axis=0)]).tolist()
