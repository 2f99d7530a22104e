"""Figures of geodata: speed of the analysis functions, memory, and sizes of the files at start.

Run with `python -m tests.benchmarks.geodata_speed`.
"""

import gzip
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np

import geodata
from geodata.theatre import EAST, NORTH, SOUTH, WEST

AT_START = ("countries-overview", "airspace", "seas", "places")
_MEMORY = """
import resource, sys
import numpy as np
scale = 1 if sys.platform == "darwin" else 1024
import geodata
lon, lat = np.random.default_rng(1).uniform((-26, 31), (61, 83), (100_000, 2)).T
geodata.locate_many(lon, lat)
geodata.distance_to_border_km(lon, lat)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale) / 1e6)
"""


def figures() -> list[tuple[str, float, str, float | None]]:
    """Measure and return (name, value, unit, target); a value above its target misses it, None is no target."""
    import_s = _seconds(lambda: subprocess.run([sys.executable, "-c", "import geodata"], check=True))
    first_s = _seconds(lambda: geodata.locate(26.36, 59.82))
    geodata.distance_to_border_km(26.36, 59.82)
    done = subprocess.run([sys.executable, "-c", _MEMORY], check=True, capture_output=True, text=True)
    files = geodata.display_files()
    start = sum(len(gzip.compress(files[layer].read_bytes(), 9)) for layer in AT_START) / 1000
    return [
        ("import geodata (new process)", import_s, "s", 0.5),
        ("first locate (reads the boundaries)", first_s, "s", None),
        ("locate_many 100 000", _median(geodata.locate_many, 100_000), "s", 0.5),
        ("locate_many 1 000 000", _median(geodata.locate_many, 1_000_000), "s", 3.0),
        ("distance_to_border_km 100 000", _median(geodata.distance_to_border_km, 100_000), "s", 6.0),
        ("memory of a process that located and measured 100 000", float(done.stdout), "MB", 400.0),
        ("display layers at start, gzip", start, "kB", 200.0),
    ]


def _points(count: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(1)
    return random.uniform(WEST, EAST, count), random.uniform(SOUTH, NORTH, count)


def _median(function: Callable, count: int) -> float:
    lon, lat = _points(count)
    return float(np.median([_seconds(lambda: function(lon, lat)) for _ in range(3)]))


def _seconds(call: Callable) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    for name, value, unit, target in figures():
        verdict = "" if target is None else f"(at most {target:g}){'' if value <= target else '  MISSED'}"
        print(f"{name:<55} {value:10.3f} {unit:<3} {verdict}")
