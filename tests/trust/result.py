"""What one part measured: its figures, and why it broke off if it did. Kept as a file, so that nothing measured is lost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from incidents.write_whole import write_whole
from tests.benchmarks.figure import Figure, short


@dataclass(frozen=True)
class Result:
    """The outcome of one part.

    Attributes
    ----------
    part : str
        Its name.
    figures : tuple of Figure
        What was measured until its end, or until it broke off.
    failed : str
        Why it broke off, "" when it came to its end.
    seconds : float
        How long it took.
    at : str
        When it began: an ISO time in UTC.
    machine : str
        On what it was measured, and how busy that was.
    """

    part: str
    figures: tuple[Figure, ...] = ()
    failed: str = ""
    seconds: float = 0.0
    at: str = ""
    machine: str = ""

    def with_figure(self, figure: Figure) -> Result:
        """Return the same with one more figure."""
        return replace(self, figures=(*self.figures, figure))

    @property
    def reached(self) -> bool:
        """Whether the part came to its end and every figure with a target reached it."""
        return not self.failed and all(figure.verdict != "NOT REACHED" for figure in self.figures)

    def write(self, folder: Path) -> None:
        """Keep it in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / f"{self.part}.json", json.dumps(asdict(self), indent=1).encode())


def read(folder: Path, part: str) -> Result | None:
    """Return what a folder keeps of a part, None when nothing."""
    path = folder / f"{part}.json"
    if not path.exists():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    return Result(**found | {"figures": tuple(Figure(**each) for each in found["figures"])})


def rows(result: Result) -> list[tuple[str, str, str, str]]:
    """Return a result as rows: what, measured, target, verdict; a part that broke off says so in a row of its own."""
    found = [
        (
            figure.name,
            f"{short(figure.value)} {figure.unit}".strip(),
            ""
            if figure.target is None
            else f"{'≥' if figure.at_least else '≤'} {short(figure.target)} {figure.unit}".strip(),
            figure.verdict,
        )
        for figure in result.figures
    ]
    return found + ([("failed: " + _line(result.failed), "", "", "NOT REACHED")] if result.failed else [])


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")[:300]


def table(results: Iterable[Result]) -> str:
    """Return all results as one Markdown table."""
    lines = ["| part | figure | measured | target | |", "|---|---|---:|---:|---|"]
    for result in results:
        lines += [f"| {result.part} | {' | '.join(row)} |" for row in rows(result)]
    return "\n".join(lines)
