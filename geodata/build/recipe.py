"""The whole recipe: from pinned packages to the files in `geodata/derived/`."""

from pathlib import Path

import shapely

from geodata.build import airspace, borders, land, names, places, seas, sources, write
from geodata.build.airspace_files import display_airspace, write_airspace
from geodata.build.display import SCALES, display_countries, display_labels
from geodata.build.fetch import CACHE, fetch, read_json
from geodata.errors import DataError

ANALYSIS_M, DISPLAY_M, CLOSE_M = 75.0, 700.0, 90.0
DISPLAY_STEP, CLOSE_STEP = 0.01, 0.001  # degrees


def build(folder: Path, *, cache: Path = CACHE) -> None:
    """Derive every file into `folder` (which must exist); the same sources give the same bytes.

    Raises
    ------
    CallError, DataError
        As `fetch` and `installed_file` do.
    """
    osm, atlas = fetch(sources.OSM_BORDERS, cache=cache), fetch(sources.WORLD_ATLAS, cache=cache)
    name_of, iso3_of_numeric = names.country_table()
    write.write_csv(folder / "names.csv", ["iso3", "name"], name_of.items())

    cut = airspace.pieces(*borders.settle(borders.read_borders(read_json(osm, "borders.geo.json"))))
    analysis = airspace.at_tolerance(cut, ANALYSIS_M)
    write_airspace(folder / "airspace.parquet", analysis, name_of)

    shore = _write_countries(folder, atlas, analysis.states, name_of, iso3_of_numeric)
    for name, tolerance, step, polygons in (
        ("airspace.topojson", DISPLAY_M, DISPLAY_STEP, True),
        ("airspace-close.topojson", CLOSE_M, CLOSE_STEP, False),
    ):
        shown = airspace.at_tolerance(cut, tolerance)
        write.write_json(folder / name, display_airspace(shown, shore, step=step, polygons=polygons))

    write.write_json(folder / "seas.json", {"seas": seas.read_seas()})
    write.write_json(folder / "places.json", {"places": _checked(places.read_places(), analysis.states)})
    write.write_manifest(folder)


def _write_countries(
    folder: Path, atlas: Path, states: dict, name_of: dict[str, str], iso3_of_numeric: dict[str, str]
) -> shapely.Geometry:
    """Write land at every scale; return all land at the closest."""
    world = read_json(atlas, "countries-50m.json")
    shapes = {
        file: land.country_land(read_json(atlas, file), world, states, iso3_of_numeric)
        for file in sorted({scale.land for scale in SCALES})
    }
    labels = display_labels(shapes[SCALES[0].land], name_of)
    for scale in SCALES:
        write.write_json(folder / scale.file, display_countries(scale, shapes[scale.land], name_of, labels))
    return shapely.union_all(list(shapes[SCALES[-1].land].values()))


def _checked(rows: list[dict], states: dict[str, shapely.Geometry]) -> list[dict]:
    """Hold every place against the airspace of its country."""
    faults = [
        f"{row['name']} ({row['kind']}, {row['lon']}, {row['lat']}) is not in the airspace of {row['iso3']}"
        for row in rows
        if not states[row["iso3"]].covers(shapely.Point(row["lon"], row["lat"]))
    ]
    if faults:
        raise DataError("places: " + "; ".join(faults))
    return rows
