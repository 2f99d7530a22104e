"""Killed while writing, no room left, a package that changes under a running server: one of each; the checks are shown to fail."""

import pytest

from tests.trust.faults import COMMANDS, KILLS, _whole, full, given, killed


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


def test_the_check_can_fail():
    """A file that was cut is not whole, an archive without its end neither."""
    assert set(COMMANDS) == set(KILLS)
    assert sum(KILLS.values()) >= 100
    assert not _whole("x", b"hal", {"x": b"half"})
    assert not _whole("x", b"PK\x03\x04 and no more than that, cut", {"x": b"PK"})
    assert _whole("x", b"half", {"x": b"half"})
