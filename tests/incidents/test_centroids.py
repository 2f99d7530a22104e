"""Points that stand for a whole country."""

import numpy as np
import pytest

from geodata import country_names, places
from incidents import read_package
from incidents.imports.centroids import is_centroid

# What geocoders answer to the name of a country (Google's list of countries): country, longitude, latitude
GEOCODED = [
    ("LTU", 23.881275, 55.169438), ("LVA", 24.603189, 56.879635), ("EST", 25.013607, 58.595272), ("POL", 19.145136, 51.919438), ("ROU", 24.96676, 45.943161),
    ("FIN", 25.748151, 61.92411), ("NOR", 8.468946, 60.472024), ("SWE", 18.643501, 60.128161), ("DNK", 9.501785, 56.26392), ("DEU", 10.451526, 51.165691),
    ("TUR", 35.243322, 38.963745), ("BGR", 25.48583, 42.733883), ("MDA", 28.369885, 47.411631), ("UKR", 31.16558, 48.379433), ("BLR", 27.953389, 53.709807),
    ("GBR", -3.435973, 55.378051), ("RUS", 105.318756, 61.52401), ("FRA", 2.213749, 46.227638), ("PRT", -8.224454, 39.399872),
]  # fmt: skip


def _asked(country, lon, lat, place=""):
    given = (np.array([country], object), np.array([lon]), np.array([lat]), np.array([place], object))
    return bool(is_centroid(*given, country_names())[0])


@pytest.mark.parametrize(("country", "lon", "lat"), GEOCODED)
def test_the_middle_that_geocoders_give_is_recognised(country, lon, lat):
    """With no place, the name of the country, or a name that the geocoder did not know."""
    for place in ("", "not stated", country_names()[country], country, "Somewhere"):
        assert _asked(country, lon, lat, place)
    assert not _asked("USA", lon, lat)


def test_a_named_place_is_let_nearer_than_a_nameless_point():
    """Nine kilometres from the middle of Poland."""
    assert _asked("POL", 19.43, 52.19)
    assert not _asked("POL", 19.43, 52.19, "Kutno")


def test_few_real_places_lie_so_near():
    """Of the towns, airports and air bases of the gazetteer."""
    known = places()
    found = is_centroid(
        np.array([place.iso3 for place in known], object),
        np.array([place.lon for place in known]),
        np.array([place.lat for place in known]),
        np.array([place.name for place in known], object),
        country_names(),
    )
    assert found.sum() <= 2


def test_no_seed_event_is_called_a_middle_that_does_not_say_so():
    """Those that stand for a country say it."""
    events = read_package().events
    found = is_centroid(
        events["country"].to_numpy(object),
        events["longitude"].to_numpy(),
        events["latitude"].to_numpy(),
        events["place_name"].to_numpy(object),
        country_names(),
    )
    coarse = events["coordinate_uncertainty_m"] >= 50_000
    assert not (found & ~coarse & ~events["georeference_basis"].str.endswith("_centroid")).any()
