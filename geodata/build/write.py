"""Writes derived files so that the same data always gives the same bytes."""

import csv
import gzip
import json
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pyproj
import shapely

MANIFEST = "manifest.json"


def write_json(path: Path, value: object) -> None:
    """Write compact UTF-8 JSON with a final newline."""
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")


def write_csv(path: Path, columns: list[str], rows: Iterable[Iterable]) -> None:
    """Write RFC 4180 CSV with LF, UTF-8."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def write_manifest(folder: Path) -> None:
    """Record in `manifest.json` the versions that made the files, and size, gzip size and sha256 of each."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != MANIFEST)
    value = {"made_with": made_with(), "files": {path.name: describe(path) for path in files}}
    (folder / MANIFEST).write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8", newline="\n")


def made_with() -> dict[str, str]:
    """Return the versions that decide about the bytes; other versions may give other last digits."""
    return {
        "shapely": shapely.__version__,
        "GEOS": shapely.geos_version_string,
        "pyproj": pyproj.__version__,
        "PROJ": pyproj.proj_version_str,
        "geopandas": version("geopandas"),
        "pandas": version("pandas"),
        "pyarrow": version("pyarrow"),
    }


def describe(path: Path) -> dict:
    """Return {bytes, gzip_bytes, sha256} of one file."""
    data = path.read_bytes()
    return {
        "bytes": len(data),
        "gzip_bytes": len(gzip.compress(data, 9, mtime=0)),
        "sha256": sha256(data).hexdigest(),
    }
