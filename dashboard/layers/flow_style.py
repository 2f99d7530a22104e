"""How supply lines are drawn, by kind, status and class of quantity: the one table that frame and pictures read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"weapons": ("ammunition", "missile", "uav"), "goods": ("dual_use", "technology"), "people": ("personnel",)}
)
"""Kinds of supply that share a colour (`palette.THEMES[...]["flows"]`)."""

DASHES: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {"confirmed": (), "reported": (13.0, 5.0), "disputed": (4.0, 5.0), "retracted": (1.0, 6.0)}
)
"""Strokes and gaps in pixels, by status."""

CLASSES: tuple[tuple[float, float], ...] = ((0.0, 1.8), (1e3, 3.2), (1e6, 5.0))
"""Least quantity of a class, in the line's own unit, and the width of its lines in pixels."""


def group_of(category: str) -> str:
    """Return the group of a kind of supply."""
    return next(name for name, kinds in GROUPS.items() if category in kinds)


def class_of(flow: Mapping[str, Any]) -> int:
    """Return the class of quantity of a row of flows: by its greatest figure, the least where there is no greatest, 0 without figures."""
    figures = [
        flow[name] for name in ("quantity_max", "quantity_min") if flow[name] is not None and flow[name] == flow[name]
    ]
    return max((k for k, (least, _) in enumerate(CLASSES) if figures and figures[0] >= least), default=0)
