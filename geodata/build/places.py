"""Reference places: capitals, towns near the borders, air bases and airports."""

import csv
import io
import json

from geodata.build.names import installed_file, read_curated
from geodata.build.sources import AIRPORTS, CITIES, COUNTRIES
from geodata.errors import DataError
from geodata.theatre import EAST, NORTH, SOUTH, WEST

CAPITALS_WITH_ANOTHER_NAME = {"IS": "Reykjavík", "FO": "Tórshavn"}
EUROPE_AND_NEAR = {"EU", "TR", "CY", "GE", "AM", "AZ", "SY", "LB", "IL", "IQ", "IR"}
NO_CAPITALS = {"GG", "JE", "IM", "GI", "VA", "SM", "MC", "AD", "LI", "AX", "SJ", "CS"}
ZOOM = {"capital": 3, "air_base": 6, "airport": 7}
SMALL_CAPITALS = {"LU", "ME", "MK", "XK", "SI", "AL", "BA", "MT", "AM", "FO"}


def read_places() -> list[dict]:
    """Return name, kind, iso3 (as the source has it), icao, iata, lon, lat, min_zoom of every place.

    Coordinates are those of GeoNames (capitals, towns) and airportsdata (airfields), EPSG:4326; the exceptions stand
    with their source in `curated/airfields.csv`.

    Raises
    ------
    DataError
        A curated name is not in its source.
    """
    countries = json.loads(installed_file(COUNTRIES)).values()
    iso3_of = {row["iso"]: row["iso3"] for row in countries}
    cities: dict[tuple[str, str], dict] = {}
    for city in json.loads(installed_file(CITIES)).values():
        key = city["countrycode"], city["name"]
        if key not in cities or city["population"] > cities[key]["population"]:
            cities[key] = city
    return [*_capitals(countries, cities), *_towns(iso3_of, cities), *_airfields()]


def _capitals(countries: list[dict], cities: dict) -> list[dict]:
    found = []
    for row in sorted(countries, key=lambda row: row["iso3"]):
        code = row["iso"]
        if not {code, row["continentcode"]} & EUROPE_AND_NEAR or code in NO_CAPITALS:
            continue
        city = cities.get((code, CAPITALS_WITH_ANOTHER_NAME.get(code, row["capital"])))
        if city is None:
            raise DataError(
                f"capital {row['capital']!r} of {row['iso3']} is not in {CITIES.file}; add its GeoNames name"
            )
        if WEST < city["longitude"] < EAST and SOUTH < city["latitude"] < NORTH:
            zoom = 5 if code in SMALL_CAPITALS else ZOOM["capital"]
            found.append(_place(city["name"], "capital", row["iso3"], city["longitude"], city["latitude"], zoom))
    return found


def _towns(iso3_of: dict[str, str], cities: dict) -> list[dict]:
    found = []
    for row in read_curated("towns.csv"):
        city = cities.get((row["iso2"], row["geonames_name"]))
        if city is None:
            raise DataError(f"curated/towns.csv: {row['geonames_name']!r} ({row['iso2']}) is not in {CITIES.file}")
        name = row["shown_name"] or row["geonames_name"]
        place = _place(name, "town", iso3_of[row["iso2"]], city["longitude"], city["latitude"], int(row["min_zoom"]))
        found.append(place)
    return found


def _airfields() -> list[dict]:
    rows = csv.DictReader(io.StringIO(installed_file(AIRPORTS).decode("utf-8")))
    fields = {row["icao"]: row for row in rows if row["icao"]}
    found = []
    for row in read_curated("airfields.csv"):
        icao, source = row["icao"], fields.get(row["icao"])
        if row["longitude"]:
            lon, lat = float(row["longitude"]), float(row["latitude"])
        elif source is None:
            raise DataError(f"curated/airfields.csv: {icao} is not in {AIRPORTS.file}")
        else:
            lon, lat = float(source["lon"]), float(source["lat"])
            if icao.startswith("EB"):
                lon, lat = _from_minutes(lon), _from_minutes(lat)
        place = _place(row["name"], row["kind"], row["iso3"], lon, lat, ZOOM[row["kind"]])
        found.append(place | {"icao": icao or None, "iata": (source or {}).get("iata") or None})
    return found


def _from_minutes(value: float) -> float:
    """Mend the Belgian rows of airportsdata, which write 50 degrees 54 minutes 05 seconds as 50.5405."""
    degrees, rest = divmod(round(value * 10_000), 10_000)
    minutes, seconds = divmod(rest, 100)
    return degrees + minutes / 60 + seconds / 3600


def _place(name: str, kind: str, iso3: str, lon: float, lat: float, min_zoom: int) -> dict:
    place = {"name": name, "kind": kind, "iso3": iso3, "icao": None, "iata": None}
    return place | {"lon": round(lon, 4), "lat": round(lat, 4), "min_zoom": min_zoom}
