"""What a picture says in words: title, counts, credits, caption, alternative text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

import geodata
from dashboard.press.permalink import permalink, shown_link
from dashboard.press.picture import Picture
from dashboard.record import record
from dashboard.words import by_category, label, short_day
from incidents import Filter, Package, filter_events, summarise
from incidents.filter import day_bounds
from incidents.filter_words import period_words

PLURAL = {
    "incident": "Airspace incidents", "response": "Responses", "statement": "Statements", "posture": "Posture",
    "aircraft_violation": "Airspace violations", "drone_incursion": "Drone incursions", "drone_sighting": "Drone sightings",
    "shoot_down": "Shoot-downs", "crash_debris": "Crashes and debris", "interception": "Interceptions",
    "unsafe_manoeuvre": "Unsafe manoeuvres", "airport_closure": "Airport closures", "gnss_interference": "Satellite navigation interference",
    "balloon_incursion": "Balloon incursions", "missile_overflight": "Missile overflights", "article_4": "Article 4 consultations",
    "rules_of_engagement": "Rules of engagement", "deployment": "Deployments", "policy": "Policies and measures",
    "sanctions": "Sanctions", "diplomatic": "Diplomatic steps",
}  # fmt: skip
WHOLE = "Airspace incidents on NATO’s eastern flank"
LICENCES = {"CC-BY-4.0": "CC BY 4.0"}
BOUNDARIES = (
    "Land: Natural Earth. Airspace limits: derived from © OpenStreetMap contributors, ODbL. "
    "Crimea shown as Ukraine (UN GA 68/262); the part annexed in 2014 is hatched, lines not agreed are dashed."
)
HOW_TO_READ = "Each glyph is one recorded event. Circles are the radius of uncertainty of its place, to scale."


@dataclass(frozen=True, eq=False)
class Content:
    """The words of one picture.

    Attributes
    ----------
    package : Package
        Where the events come from.
    picture : Picture
        What is wanted.
    """

    package: Package
    picture: Picture

    @cached_property
    def view(self) -> Filter:
        """The filter without the highlighted event."""
        return self.picture.filter.replace(event="")

    @cached_property
    def events(self) -> pd.DataFrame:
        """The events of the view, oldest first."""
        return filter_events(self.package, self.view)

    @cached_property
    def event(self) -> dict[str, Any] | None:
        """The highlighted event in words (`dashboard.record.record`), None when there is none."""
        return record(self.package, self.picture.filter.event) if self.picture.filter.event else None

    @property
    def n(self) -> int:
        """Number of events of the view."""
        return len(self.events)

    @property
    def total(self) -> int:
        """Number of all recorded events."""
        return len(self.package.events)

    @cached_property
    def period(self) -> str:
        """The period in words: the filter's, or that of all recorded events."""
        words = period_words(self.view.period)
        if words:
            return words
        bounds = day_bounds(self.package.events)
        return period_words(bounds) if bounds else "no dates"

    @cached_property
    def title(self) -> str:
        """Own title, or one made from event or filters."""
        if self.picture.title:
            return self.picture.title
        return self.event["title"] if self.event else headline(self.view)

    @cached_property
    def subtitle(self) -> str:
        """Own subtitle, or the period where the title does not say it."""
        if self.picture.subtitle or self.event or (self.view.has_period and not self.picture.title):
            return self.picture.subtitle
        return _upper(self.period)

    @cached_property
    def filter_words(self) -> str:
        """The filter in one line, with names of countries."""
        return self.view.to_words(names=geodata.country_names())

    @property
    def count(self) -> str:
        """``n of N recorded events``."""
        return f"{self.n} of {self.total} recorded events"

    @cached_property
    def categories(self) -> str:
        """Counts by category, so that unlike things are not added silently."""
        return by_category(summarise(self.events, total=self.total)["category"])

    @cached_property
    def dated(self) -> str:
        """Version and date of the data."""
        created = self.package.created[:10]
        day = f", {short_day(date.fromisoformat(created))}" if created else ""
        return f"version {self.package.version}{day}"

    @cached_property
    def link(self) -> str:
        """The permalink of the view."""
        return permalink(self.picture.filter, url=self.picture.url)

    @cached_property
    def credits(self) -> str:
        """Data, licence, boundaries and permalink in one paragraph."""
        licence = LICENCES.get(self.package.licence, self.package.licence)
        data = (
            f"Data: {self.dated}" + (f", {licence}" if licence else "") + ", from public sources named in each record."
        )
        view = f" View: {shown_link(self.link)}" if self.link != "/" else ""
        counting = "Counts are of recorded events, not of all that happened."
        return f"{data} {counting} {BOUNDARIES}{view}"

    @cached_property
    def caption(self) -> str:
        """A caption to print under the picture."""
        status = f" {_claims_words(self.event)}" if self.event else ""
        counted = f"{self.count} ({self.categories})" if self.n else f"{self.count}: none matches the filter"
        first = f"{self.title.rstrip('.')}.{status} {counted}; {self.filter_words}; period: {self.period}."
        return f"{first} {self.credits}"

    @cached_property
    def alt_text(self) -> str:
        """A description for those who do not see the picture."""
        if not self.n and not self.event:
            return f"Empty map: no recorded event of {self.total} matches the filter ({self.filter_words})."
        counts = summarise(self.events, total=self.total)
        most = ", ".join(
            f"{geodata.country_names().get(code, code)} {n}" for code, n in list(counts["country"].items())[:5]
        )
        kinds = ", ".join(f"{label('event_type', word)} {n}" for word, n in list(counts["type"].items())[:4])
        shown = f"Map with {self.count}: {self.categories}. Filter: {self.filter_words}. Period: {self.period}."
        if self.event:
            where = "; ".join(next((lines for term, lines in self.event["facts"] if term == "Where"), []))
            what = f"Highlighted: {self.event['title']}. {where}. {_claims_words(self.event)}"
            return f"{what} {shown}"
        return f"{shown} Most by state concerned: {most}. Most by type: {kinds}."


def _claims_words(event: dict[str, Any]) -> str:
    says = sorted({claim["party"] for claim in event["claims"] if claim["stance"] == "asserts"})
    denies = sorted({claim["party"] for claim in event["claims"] if claim["stance"] == "denies"})
    parts = [f"Asserted by {', '.join(says)}" if says else "", f"denied by {', '.join(denies)}" if denies else ""]
    known = "; ".join(part for part in parts if part)
    return f"Status: {event['status_label'].lower()}." + (f" {_upper(known)}." if known else "")


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def headline(view: Filter) -> str:
    """Return a title made from a filter: what, where, when."""
    if not view.is_active:
        return WHOLE
    names = geodata.country_names()
    what = "Recorded airspace events"
    for words in (view.type, view.category):
        if 0 < len(words) <= 2:
            plurals = [PLURAL.get(word, word) for word in words]
            what = _listed([plurals[0], *(word[:1].lower() + word[1:] for word in plurals[1:])])
            break
    if len(view.status) == 1:
        what += f", {label('status', view.status[0]).lower()}"
    where = _listed([names.get(code, code) for code in view.country]) if 0 < len(view.country) <= 4 else ""
    if len(view.actor) == 1 and view.actor != ("UNK",):
        what += f" attributed to {names.get(view.actor[0], view.actor[0])}"
    title = f"{where}: {what[:1].lower()}{what[1:]}" if where else what
    return f"{title}, {period_words(view.period)}" if view.has_period else title
