"""Reads the analysis boundaries once, without GeoPandas (it costs a second of import)."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow.parquet
import shapely

from geodata.errors import DataError
from geodata.files import DERIVED


@dataclass(frozen=True)
class Atlas:
    """National airspace, EPSG:4326; `shapes` are valid polygons that do not overlap, in the order of `codes`."""

    codes: np.ndarray
    shapes: np.ndarray
    uncertain: np.ndarray
    disputed: np.ndarray


@cache
def atlas() -> Atlas:
    """Return the boundaries of `derived/airspace.parquet`, read once and shared: do not change them.

    Raises
    ------
    DataError
        The file is missing or broken.
    """
    path = DERIVED / "airspace.parquet"
    try:
        table = pyarrow.parquet.read_table(path, columns=["iso3", "kind", "geometry"])
    except (OSError, ValueError) as err:
        raise DataError(f"{path.name} cannot be read ({err}); run python -m geodata build") from err
    codes, kinds = (np.array(table[name].to_pylist()) for name in ("iso3", "kind"))
    shapes = shapely.from_wkb(np.array(table["geometry"].to_pylist(), object))
    states, uncertain = kinds == "airspace", kinds == "uncertain"
    disputed = uncertain & (codes == "DISPUTED")
    return Atlas(codes[states], shapes[states], shapes[uncertain], shapes[disputed])
