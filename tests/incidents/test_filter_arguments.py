"""The same words on the command line."""

from datetime import date

import pytest

from incidents import Filter
from incidents.filter import FACETS, RANGES
from incidents.filter_arguments import OneLineParser, add_filter_arguments
from incidents.filter_params import NAMES

D1, D2 = date(2025, 9, 1), date(2025, 9, 30)
GOOD = [
    ("", Filter()),
    ("--period 2025-09-01 2025-09-30", Filter(period=(D1, D2))),
    ("--period 2025-09-01", Filter(period=(D1, D1))),
    ("--period 2025-09-01 ..", Filter(period=(D1, None))),
    ("--period .. 2025-09-30", Filter(period=(None, D2))),
    ("--country EST --country pol", Filter(country=("EST", "POL"))),
    ("--country EST POL", Filter(country=("EST", "POL"))),
    ("--type drone_incursion --category incident", Filter(type=("drone_incursion",), category=("incident",))),
    ("--not-country rus BLR --not-status retracted", Filter(not_country=("BLR", "RUS"), not_status=("retracted",))),
    ("--party rus un --stance denies", Filter(party=("RUS", "UN"), stance=("denies",))),
    (
        "--resolution unresolved --not-resolution proven",
        Filter(resolution=("unresolved",), not_resolution=("proven",)),
    ),
    ("--uncertainty .. 10000 --count 3", Filter(uncertainty=(None, 10_000), count=(3, 3))),
    ("--depth 0.5 .. --duration 1 12", Filter(depth=(0.5, None), duration=(1, 12))),
    ("--status disputed --actor RUS --q Łódź", Filter(status=("disputed",), actor=("RUS",), q="Łódź")),
]
BROKEN = [
    ("--period 10.09.2025", "write 2025-09-10"),
    ("--period 2025-09-30 2025-09-01", "swap the two"),
    ("--period 2025-09-01 2025-09-02 2025-09-03", "give one or two"),
    ("--period 2025-09-01 --period 2025-09-02", "given twice"),
    ("--country ESX", "did you mean"),
    ("--actor NATOO", "did you mean NATO"),
    ("--type drone_incurson", "did you mean drone_incursion"),
    ("--status x", "use one of"),
    ("--q " + "x" * 201, "at most 200"),
    ("--coun EST", "unrecognized"),
    ("--party NATOO", "did you mean NATO"),
    ("--stance says", "use one of"),
    ("--not-country ESX", "did you mean"),
    ("--count many", "is not a number"),
    ("--depth 20 10", "swap the two"),
    ("--depth 1 --depth 2", "given twice"),
    ("--country", "expected at least one argument"),
]


def parse(words):
    """Return the filter that the words make."""
    parser = OneLineParser(prog="test")
    add_filter_arguments(parser)
    return Filter.from_args(parser.parse_args(words.split()))


@pytest.mark.parametrize(("words", "expected"), GOOD)
def test_good_words(words, expected):
    """Each option is read; facets may be repeated."""
    assert parse(words) == expected


@pytest.mark.parametrize(("words", "hint"), BROKEN)
def test_broken_words_end_with_one_line(capsys, words, hint):
    """Status 2, one line that names the option and the way out."""
    with pytest.raises(SystemExit) as caught:
        parse(words)
    assert caught.value.code == 2
    line = capsys.readouterr().err
    assert hint in line
    assert line.count("\n") == 1


@pytest.mark.parametrize("expected", [filter_ for _, filter_ in GOOD])
def test_url_parameters_are_the_same_words(expected):
    """The URL's names and values, written as options, make the same filter."""
    words = []
    for name, value in expected.to_params():
        words += [value] if name in ("period", *RANGES) and f"--{name}" in words else [f"--{name}", value]
    assert parse(" ".join(words)) == expected


def test_every_filter_of_the_url_has_an_option_but_the_selected_event():
    """--event is not a filter."""
    parser = OneLineParser(prog="test")
    add_filter_arguments(parser)
    options = {option for action in parser._actions for option in action.option_strings}
    assert {f"--{name}" for name in NAMES if name != "event"} | {"-h", "--help"} == options
    assert {f"--{name}" for name in FACETS} <= options
