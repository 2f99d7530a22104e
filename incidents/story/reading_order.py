"""The order in which events are told."""

from __future__ import annotations

from collections.abc import Iterable

from incidents.package import Package

_AFTER = ("response_to", "follows", "part_of")


def reading_order(package: Package, event_ids: Iterable[str]) -> list[str]:
    """Return ids by UTC day; within one day, what answers, follows or is part of another event stands after it, then by hour.

    Parameters
    ----------
    package : Package
        The events and their relations.
    event_ids : iterable of str
        Ids that the package has.
    """
    wanted = list(dict.fromkeys(event_ids))
    starts = package.events["earliest"].array
    moment = {each: starts[package.place_of(each)] for each in wanted}
    rows = package.relations[package.relations["relation"].isin(_AFTER)]
    before: dict[str, list[str]] = {}
    for one, other in zip(rows["event_id"].tolist(), rows["related_event_id"].tolist(), strict=True):
        if one in moment and other in moment and moment[one].date() == moment[other].date():
            before.setdefault(one, []).append(other)

    def rank(event_id: str, above: frozenset[str] = frozenset()) -> int:
        others = [each for each in before.get(event_id, ()) if each not in above]
        return max((1 + rank(each, above | {event_id}) for each in others), default=0)

    return sorted(wanted, key=lambda each: (moment[each].date(), rank(each), moment[each], each))
