"""The seaward lines of national airspace: the 12-nautical-mile limit and the borders between states at sea."""

import numpy as np
import shapely

from geodata.theatre import EAST, NORTH, SOUTH, WEST

NEAR_BOX = 0.02  # degrees; simplified clip edges stay closer than this to the theatre's box
SHORTEST = 0.02  # degrees; shorter bits are river mouths, not borders at sea


def seaward_lines(
    states: dict[str, shapely.Geometry], land: shapely.Geometry
) -> list[tuple[str, str, shapely.Geometry]]:
    """Return (kind, iso3, lines) for what of the airspace outlines lies at sea.

    Parameters
    ----------
    states : dict
        iso3 to airspace, a valid coverage in EPSG:4326.
    land : Geometry
        All land; a line over it is a land border and left out.

    Returns
    -------
    list of (str, str, MultiLineString)
        `limit` with one iso3 (the high seas lie beyond), `maritime_border` with two, as EST/FIN. The lines use the
        vertices of the airspace polygons; the clip box of the data is left out.
    """
    starts, ends, owners = _segments(list(states.values()))
    flipped = (starts[:, 0] > ends[:, 0]) | ((starts[:, 0] == ends[:, 0]) & (starts[:, 1] > ends[:, 1]))
    starts[flipped], ends[flipped] = ends[flipped], starts[flipped].copy()
    segments, which = np.unique(np.column_stack([starts, ends]), axis=0, return_inverse=True)
    first, last = np.full(len(segments), len(states)), np.full(len(segments), -1)
    np.minimum.at(first, which, owners)
    np.maximum.at(last, which, owners)
    middle = (segments[:, :2] + segments[:, 2:]) / 2
    shapely.prepare(land)
    at_sea = ~shapely.contains_xy(land, middle[:, 0], middle[:, 1]) & ~_on_box(segments)
    names = list(states)
    found = []
    for a, b in np.unique(np.column_stack([first, last])[at_sea], axis=0):
        chosen = segments[at_sea & (first == a) & (last == b)]
        lines = shapely.line_merge(shapely.multilinestrings(chosen.reshape(-1, 2, 2)))
        if a == b:
            found.append(("limit", names[a], _multi(shapely.get_parts(lines))))
        else:
            long = [line for line in shapely.get_parts(lines) if line.length > SHORTEST]
            if long:
                found.append(("maritime_border", "/".join(sorted((names[a], names[b]))), _multi(long)))
    return found


def _segments(shapes: list[shapely.Geometry]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    parts, part_owner = shapely.get_parts(shapes, return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    points, point_ring = shapely.get_coordinates(rings, return_index=True)
    same = point_ring[1:] == point_ring[:-1]
    return points[:-1][same], points[1:][same], part_owner[ring_part[point_ring[1:][same]]]


def _on_box(segments: np.ndarray) -> np.ndarray:
    lon, lat = segments[:, [0, 2]], segments[:, [1, 3]]
    sides = [np.abs(lon - WEST), np.abs(lon - EAST), np.abs(lat - SOUTH), np.abs(lat - NORTH)]
    return np.any([(side < NEAR_BOX).all(axis=1) for side in sides], axis=0)


def _multi(lines: list) -> shapely.MultiLineString:
    return shapely.multilinestrings(list(lines))
