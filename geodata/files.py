"""Where the files for the map are, and what countries are called. Light: nothing but the standard library."""

import csv
from functools import cache
from pathlib import Path

DERIVED = Path(__file__).resolve().parent / "derived"
CURATED = DERIVED.parent / "curated"
_DISPLAY = {
    "countries-overview": "countries-overview.topojson",
    "countries-50m": "countries-50m.topojson",
    "countries-10m": "countries-10m.topojson",
    "airspace": "airspace.topojson",
    "airspace-close": "airspace-close.topojson",
    "seas": "seas.json",
    "places": "places.json",
}
NOT_COUNTRIES = {"EU": "European Union", "NATO": "NATO", "UN": "United Nations", "UNK": "unattributed"}


def display_files() -> dict[str, Path]:
    """Return the files the map draws, by layer name.

    Returns
    -------
    dict of str to Path
        countries-overview (zoom 3 to 5), countries-50m (6, 7), countries-10m (8 and on), airspace, airspace-close
        (8 and on; lines only), seas, places.
        All EPSG:4326, lon lat; the TopoJSON files are quantised and say their grid in `transform`.
    """
    return {layer: DERIVED / name for layer, name in _DISPLAY.items()}


@cache
def country_names() -> dict[str, str]:
    """Return ISO 3166-1 alpha-3 (XKX for Kosovo) -> English short name; also NATO, EU, UN and UNK.

    Source: GeoNames, with the changes in `curated/names.csv`.
    """
    with (DERIVED / "names.csv").open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: row["name"] for row in csv.DictReader(file)} | NOT_COUNTRIES
