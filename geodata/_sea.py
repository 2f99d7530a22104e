"""Which sea a point lies in."""

import json
from functools import cache

import shapely

from geodata.errors import DataError
from geodata.files import display_files
from geodata.points import as_point


def sea_name(lon: float, lat: float) -> str | None:
    """Return the name of the sea around a point, or None far from all seas of the map.

    Parameters
    ----------
    lon, lat : float
        EPSG:4326 degrees, longitude first.

    Returns
    -------
    str or None
        English name. The outlines are drawn by hand, rough, and run over the shore: ask only for points that `locate`
        or the record puts at sea.

    Raises
    ------
    ArgumentError
        As `points.as_point`.
    """
    point = shapely.Point(as_point(lon, lat))
    return next((name for name, outline in _seas() if outline.covers(point)), None)


@cache
def _seas() -> list[tuple[str, shapely.Polygon]]:
    path = display_files()["seas"]
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["seas"]
    except (OSError, ValueError, KeyError) as err:
        raise DataError(f"{path.name} cannot be read ({err}); run python -m geodata build") from err
    return [(row["name"], shapely.Polygon(row["outline"])) for row in rows]
