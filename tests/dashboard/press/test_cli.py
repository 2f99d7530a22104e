"""`python -m dashboard`: exit codes, one line for each fault, no half files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.press.cli import main
from incidents.read_package import VARIABLE

ROOT = Path(__file__).parents[3]
SOCIAL = ["image", "--preset", "social"]


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command and return status, standard output and error."""
    monkeypatch.delenv("AIRSPACE_URL", raising=False)

    def call(*words, data=None):
        if data is not None:
            monkeypatch.setenv(VARIABLE, str(data))
        status = main([str(word) for word in words])
        return status, *capsys.readouterr()

    return call


@pytest.mark.parametrize(("ending", "magic"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_image(run, tmp_path, ending, magic):
    """A picture is written in the format of its ending."""
    path = tmp_path / f"map.{ending}"
    assert run(*SOCIAL, "--country", "EST", "--period", "2025-09-01", "2025-09-30", "-o", path) == (0, "", "")
    assert path.read_bytes().startswith(magic)


def test_image_of_an_event_with_caption(run, tmp_path):
    """A card prints caption and alternative text on request."""
    status, out, err = run(*SOCIAL, "--event", "2025-09-19-ee-mig31-vaindloo", "--caption", "-o", tmp_path / "card.png")
    assert (status, err) == (0, "")
    assert "denied by Russia" in out
    assert "Alternative text: Highlighted" in out


def test_an_empty_result(run, tmp_path):
    """An empty result is a picture and a page that say so, status 0, a warning."""
    for words in (SOCIAL, ["page"]):
        path = tmp_path / ("none.png" if words is SOCIAL else "none.html")
        status, _, err = run(*words, "--q", "zzzz", "-o", path)
        assert status == 0
        assert "warning: no recorded event matches the filter" in err
        assert path.stat().st_size > 10_000


FAULTS = [
    ([*SOCIAL, "-o", "map.gif"], "ends in .gif"),
    ([*SOCIAL, "-o", "map"], "has no ending"),
    (["image", "--preset", "poster", "-o", "map.png"], "invalid choice: 'poster'"),
    ([*SOCIAL, "--theme", "sepia", "-o", "map.png"], "invalid choice: 'sepia'"),
    (["image", "-o", "map.png"], "--preset"),
    ([*SOCIAL, "--country", "Estonia", "-o", "map.png"], "--country"),
    ([*SOCIAL, "--period", "2025-13-01", "-o", "map.png"], "--period"),
    ([*SOCIAL, "--title", "x" * 500, "-o", "map.png"], "at most 160"),
    ([*SOCIAL, "--event", "no-such", "-o", "map.png"], "there is no no-such"),
    ([*SOCIAL, "--event", "../../etc", "-o", "map.png"], "there is no ../../etc"),
    ([*SOCIAL, "--qr", "-o", "map.png"], "qr: a QR code needs the address"),
    ([*SOCIAL, "--url", "ftp://x", "-o", "map.png"], "is not the address"),
    ([*SOCIAL, "-o", "no/such/folder/map.png"], "cannot be written"),
    (["page", "--country", "EST", "-o", "no/such/folder/map.html"], "cannot be written"),
    (["page", "--title", "x" * 161, "-o", "map.html"], "at most 160"),
    (["site", "-o", "."], "holds other files"),
    (["film", "-o", "x"], "invalid choice"),
    ([], "COMMAND"),
]


@pytest.mark.parametrize(("words", "said"), FAULTS)
def test_faults_of_the_call(run, tmp_path, monkeypatch, words, said):
    """A fault of the call is one line that names it, status 2, and no file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("mine")
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_data_is_not_overwritten(run, seed_copy):
    """A picture cannot take the place of a table that it is made from."""
    before = (seed_copy.path / "events.csv").read_bytes()
    (seed_copy.path / "map.png").write_bytes(b"mine")
    status, _, err = run(*SOCIAL, "-o", seed_copy.path / "map.png", data=seed_copy.path)
    assert status == 2
    assert "is a file of the package" in err
    assert (seed_copy.path / "events.csv").read_bytes() == before


def test_faults_of_the_data(run, seed_copy, tmp_path):
    """Bad data ends with status 1 and names the cell; a missing folder is a fault of the call."""
    seed_copy.edit("events", 2, longitude="east")
    status, _, err = run(*SOCIAL, "-o", tmp_path / "map.png", data=seed_copy.path)
    assert status == 1
    assert "events.csv, row 2, column longitude" in err
    assert run(*SOCIAL, "-o", tmp_path / "map.png", data=tmp_path / "none")[0] == 2
    assert not (tmp_path / "map.png").exists()


def test_in_a_process_of_its_own(tmp_path, hostile_folder, monkeypatch):
    """`python -m dashboard site` works as a program."""
    monkeypatch.setenv(VARIABLE, str(hostile_folder))
    command = [sys.executable, "-m", "dashboard", "site", "-o", str(tmp_path / "site"), "--url", "https://example.org"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "files written" in done.stdout
