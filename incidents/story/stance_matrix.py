"""Who does what with words."""

from __future__ import annotations

import pandas as pd

from incidents.package import Package
from incidents.vocabulary import VOCABULARIES


def stance_matrix(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """Count for each party and stance the events of which it is recorded to have spoken so.

    Parameters
    ----------
    package : Package
        Where the claims are.
    events : DataFrame
        Rows of ``package.events``.

    Returns
    -------
    DataFrame
        One row for each party, those that deny most first, then by name of the code; one column for each stance. A cell is a number of events, so it
        equals the count of the filter ``party`` and ``stance``.
    """
    claims = package.claims[package.claims["event_id"].isin(events["event_id"])]
    once = claims.drop_duplicates(["event_id", "party", "stance"])
    counts = pd.crosstab(once["party"], once["stance"]).reindex(columns=list(VOCABULARIES["stance"]), fill_value=0)
    totals = counts.sum(axis=1)
    return counts.loc[sorted(counts.index, key=lambda party: (-counts["denies"][party], -totals[party], party))]
