"""How long it took until somebody answered."""

from __future__ import annotations

import pandas as pd

from incidents.package import Package


def response_days(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """Return the recorded answers to incidents with the days between the two.

    Parameters
    ----------
    package : Package
        Where the relations are: an answer is a row ``response_to``.
    events : DataFrame
        Rows of ``package.events``: only answers to these are counted.

    Returns
    -------
    DataFrame
        ``incident``, ``answer`` (ids), ``days`` (whole UTC days from the first possible day of the incident to that of the answer) and ``rough``
        (whether either is not known to a single day), shortest first.
    """
    rows = package.relations[package.relations["relation"] == "response_to"]
    whole = package.events.set_index("event_id")[["earliest", "latest", "category"]]
    rows = rows[rows["related_event_id"].isin(events["event_id"])]
    asked, answer = whole.loc[rows["related_event_id"]], whole.loc[rows["event_id"]]
    first, then = asked["earliest"].dt.floor("D").to_numpy(), answer["earliest"].dt.floor("D").to_numpy()
    day = pd.Timedelta(days=1)
    long = (asked["latest"] - asked["earliest"] > day).to_numpy() | (
        answer["latest"] - answer["earliest"] > day
    ).to_numpy()
    found = pd.DataFrame(
        {
            "incident": rows["related_event_id"].to_numpy(),
            "answer": rows["event_id"].to_numpy(),
            "days": (then - first) // day.to_timedelta64(),
            "rough": long,
        }
    )
    return found[(asked["category"] == "incident").to_numpy()].sort_values("days", kind="stable", ignore_index=True)
