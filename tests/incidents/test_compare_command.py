"""`compare` says both counts, rates and the ratio, as text and as JSON."""

import json

import pytest

from incidents.cli import main
from incidents.read_package import SEEDS, VARIABLE

QUESTION = "compare --period 2025-09-01 2025-12-31 --country POL ROU --type drone_incursion --status confirmed"


@pytest.fixture(autouse=True)
def real_data(monkeypatch):
    """The command line reads the seeds."""
    monkeypatch.setenv(VARIABLE, str(SEEDS))


def answer(capsysbinary, words):
    """Return what a call prints as JSON."""
    assert main([*words.split(), "--format", "json"]) == 0
    return json.loads(capsysbinary.readouterr().out)


def test_the_worked_question(capsys):
    """Without a second side it is the same dates a year before: 2 against 4."""
    assert main(QUESTION.split()) == 0
    out = capsys.readouterr().out
    assert "2 events in 122 days, 0.49 per 30 days" in out
    assert "4 events in 122 days, 0.98 per 30 days" in out
    assert "The first rate is 0.50 times the second" in out
    assert "with these counts the two may as well be equal" in out
    assert "Clopper and Pearson 1934" in out
    assert "added together" not in out


def test_the_worked_question_as_json(capsysbinary):
    """The same numbers for programs."""
    found = answer(capsysbinary, QUESTION)
    assert (found["first"]["n"], found["first"]["n_certain"], found["second"]["n"]) == (2, 2, 4)
    assert found["second"]["period"] == {"first": "2024-09-01", "last": "2024-12-31"}
    assert found["ratio"]["ratio"] == 0.5
    assert [row["word"] for row in found["table"]] == ["drone_incursion"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--against-period before", {"first": "2025-05-02", "last": "2025-08-31"}),
        ("--against-period 2025-01-01 2025-02-28", {"first": "2025-01-01", "last": "2025-02-28"}),
    ],
)
def test_another_period(capsysbinary, words, expected):
    """As many days before, or days of one's own."""
    assert answer(capsysbinary, f"{QUESTION} {words}")["second"]["period"] == expected


def test_a_window_is_that_of_the_days_the_record_covers(capsysbinary):
    """A year that has only begun is compared with the same months of the year before."""
    found = answer(capsysbinary, "compare --category incident --period 2026-01-01 2026-12-31")
    assert found["first"]["days_outside_record"] == 365 - found["first"]["days"] > 200
    assert found["second"]["period"]["first"] == "2025-01-01"
    assert found["second"]["days"] == found["first"]["days"]
    found = answer(capsysbinary, "compare --category incident --period 2014-01-01 2014-12-31")
    assert found["second"]["per_30_days"] == [None, None]
    assert found["ratio"]["ratio"] is None


def test_hours_say_who_was_left_out(capsysbinary):
    """With hours in the filter, each side says how many events have no hour that is known."""
    words = "compare --period 2025-09-01 2025-12-31 --category incident --hours 18-24"
    found = answer(capsysbinary, words)
    assert main(words.split()) == 0
    out = capsysbinary.readouterr().out.decode()
    for side in ("first", "second"):
        left_out = found[side]["left_out"]["hour_not_known"]
        assert left_out > 0
        assert f"days; {left_out} more without a known hour" in out


def test_another_country_or_type(capsysbinary):
    """The second side has the other word instead; what has no limit is null."""
    found = answer(capsysbinary, "compare --country EST --against-country SVK --category incident --by status")
    assert ["country", "SVK"] in found["second"]["filter"]["params"]
    assert ["country", "EST"] not in found["second"]["filter"]["params"]
    assert (found["first"]["n"], found["second"]["n"]) == (36, 1)
    assert any(row["high"] is None for row in found["table"])
    other = answer(capsysbinary, "compare --type shoot_down --against-type crash_debris missile_overflight")
    assert (other["first"]["n"], other["second"]["n"]) == (9, 69)


def test_categories_are_not_added_in_silence(capsys):
    """Where several categories are counted together, the text says so."""
    assert main(["compare", "--period", "2025-09-01", "2025-12-31"]) == 0
    assert "added together: incident 103, response 38, statement 22" in capsys.readouterr().out


def test_ranges_are_ranges(capsys):
    """Counts with coarse dates are ranges, so are their rates."""
    assert main(["compare", "--category", "incident", "--period", "2025-11-01", "2025-11-15"]) == 0
    assert "9 to 11 events in 15 days, 18 to 22 per 30 days" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("compare", "--period: give a first and a last day"),
        ("compare --against-country EST", "say what to compare with --country"),
        ("compare --country EST --against-country ESX", "did you mean"),
        ("compare --period 2025-01-01 2025-01-31 --against-period 2025-02-30", "write a day as"),
        ("compare --country EST --against-country LVA --against-type shoot_down", "not allowed with"),
        ("compare --by colour", "invalid choice"),
    ],
)
def test_calls_at_fault(capsys, words, expected):
    """One line, and status 2."""
    assert main(words.split()) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert err.count("\n") == 1
