"""How to cite one event or one view: plain text, BibTeX and RIS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from urllib.parse import urlencode

from dashboard.language import tr
from dashboard.press.content import Content
from dashboard.press.errors import PressError
from dashboard.press.permalink import permalink
from dashboard.press.picture import Picture, checked_url
from dashboard.words import short_day
from incidents import Filter, Package
from incidents.errors import shown

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True)
class Citation:
    """What a reference needs.

    Attributes
    ----------
    key : str
        Name of the entry: the event id, or one made from the version and, where the view is filtered, from its filter.
    title, collection : str
        Title of event or view; title of the whole package.
    version : str
        Version of the data.
    released : str
        Day of the data, ISO 8601, "" when the package states none.
    link : str
        Permalink; without an address of the app only its query, which bibliographies leave out.
    accessed : date or None
        Day of access.
    """

    key: str
    title: str
    collection: str
    version: str
    released: str
    link: str
    accessed: date | None

    @property
    def year(self) -> str:
        """Year of the data, "n.d." when unknown."""
        return self.released[:4] or tr("n.d.")

    @property
    def url(self) -> str:
        """The permalink where it is a whole address, otherwise ""."""
        return self.link if "://" in self.link else ""

    @property
    def text(self) -> str:
        """The reference as plain text."""
        parts = [f"“{self.title}.”"]
        parts += [tr("In: {collection}.").format(collection=self.collection)] if self.collection != self.title else []
        parts.append(tr("Data version {version} ({year}).").format(version=self.version, year=self.year))
        parts.append(f"{self.url}." if self.url else tr("Record {key}.").format(key=self.key))
        parts += [tr("Accessed {day}.").format(day=short_day(self.accessed))] if self.accessed else []
        return " ".join(parts)

    @property
    def bibtex(self) -> str:
        """The reference as BibTeX; special characters are escaped."""
        fields = {
            "title": "{" + _tex(self.title) + "}",
            "howpublished": _tex(self.collection),
            "year": self.released[:4],
            "version": self.version,
            "url": self.url,
            "urldate": self.accessed.isoformat() if self.accessed else "",
            "note": tr("Data version {version}").format(version=self.version),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{self.key},", *lines, "}", ""])

    @property
    def ris(self) -> str:
        """The reference as RIS (RFC-like lines, CRLF)."""
        rows = [
            ("TY", "DATA"), ("ID", self.key), ("TI", self.title), ("T2", self.collection), ("PY", self.released[:4]),
            ("DA", self.released.replace("-", "/")), ("ET", self.version), ("UR", self.url),
            ("Y2", self.accessed.strftime("%Y/%m/%d") if self.accessed else ""), ("ER", ""),
        ]  # fmt: skip
        return (
            "\r\n".join(
                f"{tag}  - {value}".rstrip() if tag != "ER" else "ER  - " for tag, value in rows if value or tag == "ER"
            )
            + "\r\n"
        )


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)


def _key(package: Package, view: Filter) -> str:
    """Return the name of a view's entry: another for each filter, the same in every language and each time."""
    name = f"airspace-incidents-{package.version}"
    return f"{name}-{sha256(urlencode(view.to_params()).encode()).hexdigest()[:8]}" if view.is_active else name


def cite(
    package: Package, view: Filter, *, url: str = "", link: str = "", at: str = "", accessed: date | None = None
) -> Citation:
    """Return the citation of a view, or of its event when it names one.

    Parameters
    ----------
    package : Package
        The data.
    view : Filter
        The view; with an `event` that event is cited.
    url : str, default ""
        Address of the app.
    link : str, default ""
        Permalink, when it is not one of the app.
    at : str, default ""
        Position of the map, for the permalink.
    accessed : date, optional
        Day of access; left out when not given.

    Raises
    ------
    PressError
        There is no such event, or the address is none.
    """
    content = Content(package, Picture(view, url=checked_url(url)))
    event = package.event(view.event) if view.event else None
    if view.event and event is None:
        raise PressError(f"event: there is no {shown(view.event)} in this data; take an id from the list")
    collection = str(package.descriptor.get("title", "")) or tr("Recorded airspace incidents")
    title = event["title"] if event else collection
    if not event and view.is_active:
        title = f"{collection}: {content.filter_words}"
    shown_view = Filter(event=view.event) if event else view
    key = view.event or _key(package, view)
    return Citation(
        re.sub(r"[^a-z0-9-]", "", key), " ".join(title.rstrip(".").split()), collection, package.version, package.created[:10],
        link or permalink(shown_view, url=content.picture.url, at=at), accessed,
    )  # fmt: skip
