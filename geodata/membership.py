"""Who belongs to NATO and to the EU, and since when."""

import csv
from datetime import date
from functools import cache
from typing import NamedTuple

from geodata.errors import ArgumentError
from geodata.files import CURATED

ORGANISATIONS = ("NATO", "EU")


class Membership(NamedTuple):
    """One state in one organisation: from `since` up to and including `until` (None: still)."""

    iso3: str
    organisation: str
    since: date
    until: date | None


@cache
def memberships() -> tuple[Membership, ...]:
    """Return all memberships in NATO and the EU (with its forerunners), from `curated/memberships.csv`."""
    with (CURATED / "memberships.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Membership(
                row["iso3"],
                row["organisation"],
                date.fromisoformat(row["since"]),
                date.fromisoformat(row["until"]) if row["until"] else None,
            )
            for row in csv.DictReader(file)
        )


def members(organisation: str, *, on: date) -> frozenset[str]:
    """Return the iso3 codes of the members of "NATO" or "EU" on a day.

    Raises
    ------
    ArgumentError
        Another organisation.
    """
    if organisation not in ORGANISATIONS:
        raise ArgumentError(f"organisation is {organisation!r}; pass NATO or EU")
    rows = (row for row in memberships() if row.organisation == organisation)
    return frozenset(row.iso3 for row in rows if row.since <= on and (row.until is None or on <= row.until))
