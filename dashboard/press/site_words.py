"""What the site says to machines: JSON-LD, Open Graph, Atom, sitemap."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

import pandas as pd

from dashboard.record import name_of
from incidents import Package

NEWEST = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _iso(moment: pd.Timestamp) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def json_ld(event: dict[str, Any], package: Package, *, address: str) -> str:
    """Return schema.org JSON-LD of one event, safe inside a script element.

    The place is a circle with the radius of uncertainty; times are the interval in which it could have happened. Without an address there is none in it.
    """
    circle = {
        "@type": "GeoCircle",
        "geoMidpoint": {"@type": "GeoCoordinates", "latitude": event["latitude"], "longitude": event["longitude"]},
        "geoRadius": event["coordinate_uncertainty_m"],
    }
    found = {
        "@context": "https://schema.org",
        "@type": "Event",
        "identifier": event["event_id"],
        "name": event["title"],
        "description": event["summary"],
        "startDate": event["start"],
        "endDate": event["end"] or event["start"],
        "location": {"@type": "Place", "name": event["place_name"] or name_of(event["country"]), "geo": circle},
        "keywords": [event["category_label"], event["type_label"], event["status_label"]],
        "citation": [source["href"] for source in event["sources"] if source["href"]],
        "isPartOf": {"@type": "Dataset", "name": str(package.descriptor.get("title", "")), "version": package.version},
    }
    if address:
        found |= {"@id": address, "url": address}
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def open_graph(
    title: str, description: str, *, site: str, picture: str, address: str, alt: str
) -> list[tuple[str, str]]:
    """Return Open Graph properties; without an address those that need one are left out."""
    found = [("og:type", "article"), ("og:title", title), ("og:description", description[:300]), ("og:site_name", site)]
    found += [("og:url", address)] if address else []
    found += (
        [("og:image", picture), ("og:image:width", "600"), ("og:image:height", "315"), ("og:image:alt", alt)]
        if picture
        else []
    )
    return found


def updated(package: Package, event: dict[str, Any]) -> str:
    """Return the last moment known of a case, as an Atom date: that of the event, or the beginning of a later day."""
    days = [row["date"] for row in package.updates_of(event["event_id"]) if _DAY.fullmatch(row["date"])]
    return max([*(f"{day}T00:00:00Z" for day in days), _iso(event["earliest"])])


def feed(package: Package, *, url: str, title: str) -> bytes:
    """Return an Atom feed of the newest events; addresses are absolute when the site's is known."""
    base = f"{url}/" if url else ""
    events = [package.event(event_id) for event_id in package.events["event_id"].iloc[: -NEWEST - 1 : -1]]
    dates = [updated(package, event) for event in events]
    entries = [
        f"<entry><id>urn:airspace-event:{escape(event['event_id'])}</id><title>{escape(event['title'])}</title>"
        f"<updated>{when}</updated><published>{_iso(event['earliest'])}</published>"
        f"<link href={quoteattr(base + 'events/' + event['event_id'] + '.html')}/><summary>{escape(event['summary'])}</summary></entry>"
        for event, when in zip(events, dates, strict=True)
    ]
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>urn:airspace-incidents:{quote(str(package.descriptor.get('name', '')), safe='') or 'events'}</id>",
        f"<title>{escape(title)}</title><subtitle>Newest recorded events. Data version {package.version}.</subtitle>",
        f"<updated>{max(dates, default=package.created or '1970-01-01T00:00:00Z')}</updated>",
        f"<author><name>{escape(title)}</name></author>",
        f'<link href={quoteattr(base + "index.html")}/><link rel="self" href={quoteattr(base + "feed.xml")}/>',
    ]
    return ("\n".join([*head, *entries, "</feed>"]) + "\n").encode()


def sitemap(package: Package, *, url: str) -> bytes:
    """Return a sitemap; addresses are absolute when the site's is known, as the format wants."""
    base = f"{url}/" if url else ""
    names = ["index.html", "chronicle.html", *(f"events/{event_id}.html" for event_id in package.events["event_id"])]
    rows = [f"<url><loc>{escape(base + name)}</loc></url>" for name in names]
    head = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    return ("\n".join([*head, *rows, "</urlset>"]) + "\n").encode()
