"""The map's view of the events as a compact, time-sorted binary (about 8 to 10 bytes an event).

Layout of the core file, little endian, columns one after the other:

====================  ==========================================================================
magic                 ``AIM1``
header                three int32: number of events n, first minute since 1970 UTC, number of spans m
x, y                  n x 3 bytes each: Web Mercator of longitude, latitude as 24-bit fractions of the world
kind                  n bytes: index of the event type (5 bits), status (2 bits), coarse (1 bit)
minutes               n varints (LEB128): minutes since the event before (the first: 0)
spans                 m x (varint index since the span before, varint minutes from earliest to latest),
                      only for events that reach into a later UTC day than the one in which they begin
====================  ==========================================================================

The extra file holds the radius of uncertainty, n uint16 of ``round(RADIUS_STEPS * ln(metres))``, then a size class, n bytes: 0 for one
or an unknown number of objects, 1 for a few (2 to 5), 2 for more.

``packing.js`` is the reader of both.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.layers.glyphs import STATUSES, TYPES

MAGIC = b"AIM1"
RADIUS_STEPS = 4096
MAX_LATITUDE = 85.0511287798066  # where Web Mercator ends (square world)
COARSE = ("region_centroid", "country_centroid")
MINUTES_A_DAY = 1440
FEW_AND_MANY = (2, 6)


def mercator(longitude: np.ndarray, latitude: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Web Mercator of WGS 84 degrees, as fractions of the square world.

    Parameters
    ----------
    longitude, latitude : ndarray of float, shape (n,)
        WGS 84 degrees (EPSG:4326). Latitudes beyond 85.05 are drawn at the edge.

    Returns
    -------
    x, y : ndarray of float, shape (n,)
        0 .. 1; x grows eastwards from 180 W, y southwards from 85.05 N.
    """
    x = (longitude + 180.0) / 360.0 % 1.0
    sine = np.sin(np.radians(np.clip(latitude, -MAX_LATITUDE, MAX_LATITUDE)))
    return x, 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)


def varints(values: np.ndarray) -> bytes:
    """Unsigned integers as LEB128: seven bits a byte, lowest first, the top bit says that more follow."""
    values = np.asarray(values, dtype=np.uint64)
    if not len(values):
        return b""
    out = np.zeros((len(values), 10), dtype=np.uint8)
    used = np.zeros((len(values), 10), dtype=bool)
    rest, alive = values.copy(), np.ones(len(values), dtype=bool)
    for column in range(10):
        used[:, column] = alive
        more = rest >= 128
        out[:, column] = (rest & 127) | np.where(more, 128, 0).astype(np.uint64)
        rest >>= np.uint64(7)
        alive = alive & more
        if not alive.any():
            break
    return out[used].tobytes()


def _thirds(fraction: np.ndarray) -> bytes:
    """Fractions 0 .. 1 as 24-bit little-endian integers."""
    whole = np.minimum(np.round(fraction * (1 << 24)), (1 << 24) - 1).astype("<u4")
    return whole.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


def _minutes(times: pd.Series) -> np.ndarray:
    return (times.dt.tz_convert("UTC").dt.tz_localize(None).astype("datetime64[s]").astype("int64") // 60).to_numpy()


def pack_core(events: pd.DataFrame) -> bytes:
    """Positions, kinds and times of events that are sorted by ``earliest``.

    Parameters
    ----------
    events : DataFrame
        As ``incidents.read_package(...).events``: longitude and latitude in degrees (EPSG:4326), ``earliest`` and
        ``latest`` in UTC, event_type, status, georeference_basis.
    """
    n = len(events)
    if not n:
        return MAGIC + np.array([0, 0, 0], "<i4").tobytes()
    x, y = mercator(events["longitude"].to_numpy(float), events["latitude"].to_numpy(float))
    types = pd.Index(list(TYPES)).get_indexer(events["event_type"])
    statuses = pd.Index(list(STATUSES)).get_indexer(events["status"])
    coarse = events["georeference_basis"].isin(COARSE).to_numpy()
    kind = (types | statuses << 5 | coarse.astype(int) << 7).astype(np.uint8)
    start, stop = _minutes(events["earliest"]), _minutes(events["latest"])
    long = np.flatnonzero((stop - 1) // MINUTES_A_DAY > start // MINUTES_A_DAY)
    spans = np.empty(2 * len(long), dtype=np.int64)
    spans[0::2], spans[1::2] = np.diff(long, prepend=0), (stop - start)[long]
    header = np.array([n, start[0], len(long)], dtype="<i4").tobytes()
    return b"".join(
        [
            MAGIC,
            header,
            _thirds(x),
            _thirds(y),
            kind.tobytes(),
            varints(np.diff(start, prepend=start[0])),
            varints(spans),
        ]
    )


def pack_extra(events: pd.DataFrame) -> bytes:
    """Radius of uncertainty of each event, on a logarithmic scale exact to 0.013 %, and its size class by the most objects reported."""
    metres = np.clip(events["coordinate_uncertainty_m"].to_numpy(float), 1.0, 8e6)
    most = events["count_max"].fillna(events["count_min"]).fillna(1).to_numpy(float)
    size = np.digitize(most, FEW_AND_MANY).astype(np.uint8)
    return np.round(RADIUS_STEPS * np.log(metres)).astype("<u2").tobytes() + size.tobytes()


LEVEL = 7
"""Of gzip: all shapes of the map take 0.4 s, at level 9 four times as long for 2 % less, while the first reader waits."""


def pack_mask(mask: np.ndarray) -> bytes:
    """One bit an event, lowest bit first."""
    return np.packbits(np.asarray(mask, dtype=bool), bitorder="little").tobytes()


@dataclass(frozen=True)
class Blob:
    """Bytes to serve under a name that carries their hash: they may be cached for ever."""

    stem: str
    suffix: str
    data: bytes

    @cached_property
    def name(self) -> str:
        """File name, ``stem.<12 hex digits>.suffix``."""
        return f"{self.stem}.{hashlib.sha256(self.data).hexdigest()[:12]}.{self.suffix}"

    @cached_property
    def gzipped(self) -> bytes:
        """The same bytes, gzipped once."""
        return gzip.compress(self.data, LEVEL, mtime=0)
