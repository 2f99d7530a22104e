"""Where each statement of the seed article is seen in the app."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dashboard import language
from dashboard.filter_speech import filter_words
from dashboard.flow_record import capital
from dashboard.language import mark, tr
from incidents import Filter, Package, filter_events
from incidents.story import STATEMENTS, Statement

TABLES = {
    "flows": ("flow_id", "commodity", mark("Supply lines"), "supply-lines?flow="),
    "assessments": ("assessment_id", "title", mark("Watch list, as the author’s reading"), "watch-list"),
    "watchlist": ("indicator_id", "title", mark("Watch list, as the author’s expectation"), "watch-list"),
}
"""Key, title, place and address of what is no event."""


def _query_string(view: Filter) -> str:
    return urlencode([*view.to_params(), *language.params().items()])


def _rest(address: str, row_id: str) -> str:
    """Return what follows an address: the id, where it asks for one, and the language."""
    spoken = urlencode(language.params())
    if address.endswith("="):
        return f"{row_id}&{spoken}" if spoken else row_id
    return f"?{spoken}" if spoken else ""


def _row(package: Package, row_id: str) -> dict[str, str] | None:
    if (event := package.event(row_id)) is not None:
        query = _query_string(Filter(event=row_id))
        return {"title": event["title"], "place": tr("Chronicle and map"), "href": f"chronicle?{query}"}
    for name, (key, title, place, address) in TABLES.items():
        frame = getattr(package, name)
        found = frame[frame[key] == row_id]
        if len(found):
            return {
                "title": capital(str(found[title].iat[0])),
                "place": tr(place),
                "href": address + _rest(address, row_id),
            }
    return None


def _query(package: Package, statement: Statement) -> dict[str, str] | None:
    if statement.query is None:
        return None
    n = len(filter_events(package, statement.query))
    return {
        "title": tr("{n} of {total} recorded events: {words}").format(
            n=n, total=len(package.events), words=filter_words(statement.query)
        ),
        "place": tr("Map"),
        "href": f"./?{_query_string(statement.query)}",
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
            rows.append({"said": tr(statement.said), "seen": places, "found": tr(statement.found)})
    return rows if any(place["place"] != tr("Map") for row in rows for place in row["seen"]) else []
