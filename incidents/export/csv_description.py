"""What a CSV says about itself, in a file beside it: RFC 4180 leaves no place for it inside."""

from __future__ import annotations

import json
from typing import Any

from incidents.export.metadata import metadata
from incidents.export.page import Page
from incidents.filter import EVERYTHING, Filter, filter_mask
from incidents.package import Package
from incidents.schema import Column, Table
from incidents.tables import EVENTS
from incidents.vocabulary import VOCABULARIES

SUFFIX = "csv-metadata.json"
"""Where readers of CSVW look first: the address of the CSV and ``-metadata.json``."""
MEDIA_TYPE = "application/csvm+json"
_NEUTRAL = "Text that a spreadsheet would take for a formula has an apostrophe in front."


def _column(column: Column) -> dict[str, Any]:
    kind: Any = {"number": "double", "integer": "integer"}.get(column.kind, "string")
    limits = {"minimum": column.minimum, "maximum": column.maximum, "minExclusive": column.above}
    if given := {name: value for name, value in limits.items() if value is not None}:
        kind = {"base": kind} | given
    elif column.kind == "word":
        kind = {"base": "string", "format": "|".join(VOCABULARIES[column.vocabulary])}
    unit = f" Unit: {column.unit}." if column.unit else ""
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description + unit,
        "datatype": kind,
        "required": column.required,
    }


def csv_description(
    package: Package, *, url: str, filter: Filter = EVERYTHING, page: Page | None = None
) -> dict[str, Any]:
    """Return the description of a CSV export (W3C, Metadata Vocabulary for Tabular Data, 2015: "CSVW").

    Parameters
    ----------
    package : Package
        Where the rows come from.
    url : str
        Address of the CSV relative to the description: the name of the file beside it.
    filter : Filter, default everything
        What chose the rows.
    page : Page, optional
        Which of them the CSV holds. Default: all.

    Returns
    -------
    dict
        Title, licence, dates covered, form and columns of the CSV; under ``notes`` what GeoJSON and JSON carry as ``metadata``: n of N, filter, period, version,
        licence.
    """
    about = metadata(package, filter=filter, n=int(filter_mask(package.events, filter).sum()), page=page)
    return described(about, EVENTS, url=url, rows="recorded events")


def described(about: dict[str, Any], table: Table, *, url: str, rows: str) -> dict[str, Any]:
    """Return the description of a CSV with the columns of a table, from what `metadata` says about its rows; ``rows`` is what they are called."""
    found: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": url,
        "dc:title": about["title"] or rows.capitalize(),
        "dc:description": f"{about['n']} of {about['N']} {rows}: {about['filter']['words']}. {_NEUTRAL}",
        "schema:version": about["version"],
    }
    if about["created"]:
        found["dc:created"] = about["created"]
    if about["licence"]:
        found["dc:license"] = {"@id": about["licence_url"]} if about["licence_url"] else about["licence"]
    if any(about["period"].values()):
        found["dc:temporal"] = "/".join(day or ".." for day in about["period"].values())
    return found | {
        "notes": [about],
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            "primaryKey": list(table.key) if len(table.key) > 1 else table.key[0],
        },
    }


def csv_description_bytes(
    package: Package, *, url: str, filter: Filter = EVERYTHING, page: Page | None = None
) -> bytes:
    """Return `csv_description` as the text of its file."""
    return as_file(csv_description(package, url=url, filter=filter, page=page))


def as_file(description: dict[str, Any]) -> bytes:
    """Return a description as the text of its file."""
    return (json.dumps(description, ensure_ascii=False, indent=1) + "\n").encode()
