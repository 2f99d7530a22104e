"""Where each statement of the seed article is seen in the app."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import geodata
from incidents import Filter, Package, filter_events
from incidents.story import STATEMENTS, Statement

TABLES = {
    "flows": ("flow_id", "commodity", "Supply lines", "supply-lines?flow="),
    "assessments": ("assessment_id", "title", "Watch list, as the author’s reading", "watch-list"),
    "watchlist": ("indicator_id", "title", "Watch list, as the author’s expectation", "watch-list"),
}
"""Key, title, place and address of what is no event."""


def _row(package: Package, row_id: str) -> dict[str, str] | None:
    if (event := package.event(row_id)) is not None:
        query = urlencode(Filter(event=row_id).to_params())
        return {"title": event["title"], "place": "Chronicle and map", "href": f"chronicle?{query}"}
    for name, (key, title, place, address) in TABLES.items():
        frame = getattr(package, name)
        found = frame[frame[key] == row_id]
        if len(found):
            return {
                "title": str(found[title].iat[0]),
                "place": place,
                "href": address + (row_id if address.endswith("=") else ""),
            }
    return None


def _query(package: Package, statement: Statement) -> dict[str, str] | None:
    if statement.query is None:
        return None
    words = statement.query.to_words(names=geodata.country_names())
    n = len(filter_events(package, statement.query))
    return {
        "title": f"{n} of {len(package.events)} recorded events: {words}",
        "place": "Map",
        "href": f"./?{urlencode(statement.query.to_params())}",
    }


def seen(package: Package) -> list[dict[str, Any]]:
    """Return for each statement of the article its words, the rows of this package where it is seen, and what other sources say.

    Statements of which the package has no row are left out: another package need not know the article.
    """
    rows = []
    for statement in STATEMENTS:
        places = [place for row_id in statement.rows if (place := _row(package, row_id)) is not None]
        counted = _query(package, statement)
        if counted is not None and (places or not statement.rows):
            places.append(counted)
        if places:
            rows.append({"said": statement.said, "seen": places, "found": statement.found})
    return rows if any(place["place"] != "Map" for row in rows for place in row["seen"]) else []
