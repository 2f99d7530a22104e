"""What an export says about itself."""

from __future__ import annotations

import re
from typing import Any

from incidents.export.page import Page
from incidents.filter import Filter
from incidents.package import Package
from incidents.without_hour import without_hour

_LONGEST_WORDS = 80
_LICENCE_PAGES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}


def metadata(package: Package, *, filter: Filter, n: int, page: Page | None = None) -> dict[str, Any]:
    """Return what stands at the head of a GeoJSON or JSON export.

    Parameters
    ----------
    package : Package
        Where the rows come from.
    filter : Filter
        What chose them.
    n : int
        Number of rows of the view.
    page : Page, optional
        Which of them are returned. Default: all.

    Returns
    -------
    dict
        title, n, N, filter (words and URL parameters), period (first and last day, None when open), package version and date, licence ("" when
        the package states none), a note on counting, with hours the number of events ``left_out`` because theirs is not known, and for a page its offset, limit and number of rows.
    """
    first, last = (day.isoformat() if day else None for day in filter.period)
    about = {
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
    if filter.hours:
        about["left_out"] = {"hour_not_known": without_hour(package, filter)}
    return about if page is None else about | {"page": page.about(n)}


def file_name(package: Package, *, filter: Filter, suffix: str) -> str:
    """Return a file name that says period, filter, version and licence, also for a CSV that has lost the description beside it.

    As in ``airspace-events_2025-09-01_2025-09-30_filtered_country-EST_bb3112687b97_CC-BY-4.0.csv``; a long filter is cut, and ends with ``etc``.
    """
    parts = ["airspace-events"]
    if filter.has_period:
        parts += [day.isoformat() if day else "open" for day in filter.period]
    if filter.without("period").is_active:
        chosen = filter.without("period").replace(event="").to_params()
        words = "_".join(re.sub(r"[^A-Za-z0-9.]+", "-", f"{name}-{value}").strip("-") for name, value in chosen)
        parts += ["filtered", words if len(words) <= _LONGEST_WORDS else words[:_LONGEST_WORDS].rstrip("-_.") + "-etc"]
    return (
        "_".join(
            [*parts, package.version, *([re.sub(r"[^A-Za-z0-9.]+", "-", package.licence)] if package.licence else [])]
        )
        + f".{suffix}"
    )
