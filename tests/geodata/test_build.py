"""Fetching, the command line, and what they say when something is wrong."""

import base64
import hashlib
import io
import json
import re
import subprocess
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from geodata import CallError, DataError
from geodata.__main__ import main
from geodata.build import compare, names, recipe, sources
from geodata.build.fetch import fetch, read_json
from geodata.build.write import write_csv, write_json, write_manifest

PINNED = [value for value in vars(sources).values() if isinstance(value, sources.NpmPackage)]
ROOM = Path(recipe.__file__).resolve().parents[1]


def tarball(folder: Path, value: object) -> sources.NpmPackage:
    path = folder / "made-up-1.0.0.tgz"
    data = json.dumps(value).encode()
    with tarfile.open(path, "w:gz") as tar:
        info = tarfile.TarInfo("package/data.json")
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
    digest = base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    return sources.NpmPackage("made-up", "1.0.0", digest, "none")


def test_a_cached_package_with_the_pinned_hash_is_read_without_npm(tmp_path, monkeypatch):
    package = tarball(tmp_path, {"a": 1})
    monkeypatch.setenv("PATH", "")
    assert read_json(fetch(package, cache=tmp_path), "data.json") == {"a": 1}


def test_a_package_with_another_hash_is_refused(tmp_path):
    package = replace(tarball(tmp_path, {}), integrity="x" * 88)
    with pytest.raises(DataError, match=r"made-up-1\.0\.0\.tgz: sha512 is .*pinned is xxxx.*delete the file"):
        fetch(package, cache=tmp_path)


def test_a_missing_member_is_named(tmp_path):
    path = fetch(tarball(tmp_path, {}), cache=tmp_path)
    with pytest.raises(DataError, match=r"no file 'nothing\.json' inside"):
        read_json(path, "nothing.json")


def test_a_machine_without_npm_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CallError, match="npm is not on PATH; install"):
        fetch(PINNED[0], cache=tmp_path)


def test_a_failed_fetch_is_one_line(tmp_path, monkeypatch):
    def fail(*args, **kwargs):
        raise subprocess.CalledProcessError(1, "npm", stderr="npm error code ENOTFOUND\nnpm error more\n")

    monkeypatch.setattr("geodata.build.fetch.shutil.which", lambda _: "npm")
    monkeypatch.setattr("geodata.build.fetch.subprocess.run", fail)
    with pytest.raises(CallError, match=r"npm could not fetch \S+ \(code ENOTFOUND\); check the network"):
        fetch(PINNED[0], cache=tmp_path)


def test_a_python_source_that_is_missing_or_other_is_refused():
    with pytest.raises(CallError, match="nothing-at-all is not installed; pip install nothing-at-all==1"):
        names.installed_file(sources.PythonFile("nothing-at-all", "1", "a", "b", "c"))
    with pytest.raises(DataError, match=r"not the pinned bytes .* pip install shapely==9\.9"):
        names.installed_file(sources.PythonFile("shapely", "9.9", "shapely/__init__.py", "b", "c"))


def test_every_source_is_pinned_by_version_and_hash():
    assert len(PINNED) == 2
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", package.version) for package in PINNED)
    assert all(len(base64.b64decode(package.integrity)) == 64 for package in PINNED)
    files = [value for value in vars(sources).values() if isinstance(value, sources.PythonFile)]
    assert all(len(file.sha256) == 64 for file in files)


@pytest.mark.parametrize(("error", "code"), [(CallError("no npm"), 2), (DataError("bad bytes"), 1)])
@pytest.mark.parametrize("words", [["build"], ["build", "--check"]])
def test_faults_end_in_one_line_and_the_right_exit_code(words, error, code, monkeypatch, capsys):
    def fail(folder):
        raise error

    monkeypatch.setattr(recipe, "build", fail)
    assert main(words) == code
    assert capsys.readouterr().err == f"geodata build: {error}\n"


@pytest.mark.parametrize("words", [[], ["bild"], ["build", "--chek"]])
def test_a_wrong_call_ends_with_two(words):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2


def make(folder: Path) -> None:
    write_csv(folder / "names.csv", ["iso3", "name"], [("EST", "Estonia"), ("XKX", "Kosovo, so written")])
    write_json(folder / "seas.json", {"seas": ["Øresund"]})
    write_manifest(folder)


def test_check_names_the_file_that_differs(tmp_path, monkeypatch, capsys):
    make(tmp_path)
    monkeypatch.setattr(recipe, "build", make)
    monkeypatch.setattr("geodata.__main__.DERIVED", tmp_path)
    assert main(["build", "--check"]) == 0
    (tmp_path / "seas.json").write_text("{}")
    assert main(["build", "--check"]) == 1
    assert capsys.readouterr().err.startswith("seas.json: differs from what the recipe makes")


def test_build_puts_whole_files_in_place(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(recipe, "build", make)
    monkeypatch.setattr("geodata.__main__.DERIVED", tmp_path / "derived")
    assert main(["build"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["derived"]
    assert "names.csv: " in capsys.readouterr().out


def test_comparing_tells_missing_from_superfluous_and_other_versions(tmp_path):
    fresh, kept = tmp_path / "fresh", tmp_path / "kept"
    for folder in (fresh, kept):
        folder.mkdir()
        make(folder)
    assert compare.differences(fresh, kept) == []
    (fresh / "new.json").write_text("{}")
    (kept / "old.json").write_text("{}")
    (kept / "manifest.json").write_text(json.dumps({"made_with": {"shapely": "1.0"}}))
    found = compare.differences(fresh, kept)
    assert [line.split(":")[0] for line in found[:3]] == ["manifest.json", "new.json", "old.json"]
    assert "shapely 1.0 there" in found[3]


def test_writing_twice_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        make(tmp_path / name)
    assert compare.differences(tmp_path / "a", tmp_path / "b") == []


def test_no_module_is_longer_than_two_hundred_lines():
    assert all(len(path.read_text(encoding="utf-8").splitlines()) <= 200 for path in ROOM.rglob("*.py"))
