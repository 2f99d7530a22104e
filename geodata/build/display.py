"""Puts country land and its labels into one TopoJSON per scale."""

from dataclasses import dataclass

import shapely

from geodata.build.labels import place_labels
from geodata.build.names import read_curated
from geodata.build.simplify import simplify
from geodata.build.topology import Topology


@dataclass(frozen=True)
class Scale:
    """One display scale; lengths in degrees of longitude on a Mercator map (a pixel at zoom z is 1.4 / 2**z)."""

    file: str
    land: str
    tolerance: float
    shrink: float
    smallest: float
    step: float


SCALES = (
    Scale("countries-overview.topojson", "land-50m.json", tolerance=0.058, shrink=10, smallest=0.08, step=0.025),
    Scale("countries-50m.topojson", "land-10m.json", tolerance=0.0137, shrink=32, smallest=0.012, step=0.005),
    Scale("countries-10m.topojson", "land-10m.json", tolerance=0.001, shrink=250, smallest=0.002, step=0.0006),
)


def display_labels(land: dict[str, shapely.Geometry], names: dict[str, str]) -> dict[str, tuple[list[float], int]]:
    """Return iso3 -> ([lon, lat], rank), the hand-set points of curated/labels.csv first."""
    by_hand = {row["iso3"]: (float(row["longitude"]), float(row["latitude"])) for row in read_curated("labels.csv")}
    return place_labels(land, names, by_hand)


def display_countries(
    scale: Scale, land: dict[str, shapely.Geometry], names: dict[str, str], labels: dict[str, tuple[list[float], int]]
) -> dict:
    """Return the TopoJSON of one scale.

    Objects: `countries` (MultiPolygon; iso3, name, label [lon, lat], rank) and `areas` (Point; name, rank) for
    exclaves and regions that want a name. One arc used twice is a border, used once a coast. The whole world is in
    every scale, so there is no clip edge.
    """
    shapes = simplify(land, tolerance=scale.tolerance, shrink=scale.shrink, smallest=scale.smallest)
    topology = Topology(step=(scale.step, scale.step / 2))
    topology.add(
        "countries",
        (
            ({"iso3": iso3, "name": names[iso3], "label": labels[iso3][0], "rank": labels[iso3][1]}, shape)
            for iso3, shape in shapes.items()
        ),
    )
    topology.add(
        "areas",
        (
            (
                {"name": row["name"], "rank": int(row["rank"])},
                shapely.Point(float(row["longitude"]), float(row["latitude"])),
            )
            for row in read_curated("areas.csv")
        ),
    )
    return topology.encode()
