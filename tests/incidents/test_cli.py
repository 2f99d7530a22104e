"""The command line: 0 done, 1 the data is at fault, 2 the call is at fault, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from incidents.cli import main
from incidents.describe import columns_text, descriptor_text
from incidents.export import FORMATS, export_csv

ROOT = Path(__file__).resolve().parents[2]
CALLS_AT_FAULT = [
    ("", "COMMAND"),
    ("frob", "invalid choice"),
    ("check /nowhere/at/all", "there is no such folder"),
    ("check a b", "unrecognized"),
    ("summary --country ESX", "did you mean"),
    ("summary --period 2025-02-30", "write a day as"),
    ("summary --format xml", "invalid choice"),
    ("export --format csv", "-o"),
    ("export -o x.csv", "--format"),
    ("export --format xls -o x.xls", "invalid choice"),
    ("export --format csv -o /nowhere/at/all/x.csv", "cannot be written"),
    ("export --format csv -o {folder}", "cannot be written"),
    ("export --format csv -o {folder}/events.csv", "is a file of the package"),
    ("summary --coun EST", "unrecognized"),
]


@pytest.fixture(autouse=True)
def small_data(monkeypatch, folder):
    """Every command reads the small package."""
    monkeypatch.setenv("AIRSPACE_DATA", str(folder.path))


def process(*words, **options):
    """Run the command line as a process."""
    command = [sys.executable, "-W", "error", "-m", "incidents", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60, **options)


def test_check_of_good_data(capsys):
    """Counts of all tables, no problem, status 0."""
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    assert "4 events, 3 sources, 3 claims, 2 relations, 2 updates, 1 flows, 1 watchlist, 1 assessments" in out
    assert out.endswith("0 problems\n")


def test_check_of_a_package_by_path(capsys, folder):
    """The path given comes before AIRSPACE_DATA."""
    assert main(["check", str(ROOT / "seeds")]) == 0
    assert "385 events" in capsys.readouterr().out


def test_check_lists_each_problem_in_one_line(capsys, folder):
    """File, row, column, value and way out; a count at the end; status 1."""
    folder.edit("events.csv", 3, start="10.09.2025", country="LT").edit("claims.csv", 4, stance="a\nb")
    assert main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(
        'events.csv, row 3, column start: "10.09.2025" is not an ISO 8601 date or UTC time; write 2025-09-10'
    )
    assert lines[1].startswith(
        'events.csv, row 3, column country: "LT" is not an ISO 3166-1 alpha-3 code; did you mean'
    )
    assert any(line.startswith('claims.csv, row 4, column stance: "a\\nb" is not a word of stance') for line in lines)
    assert lines[-1] == f"{len(lines) - 1} problems"


def test_check_shows_warnings_and_goes_on(capsys, folder):
    """Warnings do not make the data faulty."""
    folder.edit("events.csv", 3, start="2090-01-01")
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("0 problems, 1 warning\n")


@pytest.mark.parametrize(("words", "hint"), CALLS_AT_FAULT)
def test_a_call_at_fault_ends_with_one_line(capsys, folder, words, hint):
    """Status 2, one line on standard error, nothing on standard output, nothing written."""
    before = sorted(folder.path.rglob("*"))
    assert main(words.format(folder=folder.path).split()) == 2
    out, err = capsys.readouterr()
    assert hint in err
    assert err.count("\n") == 1
    assert out == ""
    assert sorted(folder.path.rglob("*")) == before


@pytest.mark.parametrize("words", ["summary", "export --format json -o {out}"])
def test_faulty_data_stops_a_command(capsys, folder, tmp_path, words):
    """Status 1, the problems on standard error, no output."""
    folder.edit("events.csv", 3, latitude="91")
    assert main(words.format(out=tmp_path / "out.json").split()) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "events.csv, row 3, column latitude" in err
    assert err.rstrip().splitlines()[-1].endswith("problems")
    assert not (tmp_path / "out.json").exists()


def test_summary_in_words(capsys):
    """N of N and the filter first; categories stand apart."""
    assert main(["summary", "--country", "POL", "LTU"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("3 of 4 recorded events: LTU or POL\n")
    assert "Incident                                  2\n" in out
    assert "Statement                                 1\n" in out


def test_summary_as_json(capsysbinary):
    """The counts of `summarise` with the metadata of an export."""
    assert main(["summary", "--format", "json", "--type", "drone_incursion"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert (found["n"], found["N"], found["type"]) == (1, 4, {"drone_incursion": 1})
    assert found["filter"]["words"] == "Drone incursion"


def test_summary_of_nothing(capsys):
    """A filter that lets nothing through is no error."""
    assert main(["summary", "--country", "FIN"]) == 0
    assert capsys.readouterr().out.startswith("0 of 4 recorded events: FIN\n")


@pytest.mark.parametrize("name", FORMATS)
def test_export_writes_a_whole_file(folder, tmp_path, name):
    """The bytes of the writer; an older file is replaced; nothing else is left in the folder."""
    target = tmp_path / "out"
    target.write_text("old")
    assert main(["export", "--format", name, "-o", str(target)]) == 0
    assert target.read_bytes() == FORMATS[name](folder.read())
    beside = ["out-metadata.json"] if name == "csv" else []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", *beside, "package"]


def test_a_csv_has_its_description_beside_it(folder, tmp_path):
    """Filter, period, version and licence, at the name where CSVW looks for it; an option leaves it away."""
    call = ["export", "--format", "csv", "--country", "EST", "--period", "2025-09-01", "2025-09-30"]
    assert main([*call, "-o", str(tmp_path / "my drones.csv")]) == 0
    found = json.loads((tmp_path / "my drones.csv-metadata.json").read_text(encoding="utf-8"))
    assert found["url"] == "my%20drones.csv"
    (about,) = found["notes"]
    assert about["filter"]["params"] == [["period", "2025-09-01"], ["period", "2025-09-30"], ["country", "EST"]]
    assert (about["version"], about["period"]["first"]) == (folder.read().version, "2025-09-01")
    assert main([*call, "--no-description", "-o", str(tmp_path / "bare.csv")]) == 0
    assert not (tmp_path / "bare.csv-metadata.json").exists()


def test_export_to_standard_output(capsysbinary, folder):
    """`-o -` writes the bytes and nothing else."""
    assert main(["export", "--format", "csv", "-o", "-"]) == 0
    assert capsysbinary.readouterr().out == export_csv(folder.read())


def test_describe_writes_descriptor_and_columns(capsysbinary, tmp_path):
    """datapackage.json by default, the list of columns as Markdown."""
    assert main(["describe", "-o", str(tmp_path / "d.json")]) == 0
    assert (tmp_path / "d.json").read_text(encoding="utf-8") == descriptor_text()
    assert main(["describe", "--format", "markdown"]) == 0
    assert capsysbinary.readouterr().out.decode() == columns_text()


def test_a_link_is_followed(tmp_path):
    """The file behind a link is replaced, the link stays."""
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert main(["export", "--format", "csv", "-o", str(tmp_path / "link.csv")]) == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes().startswith(b"event_id")


def test_a_device_is_not_replaced():
    """/dev/null stays a device."""
    assert main(["export", "--format", "csv", "-o", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


def test_a_failed_write_leaves_nothing(monkeypatch, tmp_path):
    """When the disk is full the old file stays as it was."""
    target = tmp_path / "out"
    target.write_text("old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert main(["export", "--format", "csv", "-o", str(target)]) == 2
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "package"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["check"], 0),
        (["check", "/nowhere"], 2),
        (["summary", "--country", "XYZ"], 2),
        (["check", "\udcff"], 2),
        (["--help"], 0),
    ],
)
def test_as_a_process(words, status):
    """The exit status reaches the shell and no traceback is printed."""
    done = process(*words)
    assert done.returncode == status
    assert b"Traceback" not in done.stdout + done.stderr


def test_as_a_process_with_faulty_data(folder):
    """Status 1, each problem and a count, also where the terminal knows ASCII only."""
    folder.edit("events.csv", 2, status="Łódź")
    done = process("check", env=os.environ | {"PYTHONIOENCODING": "ascii", "AIRSPACE_DATA": str(folder.path)})
    assert done.returncode == 1
    assert done.stdout.rstrip().endswith(b"problems")
    assert done.stderr == b""


def test_a_reader_that_goes_away_is_no_error():
    """`… | head` neither hangs nor prints a traceback."""
    with subprocess.Popen(
        [sys.executable, "-m", "incidents", "export", "--format", "json", "-o", "-"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "AIRSPACE_DATA"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0
