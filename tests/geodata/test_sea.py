"""Seas by name."""

import json

import pytest

from geodata import display_files, sea_name

SEAS = json.loads(display_files()["seas"].read_text(encoding="utf-8"))["seas"]
EXAMPLES = [
    (26.36, 59.9, "Gulf of Finland"),
    (24.83, 59.81, "Gulf of Finland"),
    (19.6, 56.6, "Baltic Sea"),
    (19.12, 57.44, "Baltic Sea"),
    (23.5, 57.6, "Gulf of Riga"),
    (20.0, 63.0, "Gulf of Bothnia"),
    (12.7, 55.9, "Øresund"),
    (11.5, 57.0, "Kattegat"),
    (9.3, 58.05, "Skagerrak"),
    (32.0, 43.2, "Black Sea"),
    (36.5, 46.1, "Sea of Azov"),
    (3.0, 56.0, "North Sea"),
    (2.0, 67.0, "Norwegian Sea"),
    (35.0, 72.0, "Barents Sea"),
    (25.0, 38.8, "Aegean Sea"),
    (19.3, 54.6, "Gdańsk Bay"),
    (-20.0, 55.0, "Atlantic Ocean"),
    (100.0, 0.0, None),
]


@pytest.mark.parametrize(("lon", "lat", "name"), EXAMPLES)
def test_a_point_at_sea_has_the_name_sailors_use(lon, lat, name):
    assert sea_name(lon, lat) == name


@pytest.mark.parametrize("sea", SEAS, ids=lambda sea: sea["name"])
def test_every_label_lies_in_its_own_sea(sea):
    assert sea_name(*sea["label"]) == sea["name"]
    assert 3 <= sea["min_zoom"] <= 8
