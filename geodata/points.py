"""Holds the points that callers hand in against what a position can be."""

import math
import numbers

import numpy as np

from geodata.errors import ArgumentError


def as_points(lon: object, lat: object) -> tuple[np.ndarray, np.ndarray]:
    """Turn two array-likes of the same shape into float64 arrays of that shape.

    Parameters
    ----------
    lon, lat : array-like
        EPSG:4326 degrees; any shape, also empty and 0-D.

    Raises
    ------
    ArgumentError
        Not numbers, shapes that differ, NaN or infinite, |lon| > 180, |lat| > 90. The message names the argument, its
        first bad value with its index, and the way out.
    """
    lons, lats = _numbers("lon", lon), _numbers("lat", lat)
    if lons.shape != lats.shape:
        raise ArgumentError(f"lon and lat differ in shape: {lons.shape} and {lats.shape}; pass one lat for each lon")
    _in_range("lat", lats, 90, "are lon and lat swapped? the order is lon, lat")
    _in_range("lon", lons, 180, "bring it into -180..180 by adding or subtracting 360")
    return lons, lats


def as_point(lon: object, lat: object) -> tuple[float, float]:
    """Turn one position into two floats.

    Raises
    ------
    ArgumentError
        As `as_points`, and when an array is given.
    """
    for name, value in (("lon", lon), ("lat", lat)):
        if np.ndim(value):
            raise ArgumentError(
                f"{name} is an array of shape {np.shape(value)}; this takes one number, see locate_many"
            )
    lons, lats = as_points(lon, lat)
    return float(lons), float(lats)


def as_radius(radius_m: object) -> float:
    """Turn a radius in metres into a float.

    Raises
    ------
    ArgumentError
        Not a number, not finite, negative, or more than 2 000 km.
    """
    good = isinstance(radius_m, numbers.Real) and not isinstance(radius_m, bool) and math.isfinite(radius_m)
    if not good or not 0 <= radius_m <= 2_000_000:
        raise ArgumentError(f"radius_m is {radius_m!r}; pass metres between 0 and 2 000 000")
    return float(radius_m)


def _numbers(name: str, value: object) -> np.ndarray:
    try:
        found = np.asarray(value)
        if found.size and found.dtype.kind not in "iuf":
            raise TypeError(found.dtype)
        found = found.astype(float)
    except (TypeError, ValueError) as err:
        raise ArgumentError(f"{name} is {_short(value)}, not numbers; pass degrees as numbers") from err
    bad = ~np.isfinite(found)
    if bad.any():
        raise ArgumentError(f"{name}{_first(found, bad)} is not finite; leave out points without a position")
    return found


def _in_range(name: str, values: np.ndarray, limit: int, way_out: str) -> None:
    bad = np.abs(values) > limit
    if bad.any():
        raise ArgumentError(f"{name}{_first(values, bad)} is outside -{limit}..{limit}; {way_out}")


def _first(values: np.ndarray, bad: np.ndarray) -> str:
    if not values.ndim:
        return f" = {values}"
    index = tuple(int(i) for i in np.argwhere(bad)[0])
    more = f" (and {bad.sum() - 1} more)" if bad.sum() > 1 else ""
    return f"[{', '.join(map(str, index))}] = {values[index]}{more}"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) < 60 else text[:57] + "..."
