"""Where parties contradict each other, read off the claims alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

ASSERTING, DENYING = ("asserts", "attributes"), "denies"


def sides(claims: Iterable[Mapping[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parties that say it happened or who did it, and the parties that deny it, when they contradict each other.

    Parameters
    ----------
    claims : iterable of mapping
        Claims about one event, with ``party`` and ``stance``.

    Returns
    -------
    asserting, denying : tuple of str
        In the order of the claims, each party once. A party that does both stands with those who deny, and contradicts nobody by itself. Both are
        empty unless there is a party on each side.
    """
    rows = list(claims)
    denying = dict.fromkeys(row["party"] for row in rows if row["stance"] == DENYING)
    asserting = dict.fromkeys(
        row["party"] for row in rows if row["stance"] in ASSERTING and row["party"] not in denying
    )
    return (tuple(asserting), tuple(denying)) if asserting and denying else ((), ())


def contradictions(claims: pd.DataFrame) -> frozenset[str]:
    """Return the ids of the events about which parties contradict each other; see `sides`."""
    denied = claims[claims["stance"] == DENYING]
    pairs = set(zip(denied["event_id"].tolist(), denied["party"].tolist(), strict=True))
    said = claims[claims["stance"].isin(ASSERTING)]
    others = {
        event
        for event, party in zip(said["event_id"].tolist(), said["party"].tolist(), strict=True)
        if (event, party) not in pairs
    }
    return frozenset(others & set(denied["event_id"].tolist()))
