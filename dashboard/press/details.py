"""What a page without a server knows of each event, in words: the same as the detail panel of the app."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from dashboard.language import current
from dashboard.record import name_of, record
from dashboard.words import label, short_when
from incidents import Package
from incidents.airspace import place_events

_RECORDS: WeakKeyDictionary[Package, dict[tuple[str, str], dict[str, Any]]] = WeakKeyDictionary()
_PLACES: WeakKeyDictionary[Package, list[dict[str, Any]]] = WeakKeyDictionary()


def record_of(package: Package, event_id: str) -> dict[str, Any]:
    """Return `dashboard.record.record` of an event that exists, made once: a site needs it for the map and for the page."""
    found, key = _RECORDS.setdefault(package, {}), (current(), event_id)
    if key not in found:
        found[key] = record(package, event_id, place=_place_of(package, event_id))
    return found[key]


def _place_of(package: Package, event_id: str) -> dict[str, Any]:
    if package not in _PLACES:  # all at once: one by one takes ten times as long
        _PLACES[package] = place_events(package.events, measured=True).to_dict("records")
    return _PLACES[package][package.place_of(event_id)]


def details(package: Package, event_id: str) -> dict[str, Any]:
    """Return one event as plain text values for JSON; addresses of sources are http(s) or "".

    Parameters
    ----------
    package : Package
        The data.
    event_id : str
        An event that exists.
    """
    event = record_of(package, event_id)
    return {
        "id": event_id,
        "title": event["title"],
        "type": event["type_label"],
        "category": event["category_label"],
        "status": event["status"],
        "statusLabel": event["status_label"],
        "statusText": event["status_text"],
        "country": name_of(event["country"]),
        "when": short_when(event),
        "summary": event["summary"],
        "facts": [[term, lines] for term, lines in event["facts"]],
        "claims": [_claim(claim) for claim in event["claims"]],
        "updates": [
            [update["when"], update["status_label"], update["note"], _number(update["source"])]
            for update in event["updates"]
        ],
        "sources": [
            {
                "number": source["number"],
                "publisher": source["publisher"],
                "note": f"{source['published']}, {source['language']}",
                "href": source["href"],
                "url": source["url"],
            }
            for source in event["sources"]
        ],
        "related": [
            [other["words"], other["event"]["event_id"], other["event"]["title"], short_when(other["event"])]
            for other in event["related"]
        ],
    }


def _claim(claim: dict[str, Any]) -> list[Any]:
    return [
        claim["party"],
        claim["speaker"],
        claim["stance"],
        claim["stance_label"],
        claim["text"],
        _number(claim["source"]),
    ]


def _number(source: dict[str, Any] | None) -> int:
    return source["number"] if source else 0


def meta_line(event: dict[str, Any]) -> str:
    """Return date, country and type of a row of the events table in one line."""
    return " · ".join((short_when(event), name_of(event["country"]), label("event_type", event["event_type"])))
