"""Equal dots beside each other."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd


def swarm(number: pd.Series) -> pd.Series:
    """Return places around a line for the first, second, third of equal dots: 0, 1, -1, 2, -2 and so on."""
    return ((number + 1) // 2).where(number % 2 == 1, -(number // 2))


def around(step: pd.Series, least: int) -> Any:
    """Return a scale of the places with the line in the middle."""
    far = max(least, int(step.abs().max()) + 1)
    return alt.Scale(domain=[-far, far])
