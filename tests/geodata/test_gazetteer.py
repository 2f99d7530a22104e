"""Reference places by name."""

import pytest

import geodata

NAMES = [
    ("Narva", "EST"),
    ("narva", "EST"),
    ("GDANSK", "POL"),
    ("Gdańsk", "POL"),
    ("  Bodo ", "NOR"),
    ("Šiauliai", "LTU"),
    ("siauliai", "LTU"),
]


@pytest.mark.parametrize(("name", "iso3"), NAMES)
def test_names(name, iso3):
    """Case, accents and outer spaces do not matter."""
    assert geodata.find_place(name).iso3 == iso3


@pytest.mark.parametrize("name", ["", "Atlantis", "Narva, Estonia"])
def test_unknown_names(name):
    """None, not a guess."""
    assert geodata.find_place(name) is None


def test_one_of_each_name():
    """A town comes before an airport of its name; every listed place is found by its name."""
    names = [place.name for place in geodata.places()]
    assert len(names) == len(set(names)) > 300
    assert geodata.find_place("Riga").kind == "capital"
    assert all(geodata.find_place(place.name) == place for place in geodata.places())
