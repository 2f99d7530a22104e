"""What picture is wanted: a plain value, checked once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from dashboard.layers.palette import THEMES
from dashboard.press.errors import PressError
from dashboard.press.presets import FORMATS, PRESETS, Preset
from incidents import Filter, Package
from incidents.errors import shown
from incidents.message import message

LONGEST = {"title": 160, "subtitle": 300}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def one_line(text: str) -> str:
    """Return text without control characters, line breaks and runs of spaces."""
    return " ".join(_CONTROL.sub(" ", text).split())


def one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    """Return the value, or raise naming those that exist."""
    if value not in known:
        raise PressError(f"{name}: there is no {shown(str(value))}; use one of {', '.join(known)}")
    return value


@dataclass(frozen=True)
class Picture:
    """One picture of a view.

    Attributes
    ----------
    filter : Filter, default all
        Which events. Its `event` is the one to highlight, with its claims.
    preset : str, default "social"
        A name of `dashboard.press.presets.PRESETS`.
    theme : str, default "light"
        "light" or "dark".
    format : str, default "png"
        "png", "svg" or "pdf".
    title, subtitle : str, default ""
        Own words, shown as typed; empty: made from the filters. At most 160 and 300 characters.
    numbered : bool, default False
        Number the events and list them, newest first, as many as there is room for.
    qr : bool, default False
        Add the permalink as a QR code; needs `url`.
    url : str, default ""
        Address of the app, for the permalink. Empty: only the query is printed.
    at : str, default ""
        Position of the map on the screen, for the permalink; the picture itself shows all events of its view.

    Raises
    ------
    PressError
        A value cannot be used.
    """

    filter: Filter = field(default_factory=Filter)
    preset: str = "social"
    theme: str = "light"
    format: str = "png"
    title: str = ""
    subtitle: str = ""
    numbered: bool = False
    qr: bool = False
    url: str = ""
    at: str = ""

    def __post_init__(self) -> None:
        one_of("preset", self.preset, tuple(PRESETS))
        one_of("theme", self.theme, tuple(THEMES))
        one_of("format", self.format, FORMATS)
        for name, longest in LONGEST.items():
            text = one_line(getattr(self, name))
            if len(text) > longest:
                said = message("{name}: {n} characters; at most {longest} have room, shorten it", name=name, n=len(text), longest=longest)  # fmt: skip
                raise PressError(said)
            object.__setattr__(self, name, text)
        object.__setattr__(self, "url", checked_url(self.url))
        if self.qr and not self.url:
            raise PressError("qr: a QR code needs the address of the app; give its url")

    @property
    def size(self) -> Preset:
        """The preset itself."""
        return PRESETS[self.preset]

    def replace(self, **changes: Any) -> Picture:
        """Return the picture with some parts replaced."""
        return replace(self, **changes)

    def check_event(self, package: Package) -> None:
        """Raise when the event to highlight is not in the package."""
        if self.filter.event and package.place_of(self.filter.event) is None:
            raise PressError(f"event: there is no {shown(self.filter.event)} in this data; take an id from the list")


def checked_url(url: str) -> str:
    """Return the address of an app without its last slash, or raise."""
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if url and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise PressError(f"url: {shown(url)} is not the address of an app; write it as https://example.org/map")
    if not url.isprintable() or " " in url:
        raise PressError(f"url: {shown(url)} holds spaces or control characters; write it as https://example.org/map")
    return url.rstrip("/")
