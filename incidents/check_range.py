"""Check the two bounds of a range."""

from __future__ import annotations

import math
from typing import Any


def check_range(name: str, given: Any) -> tuple[float | None, float | None]:
    """Return two bounds as numbers from 0, None for an open side.

    Raises
    ------
    ValueError
        A bound is no number from 0, or the greatest is less than the least.
    """
    low, high = (None if value is None else float(value) for value in given)
    if any(value is not None and not (math.isfinite(value) and value >= 0) for value in (low, high)):
        raise ValueError(f"{name}: give numbers from 0, None for an open side")
    if low is not None and high is not None and high < low:
        raise ValueError(f"{name}: {high:g} is less than {low:g}; swap the two")
    return low, high
