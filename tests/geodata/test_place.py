"""Reference places: the nearest one, and every record of the table."""

import json

import pytest

from geodata import ArgumentError, display_files, locate, nearest_place
from geodata.outlines import WGS84

PLACES = json.loads(display_files()["places"].read_text(encoding="utf-8"))["places"]
BEARINGS = [
    (0, "north"),
    (45, "northeast"),
    (67.5, "east-northeast"),
    (180, "south"),
    (359, "north"),
    (292, "west-northwest"),
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place['kind']} {place['name']}")
def test_every_place_is_whole_and_lies_in_its_country(place):
    assert set(place) == {"name", "kind", "iso3", "icao", "iata", "lon", "lat", "min_zoom"}
    assert place["kind"] in {"capital", "town", "air_base", "airport"}
    assert 3 <= place["min_zoom"] <= 8
    assert locate(place["lon"], place["lat"]).code == place["iso3"]


def test_airfields_have_unlike_codes():
    codes = [place["icao"] for place in PLACES if place["icao"]]
    assert len(codes) == len(set(codes)) > 100


@pytest.mark.parametrize(
    ("icao", "lon", "lat", "kind"),
    [("LR80", 27.7267, 44.3923, "air_base"), ("EBBL", 5.47, 51.1683, "air_base"), ("EBBR", 4.4844, 50.9014, "airport")],
)
def test_positions_checked_by_hand(icao, lon, lat, kind):
    place = next(place for place in PLACES if place["icao"] == icao)
    assert place["kind"] == kind
    assert WGS84.inv(lon, lat, place["lon"], place["lat"])[2] < 500


@pytest.mark.parametrize(("degrees", "wind"), BEARINGS)
def test_the_bearing_is_seen_from_the_place(degrees, wind):
    visby = next(place for place in PLACES if place["name"] == "Visby" and place["kind"] == "town")
    lon, lat, _ = WGS84.fwd(visby["lon"], visby["lat"], degrees, 3000)
    found = nearest_place(lon, lat, kinds="town")
    assert (found.name, found.wind) == ("Visby", wind)
    assert found.distance_km == pytest.approx(3, abs=0.001)
    assert found.bearing_deg == pytest.approx(degrees, abs=0.1)


def test_kinds_choose():
    assert nearest_place(23.3, 55.9, kinds=["air_base"])[:3] == ("Šiauliai", "air_base", "LTU")
    assert nearest_place(24.75, 59.44, kinds="capital").name == "Tallinn"


@pytest.mark.parametrize("kinds", ["harbour", [], ["town", "harbour"]])
def test_unknown_kinds_are_refused(kinds):
    with pytest.raises(ArgumentError, match=r"kinds is .*; pass some of capital, town"):
        nearest_place(25, 59, kinds=kinds)
