"""The README tells the truth about files and functions."""

import json
import re

import pytest

import geodata
from geodata.build import sources
from geodata.files import DERIVED

README = (DERIVED.parent / "README.md").read_text(encoding="utf-8")
FILES = json.loads((DERIVED / "manifest.json").read_text(encoding="utf-8"))["files"]


@pytest.mark.parametrize("name", FILES)
def test_every_file_stands_there_with_its_size(name):
    sizes = " | ".join(f"{FILES[name][key] / 1000:,.0f}" for key in ("bytes", "gzip_bytes"))
    assert f"| {name} | {sizes} |" in README


@pytest.mark.parametrize(
    "name", [name for name in geodata.__all__ if name.islower() and name not in {"members", "memberships"}]
)
def test_every_function_that_answers_for_a_point_is_named(name):
    assert name in README or name in {"display_files", "country_names"}


@pytest.mark.parametrize(
    "source", [s for s in vars(sources).values() if hasattr(s, "licence") and not isinstance(s, type)]
)
def test_every_source_stands_there_with_its_version(source):
    name = getattr(source, "name", None) or source.distribution
    assert re.search(rf"`{re.escape(name)}` \| {re.escape(source.version)}", README)


def test_the_examples_give_what_they_say():
    assert geodata.locate(26.3583, 59.8175) == ("EST", False)
    assert geodata.distance_to_border_km(26.3583, 59.8175) == pytest.approx(11.8, abs=0.1)
    low, high, of = geodata.depth_range_km(26.3583, 59.8175, 15_000)
    assert (round(low, 1), round(high, 1), of) == (-3.1, 21.8, "EST")
    assert round(geodata.airspaces_within(26.3583, 59.8175, 15_000)["EST"], 2) == 0.89
    assert geodata.nearest_place(26.3583, 59.8175).name == "Rakvere"
    assert geodata.sea_name(26.3583, 59.8175) == "Gulf of Finland"
