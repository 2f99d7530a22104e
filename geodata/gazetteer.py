"""Reference places by name. Light: nothing but the standard library."""

import json
import unicodedata
from functools import cache
from typing import NamedTuple

from geodata.errors import DataError
from geodata.files import display_files

_RANKS = ("capital", "town", "air_base", "airport")
_BARE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "ı": "i"})


class Place(NamedTuple):
    """A reference place: its name and kind, iso3 of its state, and its position (EPSG:4326 degrees)."""

    name: str
    kind: str
    iso3: str
    lon: float
    lat: float


def _key(name: str) -> str:
    parts = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_BARE)


@cache
def places() -> tuple[Place, ...]:
    """Return the capitals, towns, air bases and airports of the theatre, one of each name, sorted by name.

    Where several share a name (a town and its airport), the capital or town comes first.

    Raises
    ------
    DataError
        The file cannot be read.
    """
    path = display_files()["places"]
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["places"]
        found = [Place(row["name"], row["kind"], row["iso3"], float(row["lon"]), float(row["lat"])) for row in rows]
    except (OSError, ValueError, KeyError) as err:
        raise DataError(f"{path.name} cannot be read ({err}); run python -m geodata build") from err
    best: dict[str, Place] = {}
    for place in sorted(found, key=lambda place: _RANKS.index(place.kind)):
        best.setdefault(_key(place.name), place)
    return tuple(sorted(best.values(), key=lambda place: _key(place.name)))


@cache
def _by_key() -> dict[str, Place]:
    return {_key(place.name): place for place in places()}


def find_place(name: str) -> Place | None:
    """Return the reference place of a name, without regard to case and accents; None when there is none."""
    return _by_key().get(_key(name))
