"""The text pages of the static site, and what each is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dashboard.icon import icon
from dashboard.press.citation import cite
from dashboard.press.content import Content
from dashboard.press.details import record_of
from dashboard.press.page import page
from dashboard.press.page_policy import policy
from dashboard.press.picture import Picture
from dashboard.press.site_words import feed, json_ld, open_graph, sitemap
from dashboard.record import name_of, part, templates
from dashboard.words import label, short_when
from incidents import Filter, Package
from incidents.export import FORMATS, csv_description_bytes

HERE = Path(__file__).parent
ICON = "icon.png"
NAV = [
    ("chronicle.html", "Chronicle"), ("data/events.csv", "CSV"), ("data/events.geojson", "GeoJSON"),
    ("data/events.json", "JSON"), ("feed.xml", "Feed"),
]  # fmt: skip


@dataclass(frozen=True, eq=False)
class SitePages:
    """Makes the files of a site.

    Attributes
    ----------
    package : Package
        The data.
    url : str
        Address where the site will be, "" when it is not known.
    """

    package: Package
    url: str

    @cached_property
    def content(self) -> Content:
        """Words about all recorded events."""
        return Content(self.package, Picture(url=self.url))

    @cached_property
    def style(self) -> str:
        """The style of the text pages."""
        return (HERE / "site.css").read_text("utf-8")

    @property
    def ids(self) -> list[str]:
        """Ids of all events, oldest first."""
        return self.package.events["event_id"].tolist()

    def files(self) -> dict[str, Callable[[], bytes]]:
        """Return what makes each file that is not a picture, by its name in the site."""
        found: dict[str, Callable[[], bytes]] = {
            "index.html": self.index,
            "chronicle.html": self.chronicle,
            ICON: icon,
            "sitemap.xml": lambda: sitemap(self.package, url=self.url),
            "feed.xml": lambda: feed(self.package, url=self.url, title=self.content.title),
        }
        for kind in ("csv", "geojson", "json"):
            found[f"data/events.{kind}"] = lambda kind=kind: FORMATS[kind](self.package, filter=Filter())
        found["data/events.csv-metadata.json"] = lambda: csv_description_bytes(self.package, url="events.csv")
        for k, event_id in enumerate(self.ids):
            found[f"events/{event_id}.html"] = lambda k=k: self.event(k)
        return found

    def address(self, name: str) -> str:
        """Return the absolute address of a file, "" when the site's is not known."""
        return f"{self.url}/{name}" if self.url else ""

    def _render(self, template: str, name: str, root: str, **values: Any) -> bytes:
        shared = {
            "policy": policy([], [self.style]).replace("img-src data:", "img-src 'self' file:").replace("script-src ", "script-src 'none'"),
            "site": self.content.title, "root": root, "canonical": self.address(name), "credits": self.content.credits,
            "style": Markup(self.style),  # noqa: S704 - our own file
            "icon": ICON,
            "meta": [],
        }  # fmt: skip
        return templates().get_template(template).render(**(shared | values)).encode()

    def index(self) -> bytes:
        """Return the page with the map."""
        title, words = self.content.title, self.content.alt_text
        about = open_graph(title, words, site=title, picture="", address=self.address("index.html"), alt="")
        links = [("alternate", "application/atom+xml", "feed.xml", "Newest recorded events")]
        return page(self.package, url=self.url, pages="events/", nav=NAV, meta=about, links=links)

    def chronicle(self) -> bytes:
        """Return the list of all events by year, newest first."""
        rows = [
            {
                "id": row["event_id"], "title": row["title"], "when": short_when(row), "year": row["earliest"].year,
                "country": name_of(row["country"]), "type": label("event_type", row["event_type"]),
                "status": row["status"], "status_label": label("status", row["status"]),
            }
            for row in self.package.events.iloc[::-1].to_dict("records")
        ]  # fmt: skip
        years = [(year, list(group)) for year, group in groupby(rows, key=lambda row: row["year"])]
        return self._render(
            "site_chronicle.html", "chronicle.html", "", title=f"Chronicle · {self.content.title}",
            description=self._chronicle_words, count=self.content.count, years=years,
        )  # fmt: skip

    @property
    def _chronicle_words(self) -> str:
        content = self.content
        return f"All {content.total} recorded airspace events by year, newest first: {content.categories}. {content.period}. Data {content.dated}."

    def event(self, at: int) -> bytes:
        """Return the page of the event at a position of the table."""
        event_id = self.ids[at]
        name, event = f"events/{event_id}.html", record_of(self.package, event_id)
        address, picture = self.address(name), self.address(f"pictures/{event_id}.png")
        where = next((lines for term, lines in event["facts"] if term == "Where"), [""])
        alt = f"Map: {where[0]}. {where[1] if len(where) > 1 else ''}".strip()
        neighbours = [self.package.event(self.ids[k]) if 0 <= k < len(self.ids) else None for k in (at - 1, at + 1)]
        citation = cite(self.package, Filter(event=event_id), url=self.url, link=address)
        return self._render(
            "site_event.html", name, "../", title=event["title"], description=event["summary"], event=event, alt=alt,
            meta=open_graph(event["title"], event["summary"], site=self.content.title, picture=picture, address=address, alt=alt),
            json_ld=Markup(json_ld(event, self.package, address=address)),  # noqa: S704 - < > & are escaped in it
            **{name: Markup(part(name, event, level=1)) for name in ("facts", "claims", "record")},  # noqa: S704 - escaped templates
            citation=citation, before=neighbours[0], after=neighbours[1],
        )  # fmt: skip
