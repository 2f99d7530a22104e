"""One supply line prepared for people: every value in words, ready for a template that escapes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard import language, words
from dashboard.language import mark, tr
from dashboard.record import LANGUAGES, name_of, safe_href
from incidents import Package
from incidents.export.records import records
from incidents.flows import is_contradicted
from incidents.tables import FLOWS, TABLES

Row = Mapping[str, Any]
CONTRADICTED = mark("Figure of the seed article that other sources contradict")
OF_SEED = "Seed article"
"""Publisher of the source rows that stand for the article itself (seeds/README.md)."""


def figure(value: float) -> str:
    """Return a number with thin no-break spaces between thousands, whole where it is whole."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
    return language.number(text.replace(",", "\u202f") if abs(value) >= 10_000 else text.replace(",", ""))


def quantity(flow: Row) -> str:
    """Return the reported quantity with its unit: ``20 000 to 28 000 containers``, ``at least 100 missiles``, "" when unknown."""
    low, high = flow["quantity_min"], flow["quantity_max"]
    if low is None and high is None:
        return ""
    if low is None:
        said = tr("at most {n}").format(n=figure(high))
    elif high is None:
        said = tr("at least {n}").format(n=figure(low))
    else:
        said = figure(low) if low == high else tr("{low} to {high}").format(low=figure(low), high=figure(high))
    return f"{said} {flow['unit']}".strip()


def period(flow: Row) -> str:
    """Return the period of a line: ``Sep 2023 to Jul 2025``, ``since Jun 2025``, ``2024``."""
    first, last = flow["period_start"], flow["period_end"]
    if not first and not last:
        return tr("period not given")
    if not last:
        return tr("since {day}").format(day=words.partial_day(first))
    if not first:
        return tr("until {day}").format(day=words.partial_day(last))
    first, last = words.partial_day(first), words.partial_day(last)
    return first if first == last else tr("{low} to {high}").format(low=first, high=last)


def capital(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def way(flow: Row) -> str:
    """Return between which states it runs: ``North Korea → Russia``."""
    return f"{name_of(flow['origin'])} → {name_of(flow['destination'])}"


def status(flow: Row) -> str:
    """Return the status in words; a contradicted figure of the seed says so."""
    return words.label("flow_status", flow["status"]) + (", " + tr("contradicted") if is_contradicted(flow) else "")


def _place(name: str, state: str) -> str:
    return name if name == state else f"{name}, {state}"


def flow_rows(package: Package) -> list[dict[str, Any]]:
    """Return all supply lines in the order of the file, empty numbers None, each with its ``number`` from 1."""
    return [row | {"number": number} for number, row in enumerate(records(package.flows, FLOWS), 1)]


def flow_record(package: Package, flow_id: str) -> dict[str, Any] | None:
    """Return everything the panel shows of one supply line, in words, or None when there is no such line.

    All values are plain text as the data holds it: escape them where they are shown.
    """
    flow = next((row for row in flow_rows(package) if row["flow_id"] == flow_id), None)
    if flow is None:
        return None
    wanted = flow["source_ids"].split(";")
    rows = package.sources[package.sources["source_id"].isin(wanted)]
    found = {row["source_id"]: row for row in records(rows, TABLES["sources"])}
    sources = [
        row
        | {
            "number": number,
            "href": safe_href(row["url"]),
            "published": words.partial_day(row["published"]) if row["published"] else tr("no date shown"),
            "language": language.language_name(row["language"], LANGUAGES.get(row["language"], row["language"])),
        }
        for number, row in enumerate((found[key] for key in wanted if key in found), 1)
    ]
    facts = [
        (tr("Quantity reported"), quantity(flow) or tr("no figure")),
        (tr("Period of the figure"), period(flow)),
        (tr("From"), _place(flow["origin_place"], name_of(flow["origin"]))),
        (tr("To"), _place(flow["destination_place"], name_of(flow["destination"]))),
        (tr("In the seed article"), tr("yes") if any(row["publisher"] == OF_SEED for row in sources) else tr("no")),
    ]
    return flow | {
        "way": way(flow),
        "title": capital(flow["commodity"]),
        "kind": words.label("flow_category", flow["category"]),
        "status_label": words.label("flow_status", flow["status"]),
        "status_text": words.description("flow_status", flow["status"]),
        "contradicted": tr(CONTRADICTED) if is_contradicted(flow) else "",
        "facts": facts,
        "sources": sources,
    }
