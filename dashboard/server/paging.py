"""Pages of the API: limit and offset, and links to the pages beside."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from incidents import Filter
from incidents.errors import quoted, shown
from incidents.export import Page
from incidents.export.csv_description import MEDIA_TYPE

MOST = 100_000
"""Events in one page, and in one answer of the formats that are built as a whole."""
PAGED = ("csv", "geojson", "json")
UNLIMITED = ("csv", "parquet", "zip")
"""Formats that are streamed or compact: any number of events without a page."""
_WHOLE = re.compile(r"[0-9]{1,9}")


def whole(query: QueryParams, name: str, *, least: int, most: int) -> int | None:
    """Return a whole number of the query, None when it is not given.

    Raises
    ------
    ValueError
        It is none (ASCII digits only), outside of its range, or given more than once.
    """
    values = query.getlist(name)
    if not values:
        return None
    if len(values) > 1:
        raise ValueError(f"{name}: {len(values)} values given; give one")
    if not _WHOLE.fullmatch(values[0]) or not least <= int(values[0]) <= most:
        raise ValueError(f"{name}: {quoted(values[0])} is not a whole number from {least} to {most}")
    return int(values[0])


def once(query: QueryParams, known: Collection[str]) -> dict[str, str]:
    """Return the parameters of a query, each of which may be given once.

    Raises
    ------
    ValueError
        One is not known, or is given more than once.
    """
    for name in sorted(set(query)):
        if name not in known:
            raise ValueError(f"{shown(name)}: there is no such parameter; use {', '.join(known)}")
        if len(query.getlist(name)) > 1:
            raise ValueError(f"{name}: {len(query.getlist(name))} values given; give one")
    return dict(query)


def page_of(query: QueryParams, kind: str) -> Page | None:
    """Return the page that a query asks for, None when it asks for everything.

    Raises
    ------
    ValueError
        limit or offset is not a number in its range, or the format has no pages.
    """
    if "limit" not in query and "offset" not in query:
        return None
    if kind not in PAGED:
        raise ValueError(f"limit and offset are for {', '.join(PAGED)}; {kind} holds all events of the view")
    limit = whole(query, "limit", least=1, most=MOST)
    return Page(whole(query, "offset", least=0, most=999_999_999) or 0, MOST if limit is None else limit)


def links(view: Filter, page: Page, n: int) -> Mapping[str, str]:
    """Return the Link header (RFC 8288) of a page of `n` events; addresses are relative to the one asked for."""
    last = max(0, (n - 1) // page.limit * page.limit)
    wanted = {"first": 0, "last": last}
    if page.offset > 0:
        wanted["prev"] = min(max(0, page.offset - page.limit), last)
    if page.offset + page.limit < n:
        wanted["next"] = page.offset + page.limit

    def address(offset: int) -> str:
        return query_of(view, Page(offset, page.limit))

    return {"Link": ", ".join(f'<{address(offset)}>; rel="{rel}"' for rel, offset in wanted.items())}


def query_of(view: Filter, page: Page | None) -> str:
    """Return the query of a view and a page of it, with its question mark; "" for everything."""
    query = urlencode([*view.to_params(), *([("limit", page.limit), ("offset", page.offset)] if page else [])])
    return f"?{query}" if query else ""


def described_by(address: str) -> str:
    """Return the entry of the Link header of a CSV that leads to its description, as CSVW asks for."""
    return f'<{address}>; rel="describedby"; type="{MEDIA_TYPE}"'
