"""Plane coordinates, worked out by one thread for all."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyproj


def _new_worker() -> None:
    global _worker
    _worker = ThreadPoolExecutor(1, thread_name_prefix="projection")


_worker: ThreadPoolExecutor
_new_worker()
if hasattr(os, "register_at_fork"):  # a thread does not survive into a forked process
    os.register_at_fork(after_in_child=_new_worker)


class Projection:
    """A map projection of longitude and latitude (EPSG:4326, degrees).

    pyproj makes its transformer anew in each thread (80 ms), and a server answers each request in another one: so one thread of our own
    does the work of all.

    Parameters
    ----------
    epsg : int
        Code of the plane coordinate system.
    """

    def __init__(self, epsg: int) -> None:
        self._transformer = pyproj.Transformer.from_crs(4326, epsg, always_xy=True)

    def to_plane(self, lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
        """Return x and y in metres, shape (n, 2), of longitudes and latitudes in degrees."""
        return np.column_stack(_worker.submit(self._transformer.transform, lon, lat).result())

    def to_degrees(self, plane: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return longitudes and latitudes in degrees of x and y in metres, shape (n, 2)."""
        back = _worker.submit(self._transformer.transform, plane[:, 0], plane[:, 1], direction="INVERSE")
        return back.result()
