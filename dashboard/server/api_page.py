"""The page about the API: examples, parameters, formats, limits; it loads nothing but the font of the app."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard.layers.bundle import font
from dashboard.layers.palette import THEMES
from dashboard.record import templates
from dashboard.server.openapi import openapi
from dashboard.server.paging import MOST, PAGED, UNLIMITED
from incidents import Filter, Package, filter_mask
from incidents.export import FORMATS
from incidents.flows import FLOW_FORMATS

EXAMPLES: tuple[tuple[str, str, list[tuple[str, str]]], ...] = (
    ("September 2025, as JSON with claims and sources", "json", [("period", "2025-09-01"), ("period", "2025-09-30")]),
    ("Confirmed drone incursions over Poland and Romania, as CSV", "csv", [("country", "POL"), ("country", "ROU"), ("type", "drone_incursion"), ("status", "confirmed")]),
    ("Everything within 150 km of Narva, as GeoJSON", "geojson", [("near", "Narva,150")]),
    ("The eastern Baltic, not attributed to an unknown party", "geojson", [("area", "20,53.5,31,60.8"), ("not-actor", "UNK")]),
    ("What Russia denies", "csv", [("party", "RUS"), ("stance", "denies")]),
    ("What began at night by the clock of the place, where the hour is known", "csv", [("hours", "22-06,local")]),
    ("What is new since March 2026, ten at a time", "json", [("changed", "2026-03-01"), ("limit", "10"), ("offset", "0")]),
)  # fmt: skip
COLOURS = ("panel", "text", "muted", "line", "accent", "hover")


def _rows(package: Package) -> list[dict[str, Any]]:
    rows = []
    for words, kind, params in EXAMPLES:
        given: dict[str, list[str]] = {}
        for name, value in params:
            if name not in ("limit", "offset"):
                given.setdefault(name, []).append(value)
        view, _ = Filter.from_params(given)
        query = urlencode(params, safe=",")
        rows.append({"words": words, "address": f"events.{kind}?{query}", "n": int(filter_mask(package, view).sum())})
    return rows


def api_page(package: Package, *, below: str) -> bytes:
    """Return the page as HTML.

    Parameters
    ----------
    package : Package
        The data that is served: each example says how many of its events it holds.
    below : str
        What a relative address needs in front to lead below /api.
    """
    document = openapi()
    parameters = [
        {"name": name, "words": made["description"], "values": made["schema"].get("items", {}).get("enum", [])}
        for name, made in document["components"]["parameters"].items()
    ]
    css = {theme: "".join(f"--{name}:{colours[name]};" for name in COLOURS) for theme, colours in THEMES.items()}
    stack, face = map(Markup, font("static/media/" if below else "../static/media/"))
    page = templates().get_template("api.html").render(
        examples=_rows(package), parameters=parameters, below=below, css=css, font=stack, face=face, total=len(package.events),
        version=package.version, many=f"{MOST:,}".replace(",", "\u202f"), formats=list(FORMATS), flows=list(FLOW_FORMATS), paged=PAGED, unlimited=UNLIMITED,
    )  # fmt: skip
    return page.encode()
