"""The events that hang together by relations."""

from __future__ import annotations

from incidents.package import Package
from incidents.story.reading_order import reading_order


def chain(package: Package, event_id: str) -> tuple[str, ...]:
    """Return the ids of all events tied to one by any number of relations, in the order in which they are told, itself included.

    Parameters
    ----------
    package : Package
        The events and their relations.
    event_id : str
        Where to start; an id that the package lacks gives no events.
    """
    if package.place_of(event_id) is None:
        return ()
    found, left = {event_id}, [event_id]
    while left:
        others = {row["other"] for row in package.relations_of(left.pop())}
        left += [other for other in others - found if package.place_of(other) is not None]
        found |= set(left)
    return tuple(reading_order(package, found))
