"""Killed while writing, no room left, a package that changes under a running server: one of each; the checks are shown to fail."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from tests.trust import jumps
from tests.trust.faults import COMMANDS, KILLS, _whole, full, given, killed
from tests.trust.room import Room


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What the commands read."""
    return given(tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("name", ["export", "import"])
def test_killed_while_writing(folder, name):
    """Whole or absent."""
    assert killed(name, folder, 2) == []


@pytest.mark.parametrize("name", ["export", "export as CSV", "import"])
def test_a_full_disk_is_one_clear_line(folder, name):
    """No traceback, nothing left behind."""
    assert full(name, folder) == []


def test_the_clock_of_a_server_jumps(tmp_path, monkeypatch):
    """A view stays what it is, and a changed package is taken; the clock of the server is off indeed."""
    monkeypatch.setattr(jumps, "JUMPS_S", (3 * jumps.DAY_S, -3 * jumps.DAY_S))
    with Room(tmp_path) as room:
        assert jumps.jumped(room) == []
    (tmp_path / "clock" / "shift").write_text(str(-20 * 365 * jumps.DAY_S))
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "clock"), "CLOCK": str(tmp_path / "clock" / "shift")}
    command = [sys.executable, "-c", "import time; print(time.gmtime(time.time()).tm_year)"]
    year = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert int(year) < datetime.now(UTC).year - 15


def test_the_check_can_fail():
    """A file that was cut is not whole, an archive without its end neither."""
    assert set(COMMANDS) == set(KILLS)
    assert sum(KILLS.values()) >= 100
    assert not _whole("x", b"hal", {"x": b"half"})
    assert not _whole("x", b"PK\x03\x04 and no more than that, cut", {"x": b"PK"})
    assert _whole("x", b"half", {"x": b"half"})
