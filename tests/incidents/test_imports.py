"""The package stands on pandas alone."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = [
    "streamlit",
    "folium",
    "xlsxwriter",
    "python_calamine",
    "defusedxml",
    "pyarrow.parquet",
    "geopandas",
    "pandera",
    "matplotlib",
    "scipy",
    "altair",
    "shapely",
    "dashboard",
]


def loaded(statement):
    """Return the modules that a statement loads in a fresh interpreter."""
    code = f"import sys; {statement}; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def modules():
    return loaded("import incidents.cli")


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_modules_are_not_loaded(modules, name):
    """Neither the library nor its command line loads them."""
    assert name not in modules


def test_this_check_can_fail():
    """A module that is loaded is seen."""
    assert "matplotlib" not in loaded("import incidents")
    assert "json" in loaded("import json")


@pytest.mark.parametrize("path", sorted((ROOT / "incidents").rglob("*.py")), ids=lambda path: path.name)
def test_modules_are_small(path):
    """Under 200 lines; tables.py and vocabulary.py are declarations and may be longer."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (300 if path.name in ("tables.py", "vocabulary.py") else 200)
