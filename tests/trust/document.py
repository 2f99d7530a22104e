"""The tables of docs/TRUST.md, written from what was measured and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.server import ROOT
from tests.trust.result import Result, rows

TRUST = ROOT / "docs" / "TRUST.md"
BLOCK = re.compile(r"<!-- measured: (\w+) -->\n(.*?)<!-- end -->", re.DOTALL)


def blocks(text: str) -> list[str]:
    """Return the names of the parts that a document has a place for, in its order."""
    return [found[1] for found in BLOCK.finditer(text)]


def block(result: Result) -> str:
    """Return what a document says of a result: when, where and how long, and the table."""
    lines = ["| figure | measured | target | |", "|---|---:|---:|---|"]
    lines += [f"| {' | '.join(row)} |" for row in rows(result)]
    when = f"{result.at[:10]}, {result.seconds:.0f} s, {result.machine}"
    return "\n".join([f"<!-- measured: {result.part} -->", *lines, "", when, "<!-- end -->"])


def written(text: str, results: Iterable[Result]) -> str:
    """Return a document with the tables of these results; those of other parts stay.

    Raises
    ------
    ValueError
        A part has no place in the document.
    """
    for result in results:
        at = next((found for found in BLOCK.finditer(text) if found[1] == result.part), None)
        if at is None:
            raise ValueError(f"the document has no place for {result.part}: add <!-- measured: {result.part} -->")
        text = text[: at.start()] + block(result) + text[at.end() :]
    return text
