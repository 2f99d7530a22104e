"""The light part: files, names, and what an import costs."""

import subprocess
import sys

import pytest

import geodata

USED = (
    "BEL BGR BLR CHN DEU DNK ESP EST EU FIN FRA GBR HRV HUN IRL IRN ISL ITA LTU LVA MDA NATO NLD NOR POL PRK ROU RUS "
    "SVK SWE SYR TUR UKR UN UNK USA XKX"
)


@pytest.mark.parametrize("code", USED.split())
def test_every_code_the_records_use_has_a_name(code):
    assert geodata.country_names()[code]


def test_names_are_short_and_english():
    names = geodata.country_names()
    assert (names["TUR"], names["NLD"], names["UNK"]) == ("Turkey", "Netherlands", "unattributed")


@pytest.mark.parametrize("layer", geodata.display_files())
def test_every_layer_file_exists(layer):
    assert geodata.display_files()[layer].is_file()


@pytest.mark.parametrize("name", geodata.__all__)
def test_every_public_name_can_be_had_and_is_documented(name):
    assert getattr(geodata, name).__doc__
    assert name in dir(geodata)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = geodata.nonsense


def test_importing_geodata_loads_no_geometry_library():
    code = (
        "import sys, geodata; geodata.display_files(); geodata.country_names(); geodata.memberships();"
        "print([m for m in ('numpy', 'shapely', 'pandas', 'geopandas', 'pyproj', 'pyarrow') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_locating_does_not_load_geopandas():
    code = "import sys, geodata; geodata.locate(25, 59); print('geopandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
