"""What an export says about itself."""

from __future__ import annotations

from typing import Any

from incidents.filter import Filter
from incidents.package import Package

_LICENCE_PAGES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}


def metadata(package: Package, *, filter: Filter, n: int) -> dict[str, Any]:
    """Return what stands at the head of a GeoJSON or JSON export.

    Parameters
    ----------
    package : Package
        Where the rows come from.
    filter : Filter
        What chose them.
    n : int
        Number of rows.

    Returns
    -------
    dict
        title, n, N, filter (words and URL parameters), period (first and last day, None when open), package version and date, licence ("" when
        the package states none) and a note on counting.
    """
    first, last = (day.isoformat() if day else None for day in filter.period)
    return {
        "title": str(package.descriptor.get("title", "")),
        "n": n,
        "N": len(package.events),
        "filter": {"words": filter.replace(event="").to_words(), "params": filter.replace(event="").to_params()},
        "period": {"first": first, "last": last},
        "version": package.version,
        "created": package.created,
        "licence": package.licence,
        "licence_url": _LICENCE_PAGES.get(package.licence, ""),
        "note": "n of N recorded events of all categories; incidents, responses, statements and posture are not one quantity.",
    }


def file_name(package: Package, *, filter: Filter, suffix: str) -> str:
    """Return a file name that says period, filtered or not, and version: ``airspace-events_2025-09-01_2025-09-30_filtered_bb3112687b97.csv``."""
    parts = ["airspace-events"]
    if filter.has_period:
        parts += [day.isoformat() if day else "open" for day in filter.period]
    if filter.without("period").is_active:
        parts.append("filtered")
    return "_".join([*parts, package.version]) + f".{suffix}"
