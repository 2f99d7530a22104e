"""The parts are found by themselves; one that breaks off is printed with its reason, keeps what it had, and does not stop the others."""

import sys
from types import SimpleNamespace

import pytest

from tests.benchmarks.figure import Figure
from tests.trust import document, one, plan
from tests.trust.__main__ import main
from tests.trust.document import TRUST, blocks, written
from tests.trust.one import measured
from tests.trust.plan import ALONE, LANES, LONGEST_MIN, Part, longest_min, parts, run_all
from tests.trust.result import Result, read, table

BROKEN = """
def measure(room):
    from tests.benchmarks.figure import Figure
    yield Figure("first", 1, "x", 1)
    {}
"""


def test_each_part_is_found():
    """Every module with a function `measure` is a part, and helpers are not; each has a lane."""
    assert "headers" in parts()
    assert "room" not in parts()
    assert {part.lane for part in parts().values()} == {*LANES, ALONE}


def test_the_parts_fit_into_the_time():
    """Were each part to use up its time, all of them end within half an hour."""
    assert longest_min(parts().values()) < LONGEST_MIN


def test_a_part_gets_a_room_and_its_figures_are_kept(tmp_path):
    """The folder is there while it measures."""
    part = SimpleNamespace(measure=lambda room: [Figure("n", len(list(room.folder.iterdir())), "", 0)])
    result = measured("x", part, tmp_path)
    assert result.figures == (Figure("n", 0, "", 0),)
    assert read(tmp_path, "x") == result
    assert result.reached


def test_a_part_that_breaks_off_is_not_reached(capsys, tmp_path):
    """Its error is on standard error; what it had is kept; the table says why."""

    def broken(_room):
        yield Figure("first", 1, "x", 1)
        raise RuntimeError("no such | thing")

    measured("x", SimpleNamespace(measure=broken), tmp_path)
    found = read(tmp_path, "x")
    assert not found.reached
    assert [figure.name for figure in found.figures] == ["first"]
    assert "| x | failed: RuntimeError: no such \\| thing |  |  | NOT REACHED |" in table([found])
    assert "no such | thing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        ("raise RuntimeError('no luck')", "RuntimeError: no luck"),
        ("import time; time.sleep(60)", "OverdueError: not finished in the time that it may take"),
        ("import os; os._exit(7)", "its process ended with status 7"),
    ],
)
def test_others_are_measured_all_the_same(monkeypatch, tmp_path, ending, reason):
    """An exception, a part without an end, a process that dies: what was measured is kept, and the next part has its turn."""
    for name, code in (("bad", BROKEN.format(ending)), ("good", BROKEN.format(""))):
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
    start = f"import sys, tests.trust; tests.trust.__path__.append({str(tmp_path)!r}); sys.argv[0] = 'one'; from tests.trust.one import main; sys.exit(main(*sys.argv[1:]))"
    popen = plan.subprocess.Popen
    monkeypatch.setattr(
        plan.subprocess, "Popen", lambda command, **more: popen([sys.executable, "-c", start, *command[3:]], **more)
    )
    budget = 10 if "sleep" in ending else 60
    results = run_all([Part("bad", ALONE, budget), Part("good", ALONE, 60)], tmp_path / "kept")
    assert [(result.part, result.failed) for result in results] == [("bad", reason), ("good", "")]
    assert all(result.figures for result in results)


def test_the_end_of_the_time_is_said_again(monkeypatch):
    """Raised where Python lets nothing through, such as in a finaliser, it comes once more."""
    armed = []
    monkeypatch.setattr(one.signal, "alarm", armed.append)
    one._unraisable(SimpleNamespace(exc_value=one.OverdueError("late")))
    assert armed == [1]


def test_a_strange_part_is_named(capsys):
    """The call is at fault, with the parts that there are."""
    with pytest.raises(SystemExit) as end:
        main(["nonsense"])
    assert end.value.code == 2
    assert "nonsense: no such part; there are" in capsys.readouterr().err


def test_the_document_has_a_place_for_each_part():
    """And for nothing else but the whole."""
    assert sorted(blocks(TRUST.read_text(encoding="utf-8"))) == sorted([*parts(), "whole"])


def test_tables_are_written_from_what_was_measured(monkeypatch, tmp_path, capsys):
    """`--kept --write` puts the figures that were kept into the document, and leaves the others as they are."""
    text = "a\n<!-- measured: headers -->\nold\n<!-- end -->\nb\n<!-- measured: load -->\nkept\n<!-- end -->\n"
    (tmp_path / "TRUST.md").write_text(text, encoding="utf-8")
    result = Result(
        "headers", (Figure("answers", 12, "answers", 10),), "broke", 3.2, "2026-01-02T03:04:05", "a machine"
    )
    result.write(tmp_path)
    monkeypatch.setattr("tests.trust.__main__.KEPT", tmp_path)
    monkeypatch.setattr(document, "TRUST", tmp_path / "TRUST.md")
    assert main(["headers", "--kept", "--write"]) == 0
    new = (tmp_path / "TRUST.md").read_text(encoding="utf-8")
    assert "| answers | 12 answers | ≤ 10 answers | NOT REACHED |" in new
    assert "2026-01-02, 3 s, a machine" in new
    assert "failed: broke" in new
    assert "old" not in new
    assert new.endswith("b\n<!-- measured: load -->\nkept\n<!-- end -->\n")
    assert "NOT REACHED" in capsys.readouterr().out


def test_a_part_without_a_place_is_an_error():
    """Figures are never lost in silence."""
    with pytest.raises(ValueError, match="no place for load"):
        written("nothing", [Result("load")])
