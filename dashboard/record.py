"""One event prepared for people: every value in words, ready for a template that escapes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

from dashboard import language, words
from dashboard.airspace_speech import airspace_speech
from dashboard.language import mark, tr, trn
from dashboard.ledger import dispute, ledger
from dashboard.near_words import near_words
from dashboard.words import name_of
from incidents import Package

LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fi": "Finnish", "fr": "French", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic",
    "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
}  # fmt: skip
"""ISO 639-1 codes of the sources in English."""

RELATION_WORDS = {
    ("part_of", "to"): mark("Part of"),
    ("part_of", "from"): mark("Has as a part"),
    ("response_to", "to"): mark("Responds to"),
    ("response_to", "from"): mark("Answered by"),
    ("same_operation", "to"): mark("Same operation as"),
    ("same_operation", "from"): mark("Same operation as"),
    ("follows", "to"): mark("Follows"),
    ("follows", "from"): mark("Followed by"),
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
            "published": words.partial_day(row["published"]) if row["published"] else tr("no date shown"),
            "language": language.language_name(row["language"], LANGUAGES.get(row["language"], row["language"])),
        }
        for number, row in enumerate(package.sources_of(event_id), 1)
    }


def _facts(event: dict[str, Any], place: Mapping[str, Any] | None) -> list[tuple[str, list[str]]]:
    country = name_of(event["country"])
    rows = [
        (tr("When"), words.when(event)),
        (tr("Where"), [*words.where(event, country), words.coordinates(event)]),
        (tr("National airspace"), [airspace_speech(event, place=place)]),
        (tr("Near"), near_words(event)),
        (tr("State concerned"), [country]),
        (tr("Actor") if event["category"] != "incident" else tr("Attributed to"), [name_of(event["actor"])]),
        (tr("Platform"), [words.platform(event)]),
        (tr("Time inside"), [_minutes(event["duration_min"])]),
        (tr("Deepest reported"), [_depth(event["depth_km"])]),
    ]
    for term, column, unset in (
        (tr("Outcome"), "outcome", "none"),
        (tr("Airspace"), "airspace_claim", "none"),
        (tr("Object and origin"), "resolution", "not_applicable"),
    ):
        value = event[column]
        rows.append((term, [words.label(column, value), words.description(column, value)] if value != unset else [""]))
    return [(term, [line for line in lines if line]) for term, lines in rows if lines[0]]


def _minutes(n: float | None) -> str:
    return "" if n is None else trn("{n} minute", "{n} minutes", int(n)).format(n=language.number(f"{n:g}"))


def _depth(km: float | None) -> str:
    return "" if km is None else tr("{km} km inside the border").format(km=language.number(f"{km:g}"))


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
        {"words": tr(RELATION_WORDS.get((row["relation"], row["direction"]), row["relation"])), "event": other}
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
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"tr": tr, "trn": trn}
    return made


def part(name: str, event: dict[str, Any], *, template: str = "event.html", level: int = 2) -> str:
    """Return one part of an event, or of a supply line, as HTML.

    Parameters
    ----------
    name : str
        ``facts``, ``claims`` or ``record`` (history and sources): a macro of the template.
    event : dict
        As `record` returns it, or `dashboard.flow_record.flow_record`.
    template : str, default event.html
        File in templates/.
    level : int, default 2
        Level of its title among the headings of the page: 1 where the page is that of the event alone.
    """
    values = {"event": event, "level": level}
    return str(getattr(templates().get_template(template).make_module(values), name)())
