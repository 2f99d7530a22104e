"""What a picture says in words of the current language: title, counts, credits, caption, alternative text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from dashboard.filter_speech import filter_words, period_words
from dashboard.language import mark, tr
from dashboard.press.headline import headline
from dashboard.press.permalink import permalink, shown_link
from dashboard.press.picture import Picture
from dashboard.record import record
from dashboard.words import by_category, label, name_of, short_day
from incidents import Filter, Package, filter_events, summarise
from incidents.filter import day_bounds

LICENCES = {"CC-BY-4.0": "CC BY 4.0"}
BOUNDARIES = mark(
    "Land: Natural Earth. Airspace limits: derived from © OpenStreetMap contributors, ODbL. "
    "Crimea shown as Ukraine (UN GA 68/262); the part annexed in 2014 is hatched, lines not agreed are dashed."
)
HOW_TO_READ = mark("Each glyph is one recorded event. Circles are the radius of uncertainty of its place, to scale.")


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
        return period_words(bounds) if bounds else tr("no dates")

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
        return filter_words(self.view)

    @property
    def count(self) -> str:
        """``n of N recorded events``."""
        return tr("{n} of {total} recorded events").format(n=self.n, total=self.total)

    @cached_property
    def categories(self) -> str:
        """Counts by category, so that unlike things are not added silently."""
        return by_category(summarise(self.events, total=self.total)["category"])

    @cached_property
    def dated(self) -> str:
        """Version and date of the data."""
        created = self.package.created[:10]
        day = f", {short_day(date.fromisoformat(created))}" if created else ""
        return tr("version {version}").format(version=self.package.version) + day

    @cached_property
    def source(self) -> str:
        """Where the data are from, and their licence, in one sentence."""
        licence = LICENCES.get(self.package.licence, self.package.licence)
        data = f"{self.dated}, {licence}" if licence else self.dated
        return tr("Data: {data}, from public sources named in each record.").format(data=data)

    @cached_property
    def link(self) -> str:
        """The permalink of the view."""
        return permalink(self.picture.filter, url=self.picture.url, at=self.picture.at)

    @cached_property
    def credits(self) -> str:
        """Data, licence, boundaries and permalink in one paragraph."""
        counting = tr("Counts are of recorded events, not of all that happened.")
        parts = [self.source, counting, tr(BOUNDARIES)]
        if self.picture.filter.to_params() or self.picture.at:
            parts.append(tr("View: {link}").format(link=shown_link(self.link)))
        return " ".join(parts)

    @cached_property
    def caption(self) -> str:
        """A caption to print under the picture."""
        status = f" {_claims_words(self.event)}" if self.event else ""
        none = tr("{count}: none matches the filter").format(count=self.count)
        counted = f"{self.count} ({self.categories})" if self.n else none
        period = tr("period: {period}").format(period=self.period)
        first = f"{self.title.rstrip('.')}.{status} {counted}; {self.filter_words}; {period}."
        return f"{first} {self.credits}"

    @cached_property
    def alt_text(self) -> str:
        """A description for those who do not see the picture."""
        if not self.n and not self.event:
            none = tr("Empty map: no recorded event of {total} matches the filter ({filter}).")
            return none.format(total=self.total, filter=self.filter_words)
        counts = summarise(self.events, total=self.total)
        most = ", ".join(f"{name_of(code)} {n}" for code, n in list(counts["country"].items())[:5])
        kinds = ", ".join(f"{label('event_type', word)} {n}" for word, n in list(counts["type"].items())[:4])
        shown = tr("Map with {count}: {categories}. Filter: {filter}. Period: {period}.").format(
            count=self.count, categories=self.categories, filter=self.filter_words, period=self.period
        )
        if self.event:
            lines = next((lines for term, lines in self.event["facts"] if term == tr("Where")), [])
            where = "; ".join(line.rstrip(".") for line in lines)
            what = tr("Highlighted: {title}.").format(title=self.event["title"])
            return f"{what} {where}. {_claims_words(self.event)} {shown}"
        top = tr("Most by state concerned: {countries}. Most by type: {types}.").format(countries=most, types=kinds)
        return f"{shown} {top}"


def _claims_words(event: dict[str, Any]) -> str:
    says = sorted({claim["party"] for claim in event["claims"] if claim["stance"] == "asserts"})
    denies = sorted({claim["party"] for claim in event["claims"] if claim["stance"] == "denies"})
    parts = [tr("asserted by {list}").format(list=", ".join(says))] if says else []
    parts += [tr("denied by {list}").format(list=", ".join(denies))] if denies else []
    status = tr("Status: {status}.").format(status=event["status_label"].lower())
    return status + (f" {_upper('; '.join(parts))}." if parts else "")


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
