"""What of a scenario has been recorded since the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from incidents.filter import filter_mask
from incidents.filter_value import Filter
from incidents.package import Package
from incidents.story.readings import SINCE

_NEAR = ("EST", "LVA", "LTU", "POL")

SIGNS: Mapping[str, tuple[Filter, ...]] = {
    "first-shoot-down": (
        Filter(type=("aircraft_violation", "drone_incursion"), country=_NEAR),
        Filter(type=("rules_of_engagement", "shoot_down")),
        Filter(party=("RUS",), stance=("condemns", "threatens")),
        Filter(type=("crash_debris",), country=_NEAR),
    ),
    "supply-line-sanctions": (
        Filter(type=("sanctions",), q="chin"),
        Filter(type=("sanctions",), q="bank"),
        Filter(type=("policy", "sanctions"), q="dual-use"),
        Filter(party=("CHN",)),
    ),
    "search-and-rescue-pretext": (
        Filter(actor=("RUS",), q="rescue"),
        Filter(type=("aircraft_violation", "interception"), q="rescue"),
        Filter(q="hotline"),
        Filter(type=("aircraft_violation",)),
    ),
}
"""The nearest query to each sign of the seed's scenarios, in the order of the watch list. A query finds records, not signs."""


@dataclass(frozen=True)
class Match:
    """What one query finds since the article.

    Attributes
    ----------
    name : str
        The sign, or the kind of event, that the query stands for.
    filter : Filter
        The query, for links; its period is the time since the article.
    events : tuple of str
        Ids of the events that could have happened in it, newest first; empty: no match recorded.
    """

    name: str
    filter: Filter
    events: tuple[str, ...]


def matches(package: Package, indicator_id: str) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """Return what has been recorded since the article.

    Parameters
    ----------
    package : Package
        The events and the watch list.
    indicator_id : str
        A scenario.

    Returns
    -------
    signs, kinds : tuple of Match
        For each sign for which there is a query, and for each kind of event that the scenario names, in the order of the watch list.

    Raises
    ------
    KeyError
        There is no such scenario.
    """
    rows = package.watchlist[package.watchlist["indicator_id"] == indicator_id]
    if rows.empty:
        raise KeyError(indicator_id)
    signs = [sign.strip() for sign in rows["signs"].iat[0].split(";") if sign.strip()]
    kinds = [word for word in rows["related_event_types"].iat[0].split(";") if word]

    def match(name: str, query: Filter) -> Match:
        query = query.replace(period=SINCE)
        ids = package.events["event_id"][filter_mask(package, query)].tolist()
        return Match(name, query, tuple(reversed(ids)))

    return (
        tuple(match(sign, query) for sign, query in zip(signs, SIGNS.get(indicator_id, ()), strict=False)),
        tuple(match(word, Filter(type=(word,))) for word in kinds),
    )
