"""Figures say whether they reach their target."""

import pytest

from tests.benchmarks.figure import Figure, short, table

VERDICTS = [
    (Figure("a", 0.5, "s", 0.6), "ok"),
    (Figure("a", 0.6, "s", 0.6), "ok"),
    (Figure("a", 0.7, "s", 0.6), "NOT REACHED"),
    (Figure("a", 59, "/s", 58, at_least=True), "ok"),
    (Figure("a", 30, "/s", 58, at_least=True), "NOT REACHED"),
    (Figure("a", 30, "KB"), ""),
]
NUMBERS = [(0.1234, "0.123"), (12.34, "12.3"), (123.4, "123"), (12345, "12 345"), (0, "0")]


@pytest.mark.parametrize(("figure", "verdict"), VERDICTS)
def test_verdict(figure, verdict):
    """A bound is reached on its own side, the bound included."""
    assert figure.verdict == verdict
    assert table([figure]).splitlines()[-1].endswith(f"| {verdict} |")


@pytest.mark.parametrize(("value", "expected"), NUMBERS)
def test_short(value, expected):
    """Numbers have three digits that count."""
    assert short(value) == expected
