"""How far a point is from the border of national airspace."""

import numpy as np

from geodata._locate import locate_many
from geodata.atlas import atlas
from geodata.errors import ArgumentError
from geodata.outlines import all_outlines, outlines_of
from geodata.points import as_points
from geodata.theatre import OUTSIDE


def distance_to_border_km(
    lon: object, lat: object, *, of: str | None = None, at: np.ndarray | None = None
) -> float | np.ndarray:
    """Return the signed distance to the border of national airspace: positive inside, negative outside.

    Parameters
    ----------
    lon, lat : float or array-like
        EPSG:4326 degrees, longitude first; any shape.
    of : str, optional
        iso3 of the state meant. Default: the state whose airspace the point is in, else the nearest one.
    at : array of str, optional
        Codes that `locate_many` gave for these very points: they are not located again.

    Returns
    -------
    float or array of float
        Kilometres on the WGS 84 ellipsoid, for numbers a float, for arrays an array of their shape; NaN for points
        outside the theatre. Inside, it is the way to the nearest edge of that state's airspace, be it the 12-mile
        limit, a border at sea or a land border with a neighbour (1 km from Narva bridge is 1 km, however far the sea).
        On the high seas and in the Sea of Azov it is the negative way to the nearest national airspace;
        `nearest_airspace` says whose. The outlines are simplified by 75 m: figures are good to about 0.1 km.

    Raises
    ------
    ArgumentError
        As `points.as_points`; `of` is not a state of the theatre.
    """
    lons, lats = as_points(lon, lat)
    x, y = lons.ravel(), lats.ravel()
    code = locate_many(x, y).code if at is None else np.ravel(at)
    states = atlas().codes
    if of is not None and of not in states:
        raise ArgumentError(f"of is {of!r}; pass one of the {len(states)} codes of the theatre, such as 'EST'")
    known = code != OUTSIDE
    outlines = all_outlines() if of is None else outlines_of(of)
    inside = np.isin(code, states) if of is None else code == of
    signed = np.full(x.shape, np.nan)
    signed[known] = outlines.nearest(x[known], y[known])[0]
    signed = np.where(inside, signed, -signed).reshape(lons.shape)
    return signed if lons.ndim else float(signed)


def nearest_airspace(lon: object, lat: object) -> str | np.ndarray:
    """Return the iso3 of the airspace a point is in, or of the nearest one (OUTSIDE beyond the theatre).

    Parameters, shapes and errors are those of `distance_to_border_km`.
    """
    lons, lats = as_points(lon, lat)
    x, y = lons.ravel(), lats.ravel()
    code = locate_many(x, y).code
    sea = ~np.isin(code, atlas().codes) & (code != OUTSIDE)
    code[sea] = all_outlines().nearest(x[sea], y[sea])[1]
    code = code.reshape(lons.shape)
    return code if lons.ndim else str(code)
