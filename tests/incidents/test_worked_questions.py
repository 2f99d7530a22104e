"""Two questions of an analyst, answered in Python, by the command line, by the address and by an export, with the same numbers."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date

import pytest

from incidents import Filter, count_range, facet_counts, filter_events, summarise
from incidents.cli import main
from incidents.export import export_csv
from incidents.read_package import SEEDS, VARIABLE

DRONES = "--country POL ROU --type drone_incursion --status confirmed"
NOVEMBER = "--category incident --period 2025-11-01 2025-11-15"


@dataclass(frozen=True)
class Question:
    """A question as a filter and as words of the command line, with its answer."""

    filter: Filter
    words: str
    least: int
    most: int


def drones(year):
    """Return the filter of the first question for one year."""
    period = (date(year, 9, 1), date(year, 12, 31))
    return Filter(period=period, country=("POL", "ROU"), type=("drone_incursion",), status=("confirmed",))


# How many drone incursions into Polish and Romanian airspace, September to December, confirmed only, against the same months a year before?
# How many incidents in the first half of November 2025, when some are known to the month only?
QUESTIONS = {
    "drones 2025": Question(drones(2025), f"--period 2025-09-01 2025-12-31 {DRONES}", 2, 2),
    "drones 2024": Question(drones(2024), f"--period 2024-09-01 2024-12-31 {DRONES}", 4, 4),
    "november": Question(Filter(period=(date(2025, 11, 1), date(2025, 11, 15)), category=("incident",)), NOVEMBER, 9, 11),
}  # fmt: skip


@pytest.fixture(params=QUESTIONS)
def question(request):
    """Each question."""
    return QUESTIONS[request.param]


@pytest.fixture(autouse=True)
def real_data(monkeypatch):
    """The command line reads the seeds."""
    monkeypatch.setenv(VARIABLE, str(SEEDS))


def test_in_python(seeds, question):
    """The rows, and the least and greatest number."""
    assert len(filter_events(seeds, question.filter)) == question.most
    assert count_range(seeds, question.filter) == (question.least, question.most)


def test_by_the_command_line(capsysbinary, question):
    """`summary` says both numbers, in words and as JSON."""
    assert main(["summary", "--format", "json", *question.words.split()]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert (found["n_certain"], found["n"], found["N"]) == (question.least, question.most, 385)
    assert main(["summary", *question.words.split()]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert out.startswith(f"{question.most} of 385 recorded events: ")
    assert (f"{question.least} to {question.most} lie in the period" in out) is (question.least != question.most)


def test_by_the_address(question):
    """The same words in an address are the same filter."""
    params = {}
    for name, value in question.filter.to_params():
        params.setdefault(name, []).append(value)
    assert Filter.from_params(params) == (question.filter, ())
    assert all(f"--{name}" in question.words for name in params)


def test_by_export(seeds, question, tmp_path):
    """The exported rows are as many, in Python and by the command line."""
    content = export_csv(seeds, filter=question.filter)
    assert len(list(csv.DictReader(io.StringIO(content.decode(), newline="")))) == question.most
    assert main(["export", *question.words.split(), "--format", "csv", "-o", str(tmp_path / "x.csv")]) == 0
    assert (tmp_path / "x.csv").read_bytes() == content


def test_what_confirmed_only_leaves_out(seeds):
    """Two more of 2025 are disputed: Poland's of 9 September is one of them; a year before there is none."""
    assert facet_counts(seeds, drones(2025))["status"] == {"confirmed": 2, "disputed": 2, "reported": 0, "retracted": 0}
    assert facet_counts(seeds, drones(2024))["status"]["disputed"] == 0
    every = filter_events(seeds, drones(2025).without("status"))
    assert "2025-09-09-pl-drone-incursion" in set(every["event_id"])
    assert summarise(every)["country"] == {"ROU": 3, "POL": 1}
