"""One event prepared for people: every value in words, ready for a template that escapes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

import geodata
from dashboard import words
from dashboard.ledger import dispute, ledger
from dashboard.words import name_of
from incidents import Package
from incidents.airspace import airspace_words

LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fi": "Finnish", "fr": "French", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
}  # fmt: skip
"""ISO 639-1 codes of the sources in English."""

NEAR_KM = 500

RELATION_WORDS = {
    ("part_of", "to"): "Part of",
    ("part_of", "from"): "Has as a part",
    ("response_to", "to"): "Responds to",
    ("response_to", "from"): "Answered by",
    ("same_operation", "to"): "Same operation as",
    ("same_operation", "from"): "Same operation as",
    ("follows", "to"): "Follows",
    ("follows", "from"): "Followed by",
}


def safe_href(url: str) -> str:
    """Return a URL that may become a link (absolute http or https), otherwise ""."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""


def _sources(package: Package, event_id: str) -> dict[str, dict[str, Any]]:
    return {
        row["source_id"]: row
        | {
            "number": number,
            "href": safe_href(row["url"]),
            "published": words.partial_day(row["published"]) if row["published"] else "no date shown",
            "language": LANGUAGES.get(row["language"], row["language"]),
        }
        for number, row in enumerate(package.sources_of(event_id), 1)
    }


def _facts(event: dict[str, Any], place: Mapping[str, Any] | None) -> list[tuple[str, list[str]]]:
    country = name_of(event["country"])
    rows = [
        ("When", words.when(event)),
        ("Where", [*words.where(event, country), words.coordinates(event)]),
        ("National airspace", [airspace_words(event, place=place)]),
        ("Near", _near(event)),
        ("State concerned", [country]),
        ("Actor" if event["category"] != "incident" else "Attributed to", [name_of(event["actor"])]),
        ("Platform", [words.platform(event)]),
        ("Time inside", [f"{event['duration_min']:g} minutes" if event["duration_min"] is not None else ""]),
        ("Deepest reported", [f"{event['depth_km']:g} km inside the border" if event["depth_km"] is not None else ""]),
    ]
    for term, column, unset in (
        ("Outcome", "outcome", "none"),
        ("Airspace", "airspace_claim", "none"),
        ("Object and origin", "resolution", "not_applicable"),
    ):
        value = event[column]
        rows.append((term, [words.label(column, value), words.description(column, value)] if value != unset else [""]))
    return [(term, [line for line in lines if line]) for term, lines in rows if lines[0]]


def _near(event: dict[str, Any]) -> list[str]:
    """Return the nearest town and air base with distance and direction, [""] where the position is too coarse to say."""
    if event["georeference_basis"] in words.COARSE:
        return [""]
    lines = []
    for kinds in (("capital", "town"), ("air_base",)):
        place = geodata.nearest_place(event["longitude"], event["latitude"], kinds=kinds)
        if place is not None and place.distance_km < NEAR_KM:
            far = f"{words.distance(1000 * place.distance_km)} {place.wind} of" if place.distance_km >= 1 else "At"
            lines.append(f"{far} {place.name} ({place.kind.replace('_', ' ')})")
    return lines or [""]


def record(package: Package, event_id: str, *, place: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
    """Return everything the detail panel shows of one event, in words, or None when there is no such event.

    All values are plain text as the data holds it: escape them where they are shown.

    Parameters
    ----------
    package : Package
        The data.
    event_id : str
        Which event.
    place : mapping, optional
        Its row of `incidents.airspace.place_events`: whoever asks for many events places them all at once.
    """
    event = package.event(event_id)
    if event is None:
        return None
    sources = _sources(package, event_id)
    claims = [
        row
        | {
            "code": row["party"],
            "party": name_of(row["party"]),
            "stance_label": words.label("stance", row["stance"]),
            "source": sources.get(row["source_id"]),
        }
        for row in package.claims_of(event_id)
    ]
    updates = [
        row
        | {
            "when": words.partial_day(row["date"]),
            "status_label": words.label("update_status", row["status"]),
            "source": sources.get(row["source_id"]),
        }
        for row in sorted(package.updates_of(event_id), key=lambda row: row["date"] or "9999")
    ]
    related = [
        {"words": RELATION_WORDS.get((row["relation"], row["direction"]), row["relation"]), "event": other}
        for row in package.relations_of(event_id)
        if (other := package.event(row["other"])) is not None
    ]
    return event | {
        "category_label": words.label("category", event["category"]),
        "type_label": words.label("event_type", event["event_type"]),
        "status_label": words.label("status", event["status"]),
        "status_text": words.description("status", event["status"]),
        "country_name": name_of(event["country"]),
        "when_line": words.when(event)[0],
        "where_line": words.where(event, name_of(event["country"]))[0],
        "facts": _facts(event, place),
        "claims": claims,
        "ledger": ledger(claims),
        "dispute": dispute(event, claims),
        "updates": updates,
        "sources": list(sources.values()),
        "related": related,
    }


@cache
def templates() -> jinja2.Environment:
    """Return the templates; all of them escape every value."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def part(name: str, event: dict[str, Any], *, template: str = "event.html") -> str:
    """Return one part of an event, or of a supply line, as HTML.

    Parameters
    ----------
    name : str
        ``facts``, ``claims`` or ``record`` (history and sources): a macro of the template.
    event : dict
        As `record` returns it, or `dashboard.flow_record.flow_record`.
    template : str, default event.html
        File in templates/.
    """
    return str(getattr(templates().get_template(template).make_module({"event": event}), name)())
