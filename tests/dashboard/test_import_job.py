"""An import beside the page: it tells how far it is, can be ended, and always comes to an end."""

import tomllib

import pytest

from dashboard import import_job
from dashboard.import_job import LIMITS, ImportJob
from incidents.imports import template
from tests.incidents.hostile_files import FILES, good, table
from tests.server import ROOT

LONGEST_S = 60


def run(content, name="mine.csv", **options):
    """Run an import to its end."""
    job = ImportJob(content, name, options)
    job.begin()
    assert job.wait(LONGEST_S)
    return job


def test_a_file_is_read():
    """Header, first rows, facts and outcome are there."""
    job = run(table(*good(12)).encode())
    assert job.imported.report.accepted == 12
    assert (job.given, len(job.first), job.header[:2]) == (12, 5, ("event_id", "category"))
    assert job.facts["delimiter"] == "comma"
    assert (job.done, job.trouble, job.ended) == (1.0, "", False)


@pytest.mark.parametrize(
    "name", ["empty.csv", "wrong-columns.csv", "bomb.xlsx", "laughs.kml", "letter.pdf", "cut.parquet"]
)
def test_trouble_is_told(name):
    """A file that cannot be read leaves words and problems, no exception."""
    content, expected = FILES[name]
    job = run(content, name)
    assert job.imported is None
    assert expected in job.trouble + "".join(map(str, job.problems))
    assert not job.ended


def test_options_that_cannot_be_are_told():
    """So does an option that the file does not fit."""
    job = run(template(), mapping={"nope": "start"})
    assert "there is no column" in job.trouble


def test_what_was_seen_outlives_trouble():
    """A file whose columns do not suffice shows its header, so that the columns can be named."""
    job = run(FILES["wrong-columns.csv"][0])
    assert job.header == ("a", "b", "c")


def test_it_can_be_ended(monkeypatch):
    """Ended in the middle it stops at once, without an outcome; its turn goes to the next."""
    job = ImportJob(table(*good(3)).encode(), "mine.csv", {})
    see = job._see

    def end_while_seeing(raw):
        see(raw)
        job.end()

    monkeypatch.setattr(job, "_see", end_while_seeing)
    job.begin()
    assert job.wait(LONGEST_S)
    assert job.ended
    assert job.done < 1
    assert job._content == b""
    for _ in range(import_job.AT_ONCE + 1):
        assert run(template()).imported is not None


def test_others_wait_and_can_be_ended_while_they_wait():
    """No more than a few imports run at once; one that waits says so."""
    for _ in range(import_job.AT_ONCE):
        assert import_job._turns.acquire(timeout=LONGEST_S)
    try:
        job = ImportJob(template(), "mine.csv", {})
        job.begin()
        assert not job.wait(0.3)
        assert job.waiting
        job.end()
        assert job.wait(LONGEST_S)
        assert job.ended
    finally:
        for _ in range(import_job.AT_ONCE):
            import_job._turns.release()


def test_a_fault_of_ours_is_told(monkeypatch, caplog):
    """The page never waits for an import that has broken."""

    def broken(*_args, **_options):
        raise KeyError("x")

    monkeypatch.setattr(import_job, "read_any", broken)
    job = run(template())
    assert "the server's log says more" in job.trouble
    assert "KeyError" in caplog.text


def test_the_limits_agree():
    """What Streamlit lets through is what an import takes."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["maxUploadSize"] << 20 == LIMITS.bytes
    assert LIMITS.bytes < 201_000_000
