"""One measured figure with its target, and the table that `make bench` prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured value.

    Attributes
    ----------
    name : str
        What was measured.
    value : float
        How much.
    unit : str
        In what.
    target : float or None
        The bound; None where there is none.
    at_least : bool, default False
        Whether the target is a lower bound.
    """

    name: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """``ok``, ``NOT REACHED``, or "" without a target."""
        if self.target is None:
            return ""
        reached = self.value >= self.target if self.at_least else self.value <= self.target
        return "ok" if reached else "NOT REACHED"


def short(value: float) -> str:
    """Return a number with three digits that count."""
    return f"{value:,.0f}".replace(",", " ") if abs(value) >= 100 else f"{value:.3g}"


def table(figures: Iterable[Figure]) -> str:
    """Return figures as a Markdown table."""
    lines = ["| figure | measured | target | |", "|---|---:|---:|---|"]
    for figure in figures:
        bound = (
            "" if figure.target is None else f"{'≥' if figure.at_least else '≤'} {short(figure.target)} {figure.unit}"
        )
        lines.append(f"| {figure.name} | {short(figure.value)} {figure.unit} | {bound} | {figure.verdict} |")
    return "\n".join(lines)
