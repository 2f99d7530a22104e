"""Numbers as people and tables write them."""

from __future__ import annotations

import numpy as np


def decimal(value: float) -> str:
    """Return a number in plain decimal digits, as few as give it back exactly; "" for NaN."""
    if value != value:
        return ""
    text = repr(value)
    if "e" in text:
        text = np.format_float_positional(value, trim="-")
    return text.removesuffix(".0").removesuffix(".")
