"""Figures of the seed article that other sources contradict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_OF_SEED = "-seed"


def is_contradicted(flow: Mapping[str, Any]) -> bool:
    """Tell whether a supply line stands for a figure of the seed article that the sources found contradict.

    Parameters
    ----------
    flow : mapping
        A row of flows. By the rule of seeds/README.md the id of such a row ends in ``-seed`` and its status is disputed; a line that
        is disputed because a party denies it has another id.
    """
    return flow["status"] == "disputed" and str(flow["flow_id"]).endswith(_OF_SEED)
