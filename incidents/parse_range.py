"""Read a range of numbers from words."""

from __future__ import annotations

import re

from incidents.errors import quoted
from incidents.filter_parts import OPEN, Range
from incidents.message import message
from incidents.plain_number import decimal

_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,18})?")


def _bound(name: str, value: str) -> float | None:
    tidy = value.strip()
    if tidy in ("", OPEN):
        return None
    if not _NUMBER.fullmatch(tidy):
        raise ValueError(
            message(
                "{name}: {value} is not a number; write digits with a decimal point, such as 12.5, or ..",
                name=name,
                value=quoted(value),
            )
        )
    return float(tidy)


def parse_range(name: str, values: list[str]) -> Range:
    """Return a range: one value is exactly that, two are the least and the greatest, both included; ``..`` leaves a side open.

    Raises
    ------
    ValueError
        There are more than two values, one is not a plain number from 0, or the greatest is less than the least.
    """
    if not 1 <= len(values) <= 2:
        raise ValueError(message("{name}: {n} numbers given; give one or two", name=name, n=len(values)))
    low, high = ([_bound(name, value) for value in values] * 2)[:2]
    if low is not None and high is not None and high < low:
        said = message(
            "{name}: {high} is less than {low}; swap the two", name=name, high=decimal(high), low=decimal(low)
        )
        raise ValueError(said)
    return low, high
