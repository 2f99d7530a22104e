"""Every hostile file is answered in seconds and little memory; every bad row is named with a way out; the counts add up."""

import csv
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from incidents import PackageError
from incidents.imports import Limits, read_any
from tests.incidents.hostile_files import BAD_ROWS, DOUBTFUL_ROWS, FILES, GOOD, NAMES, oversized, table

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 5, 300  # seconds of the processor, so that a busy machine does not decide
PROBE = """
import json, os, resource, sys, time
from incidents import PackageError
from incidents.imports import read_any, template
import defusedxml.ElementTree, geodata, pyarrow.parquet, python_calamine, shapely
from incidents import read_package
read_any(template(), name="warm.csv")
sys.stdout.flush()
def probe(path):
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    try:
        report = read_any(path).report
        assert report.accepted + report.refused == report.given
        answer = "read"
    except PackageError as err:
        answer = str(err)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(json.dumps([path, time.process_time() - start, grown, answer]), flush=True)
for path in sys.argv[1:]:
    # A process for each file: a peak of one does not hide that of the next.
    child = os.fork()
    if not child:
        probe(path)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        print(json.dumps([path, 0, 0, "died"]), flush=True)
"""


def answer(content, name, **options):
    """Return what an import says to a file: all its problems as text, and the report when there is one."""
    try:
        report = read_any(content, name=name, **options).report
    except PackageError as err:
        return str(err), None
    return "\n".join(map(str, report.problems)), report


def test_the_corpus_is_large_enough():
    """At least 40 files and 100 rows."""
    assert len(FILES) + 1 >= 40
    assert len(BAD_ROWS) + len(DOUBTFUL_ROWS) >= 100


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gets_a_clear_answer(name):
    """One line that names the file and says what is wrong and what to do, or a report that adds up; never another exception."""
    content, expected = FILES[name]
    said, report = answer(content, name)
    assert expected in said
    if report is None:
        assert said.startswith(
            name.replace("empty-events.zip", "events.csv").replace("bad-descriptor.zip", "datapackage.json")
        )
        assert "; " in said
        assert said.isprintable()
        assert len(said) < 1000
    else:
        assert report.accepted + report.refused == report.given
        if not expected:
            assert report.refused == 0


def test_each_file_takes_seconds_and_little_memory(tmp_path):
    """In a process of its own: at most 5 s and 300 MB more for each, the file of 201 MB included."""
    for name, (content, _) in FILES.items():
        (tmp_path / name).write_bytes(content)
    paths = [str(tmp_path / name) for name in FILES] + [str(oversized(tmp_path / "201-mb.csv"))]
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *paths], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.stderr == ""
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(paths)
    slow = [
        (Path(path).name, seconds, grown)
        for path, seconds, grown, _ in answers
        if seconds > SECONDS or grown > MEGABYTES
    ]
    assert slow == []
    assert all(said != "died" for *_, said in answers)
    assert max(grown for _, _, grown, _ in answers) > 1, "the peak is not measured"
    assert "has 201 000 000 bytes, the limit is 200 000 000; split" in answers[-1][3]


@pytest.mark.parametrize("changes", BAD_ROWS, ids=lambda changes: "-".join(changes)[:40])
def test_a_bad_row_is_refused_and_named(changes):
    """File, row, column, value and way out; the good rows beside it are kept; accepted + refused = given."""
    rows = [GOOD | {"event_id": "first"}, GOOD | changes, GOOD | {"event_id": "last"}]
    imported = read_any(table(*rows).encode(), name="mine.csv")
    report = imported.report
    assert (report.given, report.accepted, report.refused) == (3, 2, 1)
    errors = [problem for problem in report.problems if problem.severity == "error"]
    assert {problem.row for problem in errors} == {3}
    assert errors[0].file == "mine.csv"
    assert errors[0].column in NAMES
    assert errors[0].way_out
    assert any(problem.value[:50] == changes.get(problem.column, GOOD[problem.column])[:50] for problem in errors)
    assert set(imported.table["event_id"]) == {"first", "last"}


@pytest.mark.parametrize(("changes", "message"), DOUBTFUL_ROWS)
def test_a_doubtful_row_is_kept_and_flagged(changes, message):
    """The value stays as it is; the report says what to look at."""
    imported = read_any(table(GOOD | {"event_id": "first"}, GOOD | changes).encode(), name="mine.csv")
    report = imported.report
    assert (report.given, report.accepted, report.flagged, report.refused) == (2, 2, 1, 0)
    assert any(message in problem.message and problem.row == 3 and problem.way_out for problem in report.problems)
    row = imported.table.set_index("event_id").loc[GOOD["event_id"]]
    for name, value in changes.items():
        assert str(row[name]).removesuffix(".0") == value


def test_a_million_bad_cells_cost_little(monkeypatch):
    """The report lists problems up to the limit and counts the rest."""
    rows = [GOOD | {"event_id": f"r-{n}", "latitude": "x", "status": "y"} for n in range(20_000)]
    start = time.process_time()
    report = read_any(table(*rows).encode(), name="mine.csv", limits=Limits(problems=100)).report
    assert time.process_time() - start < SECONDS
    assert (report.given, report.accepted, report.refused) == (20_000, 0, 20_000)
    assert (len(report.problems), report.more) == (100, 39_900)


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(bytes=100), "the limit is 100"),
        (Limits(rows=2), "more than 2 rows"),
        (Limits(columns=5), "25 columns, the limit is 5"),
        (Limits(row_chars=50), "a line is too long"),
        (Limits(field_chars=10), "a field is too long"),
    ],
)
def test_limits_can_be_set(limits, message):
    """Each limit refuses the file with its name in the way out or message."""
    usual = csv.field_size_limit()
    with pytest.raises(PackageError, match=message):
        read_any(FILES["semicolons.csv"][0], name="mine.csv", limits=limits)
    assert csv.field_size_limit() == usual, "the limit of one import holds for that import"
