"""Seas by name: label points and rough outlines, drawn by hand."""

import shapely

from geodata.build.names import read_curated
from geodata.errors import DataError


def read_seas() -> list[dict]:
    """Return name, label [lon, lat], min_zoom and outline (list of [lon, lat]) from `curated/seas.csv`.

    Order matters: the first outline that holds a point names it, so parts stand before the whole. The outlines are
    ours, follow the limits of IHO publication S-23 only roughly, and run over land.

    Raises
    ------
    DataError
        An outline crosses itself or does not hold its label.
    """
    found = []
    for row in read_curated("seas.csv"):
        outline = [[float(part) for part in pair.split(",")] for pair in row["outline"].split()]
        label = [float(row["longitude"]), float(row["latitude"])]
        shape = shapely.Polygon(outline)
        if not shape.is_valid or not shape.contains(shapely.Point(label)):
            raise DataError(f"curated/seas.csv: the outline of {row['name']!r} crosses itself or misses its label")
        found.append({"name": row["name"], "label": label, "min_zoom": int(row["min_zoom"]), "outline": outline})
    return found
