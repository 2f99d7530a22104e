"""The parts are found by themselves, and a part that breaks off is printed as not reached."""

from types import SimpleNamespace

import pytest

from tests.benchmarks.figure import Figure, table
from tests.trust.__main__ import main, measured, parts


def test_each_part_is_found():
    """Every module with a function `measure` is a part, and helpers are not."""
    assert "headers" in parts()
    assert "room" not in parts()


def test_a_part_gets_a_room_and_its_figures_are_kept():
    """The folder is there while it measures."""
    figures = measured(
        "x", SimpleNamespace(measure=lambda room: [Figure("n", len(list(room.folder.iterdir())), "", 0)])
    )
    assert figures == [Figure("n", 0, "", 0)]


def test_a_part_that_breaks_off_is_not_reached(capsys):
    """Its error is on standard error; the table says NOT REACHED."""

    def broken(_room):
        raise RuntimeError("no such thing")

    figures = measured("x", SimpleNamespace(measure=broken))
    assert "NOT REACHED" in table(figures)
    assert "no such thing" in capsys.readouterr().err


def test_a_strange_part_is_named(capsys):
    """The call is at fault, with the parts that there are."""
    with pytest.raises(SystemExit) as end:
        main(["nonsense"])
    assert end.value.code == 2
    assert "nonsense: no such part; there are" in capsys.readouterr().err
