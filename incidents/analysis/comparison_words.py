"""A comparison in plain English, for terminal and screen."""

from __future__ import annotations

import math

from incidents.analysis.compare import RATE_DAYS, Comparison, Side
from incidents.analysis.rate_ratio import RateRatio

METHOD = (
    "Interval: exact, conditional on the sum of both counts (Przyborowski and Wilenski 1940, Clopper and Pearson 1934), 95 %; where counts are ranges "
    "it is the widest over them."
)
CAUTION = (
    "It takes events as independent: those of one operation are not, so the true uncertainty is larger. A difference of recorded events may be one of "
    "reporting."
)


def number_words(value: float) -> str:
    """Return a number with two digits that count: ``0.49``, ``8.6``, ``130``; ``no limit`` for infinity, ``—`` where there is none."""
    if math.isnan(value):
        return "—"
    if math.isinf(value):
        return "no limit"
    if value == 0:
        return "0"
    digits = max(0, 1 - math.floor(math.log10(abs(value))))
    return f"{value:.{digits}f}" if digits else f"{float(f'{value:.2g}'):.0f}"


def count_words(least: int, most: int) -> str:
    """Return ``11``, or ``9 to 11`` where the dates of some events are too coarse to tell."""
    return str(most) if least == most else f"{least} to {most}"


def rate_words(side: Side, least: int | None = None, most: int | None = None) -> str:
    """Return the events in 30 days, a range where the count is one; default: those of the whole side."""
    ends = [
        number_words(side.rate(n))
        for n in (side.least if least is None else least, side.most if most is None else most)
    ]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def interval_words(ratio: RateRatio) -> str:
    """Return the interval of a ratio: ``0.05 to 3.5``, ``from 4.7``, ``—`` where both counts are 0."""
    if math.isnan(ratio.ratio):
        return "—"
    if math.isinf(ratio.high):
        return f"from {number_words(ratio.low)}"
    return f"{number_words(ratio.low)} to {number_words(ratio.high)}"


def ratio_words(ratio: RateRatio) -> str:
    """Return the ratio itself; ``—`` where it has no finite value."""
    return number_words(ratio.ratio) if math.isfinite(ratio.ratio) else "—"


def side_words(side: Side) -> str:
    """Return one side: ``9 to 11 events in 15 days, 18 to 22 per 30 days``."""
    count = count_words(side.least, side.most)
    return (
        f"{count} {'event' if count == '1' else 'events'} in {side.days} {'day' if side.days == 1 else 'days'}, "
        f"{rate_words(side)} per {RATE_DAYS} days"
    )


def finding(comparison: Comparison) -> str:
    """Return in one sentence what the counts allow to say of the rates."""
    first, second, ratio = comparison.first, comparison.second, comparison.ratio
    if not first.most and not second.most:
        return "Neither side has a recorded event, so there is nothing to compare."
    if not second.most or not first.most:
        side = "second" if not second.most else "first"
        start = f"The {side} side has no recorded event"
    else:
        start = f"The first rate is {ratio_words(ratio)} times the second"
    may_be_equal = ratio.low <= 1 <= ratio.high
    end = (
        "with these counts the two may as well be equal"
        if may_be_equal
        else "chance alone hardly explains the difference"
    )
    return f"{start} (95 % interval of the ratio: {interval_words(ratio)}); {end}."
