"""Finds where the name of a country stands and from which zoom it may, so that names do not collide."""

import numpy as np
import shapely

from geodata.build.warp import latitude, mercator

ZOOM_OF_RANK = {1: 3, 2: 4, 3: 5, 4: 6}
PIXELS_AT_ZOOM_0 = 256 / 360  # per degree of longitude
LETTER, LINE = 7.0, 18.0  # pixels a letter is wide and a line is high, at about 12 px type
FITS = {1: 1.25, 2: 2.2, 3: 3.5, 4: np.inf}  # how far a name may be wider than the place it has


def place_labels(
    land: dict[str, shapely.Geometry], names: dict[str, str], by_hand: dict[str, tuple[float, float]]
) -> dict[str, tuple[list[float], int]]:
    """Return iso3 -> ([lon, lat], rank).

    The point is the pole of inaccessibility of the biggest part on the Mercator map, unless `by_hand` has a better
    one. Ranks are dealt out zoom by zoom, largest countries first: a name that would not fit or would run over an
    earlier one waits for the next zoom.

    Parameters
    ----------
    land : dict
        iso3 to polygons, EPSG:4326.
    names : dict
        iso3 to the name that will be printed.
    by_hand : dict
        iso3 to lon, lat in degrees.
    """
    maps = {iso3: _largest(_to_map(shape)) for iso3, shape in land.items()}
    points, widths = {}, {}
    for iso3, shape in maps.items():
        radius = shapely.maximum_inscribed_circle(shape, tolerance=max(np.sqrt(shape.area) / 50, 1e-3))
        centre = shapely.get_coordinates(radius)[0]
        if iso3 in by_hand:
            lon, lat = by_hand[iso3]
            centre = np.array([lon, mercator(lat)])
        points[iso3] = centre
        west, _, east, _ = shapely.box(-400, centre[1] - 0.3, 400, centre[1] + 0.3).intersection(shape).bounds
        widths[iso3] = east - west if east > west else 0.0
    order = sorted(maps, key=lambda iso3: (-maps[iso3].area, iso3))
    ranks = _deal(order, points, widths, names)
    return {iso3: ([round(float(x), 2), round(float(latitude(y)), 2)], ranks[iso3]) for iso3, (x, y) in points.items()}


def _deal(order: list[str], points: dict, widths: dict, names: dict) -> dict[str, int]:
    ranks: dict[str, int] = {}
    for rank, zoom in ZOOM_OF_RANK.items():
        scale = PIXELS_AT_ZOOM_0 * 2**zoom
        taken = [_box(points[iso3] * scale, names[iso3]) for iso3 in ranks]
        for iso3 in order:
            if iso3 in ranks:
                continue
            box = _box(points[iso3] * scale, names[iso3])
            fits = box[2] - box[0] <= FITS[rank] * widths[iso3] * scale
            if rank == max(ZOOM_OF_RANK) or (fits and not any(_touch(box, other) for other in taken)):
                ranks[iso3] = rank
                taken.append(box)
    return ranks


def _box(centre: np.ndarray, name: str) -> tuple[float, float, float, float]:
    x, y = centre
    half = LETTER * len(name) / 2
    return x - half, y - LINE / 2, x + half, y + LINE / 2


def _touch(a: tuple, b: tuple) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _to_map(shape: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(shape, lambda p: np.column_stack([p[:, 0], mercator(p[:, 1])]))


def _largest(shape: shapely.Geometry) -> shapely.Polygon:
    parts = shapely.get_parts(shape)
    return parts[shapely.area(parts).argmax()]
