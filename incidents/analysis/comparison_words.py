"""A comparison in plain English, for terminal and screen."""

from __future__ import annotations

import math

from incidents.analysis.compare import RATE_DAYS, Comparison, Side
from incidents.analysis.rate_ratio import RateRatio
from incidents.message import Message, message, message_n

METHOD = message(
    "Interval: exact, conditional on the sum of both counts (Przyborowski and Wilenski 1940, Clopper and Pearson 1934), 95 %; where counts are ranges "
    "it is the widest over them."
)
CAUTION = message(
    "It takes events as independent: those of one operation are not, so the true uncertainty is larger. A difference of recorded events may be one of "
    "reporting."
)


def _range(low: str, high: str) -> str:
    return low if low == high else message("{low} to {high}", low=low, high=high)


def number_words(value: float) -> str:
    """Return a number with two digits that count: ``0.49``, ``8.6``, ``130``; ``no limit`` for infinity, ``—`` where there is none."""
    if math.isnan(value):
        return "—"
    if math.isinf(value):
        return message("no limit")
    if value == 0:
        return "0"
    digits = max(0, 1 - math.floor(math.log10(abs(value))))
    return f"{value:.{digits}f}" if digits else f"{float(f'{value:.2g}'):.0f}"


def count_words(least: int, most: int) -> str:
    """Return ``11``, or ``9 to 11`` where the dates of some events are too coarse to tell."""
    return _range(str(least), str(most))


def rate_words(side: Side, least: int | None = None, most: int | None = None) -> str:
    """Return the events in 30 days, a range where the count is one; default: those of the whole side."""
    ends = (side.least if least is None else least, side.most if most is None else most)
    return _range(*(number_words(side.rate(n)) for n in ends))


def interval_words(ratio: RateRatio) -> str:
    """Return the interval of a ratio: ``0.05 to 3.5``, ``from 4.7``, ``—`` where both counts are 0."""
    if math.isnan(ratio.ratio):
        return "—"
    low = number_words(ratio.low)
    if math.isinf(ratio.high):
        return message("from {low}", low=low)
    return message("{low} to {high}", low=low, high=number_words(ratio.high))


def ratio_words(ratio: RateRatio) -> str:
    """Return the ratio itself, a range where the counts are one: ``8.6``, ``8.6 to 9.4``, ``from 6.0``; ``—`` where it has no finite value."""
    if math.isfinite(ratio.least) and not math.isnan(ratio.most):
        least = number_words(ratio.least)
        return message("from {low}", low=least) if math.isinf(ratio.most) else _range(least, number_words(ratio.most))
    return number_words(ratio.ratio) if math.isfinite(ratio.ratio) else "—"


def side_words(side: Side) -> Message:
    """Return one side: ``9 to 11 events in 15 days, 18 to 22 per 30 days``; also days beyond the record, and with hours how many more have none that is known."""
    count = count_words(side.least, side.most)
    events = message_n("{count} event", "{count} events", side.most, count=count)
    days = message_n("{n} day", "{n} days", side.days)
    said = message(
        "{events} in {days}, {rate} per {span} days", events=events, days=days, rate=rate_words(side), span=RATE_DAYS
    )
    if side.outside:
        beyond = message_n(
            "{n} more day lies outside of the record", "{n} more days lie outside of the record", side.outside
        )
        said = message("{said}; {left_out}", said=said, left_out=beyond)
    if side.without_hour:
        left_out = message_n("{n} more without a known hour", "{n} more without a known hour", side.without_hour)
        said = message("{said}; {left_out}", said=said, left_out=left_out)
    return said


def finding(comparison: Comparison) -> Message:
    """Return in one sentence what the counts allow to say of the rates."""
    first, second, ratio = comparison.first, comparison.second, comparison.ratio
    if not first.days:
        return message("The record covers no day of the first side, so there is nothing to compare.")
    if not second.days:
        return message("The record covers no day of the second side, so there is nothing to compare.")
    if not first.most and not second.most:
        return message("Neither side has a recorded event, so there is nothing to compare.")
    if not second.most:
        start = message("The second side has no recorded event")
    elif not first.most:
        start = message("The first side has no recorded event")
    else:
        start = message("The first rate is {ratio} times the second", ratio=ratio_words(ratio))
    may_be_equal = ratio.low <= 1 <= ratio.high
    equal = message("with these counts the two may as well be equal")
    end = equal if may_be_equal else message("chance alone hardly explains the difference")
    interval = interval_words(ratio)
    return message("{start} (95 % interval of the ratio: {interval}); {end}.", start=start, interval=interval, end=end)
