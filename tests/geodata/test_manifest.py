"""The committed files are those the last build wrote."""

import json

import pytest

from geodata.build.write import MANIFEST, describe
from geodata.files import DERIVED

FILES = json.loads((DERIVED / MANIFEST).read_text(encoding="utf-8"))["files"]


@pytest.mark.parametrize("name", FILES)
def test_a_committed_file_has_the_recorded_hash(name):
    assert describe(DERIVED / name) == FILES[name]


def test_no_other_file_is_committed():
    assert {path.name for path in DERIVED.iterdir()} == {*FILES, MANIFEST}


def test_a_changed_byte_would_be_seen(tmp_path):
    copy = tmp_path / "names.csv"
    copy.write_bytes((DERIVED / "names.csv").read_bytes() + b" ")
    assert describe(copy) != FILES["names.csv"]
