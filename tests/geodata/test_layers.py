"""The analysis layer: every row of the GeoParquet."""

import geopandas
import pytest
import shapely

from geodata import country_names
from geodata.files import DERIVED
from geodata.theatre import THEATRE

TABLE = geopandas.read_parquet(DERIVED / "airspace.parquet")
STATES = TABLE[TABLE["kind"] == "airspace"]


def test_columns_and_reference_system_are_those_documented():
    assert list(TABLE.columns) == ["iso3", "name", "kind", "geometry"]
    assert TABLE.crs.to_epsg() == 4326
    assert set(TABLE["kind"]) == {"airspace", "occupied", "uncertain"}


@pytest.mark.parametrize("row", list(TABLE.itertuples()), ids=lambda row: f"{row.kind} {row.iso3}")
def test_every_row_is_a_valid_area_in_the_theatre_with_a_known_code(row):
    assert row.geometry.is_valid
    assert row.geometry.area > 0
    assert shapely.box(*THEATRE).buffer(0.01).covers(row.geometry)
    assert row.name
    assert row.iso3 == "DISPUTED" or set(row.iso3.split("/")) <= country_names().keys()


def test_national_airspaces_neither_overlap_nor_leave_slivers():
    assert shapely.coverage_is_valid(STATES.geometry.to_numpy())
    assert not STATES["iso3"].duplicated().any()


def test_crimea_is_ukraine_and_kept_as_occupied():
    occupied = TABLE[TABLE["kind"] == "occupied"].set_index("iso3").geometry["UKR"]
    ukraine, russia = (STATES.set_index("iso3").geometry[code] for code in ("UKR", "RUS"))
    assert occupied.intersection(ukraine).area == pytest.approx(occupied.area, rel=1e-3)
    assert occupied.intersection(russia).area < 1e-3 * occupied.area


def test_the_overlaps_known_to_the_recipe_are_kept():
    uncertain = set(TABLE[TABLE["kind"] == "uncertain"]["iso3"])
    assert {"DISPUTED", "EST/RUS", "HRV/SRB", "HRV/SVN", "DEU/NLD", "GRC/TUR"} <= uncertain
