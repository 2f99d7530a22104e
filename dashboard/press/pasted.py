"""An address of the app that somebody pasted: what its clean view shows, or what in it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from dashboard.language import LANG, languages
from dashboard.map_position import AT, NOTE, map_position
from dashboard.press.errors import PressError
from dashboard.press.picture import checked_url, one_of
from incidents import Filter, Package
from incidents.errors import shown

MOST_URL = 4000
IGNORED = "Ignored: "
"""What notes begin with where the rest of an address is shown."""
ASPECTS = ("16:9", "4:3", "1:1", "9:16")
FLOWS = "supply-lines"
SCREENS = {"": "", "/": "", "/map": "", f"/{FLOWS}": FLOWS}
"""Paths below the address of the app whose screens have a clean view, and what leads there."""
IDLE = frozenset({"embed", "embed_options", "table", "chart", "step", "by", "clock", "versus", "against", "pair", "chapter", "entries"})  # fmt: skip
"""Parameters that say nothing to a clean view."""


@dataclass(frozen=True)
class Pasted:
    """What an address asks for.

    Attributes
    ----------
    screen : str
        "" for the map, "supply-lines".
    view : Filter
        Filters, period and selected event.
    at, aspect, flow : str
        Position of the map, shape, selected supply line; "" when the address names none.
    lang : str
        Language; English when the address names none.
    """

    screen: str
    view: Filter
    at: str
    aspect: str
    flow: str
    lang: str


def pasted(package: Package, address: str, *, url: str) -> Pasted:
    """Read an address.

    Parameters
    ----------
    package : Package
        The data.
    address : str
        The address that somebody pasted.
    url : str
        Address of the app.

    Raises
    ------
    PressError
        It is not one of the app's that have a clean view (the message begins with "url"), or it holds what cannot be read: a frame that
        left it out would show another view.
    """
    home, given = urlsplit(checked_url(url)), urlsplit(address)
    same = (given.scheme, given.netloc) == (home.scheme, home.netloc) and given.path.startswith(home.path)
    path = given.path.removeprefix(home.path)
    if not home.hostname or not same or path not in SCREENS:
        raise PressError(f"url: {shown(address)} is not an address of this map")
    if len(address) > MOST_URL:
        raise PressError(f"url: more than {MOST_URL} characters; shorten the address")
    params = parse_qs(given.query, keep_blank_values=True)
    beside = {name: params.pop(name, [""])[-1] for name in (AT, "aspect", "flow", LANG)}
    view, notes = Filter.from_params({name: params[name] for name in params if name not in IDLE}, package)
    if notes:
        raise PressError(notes[0].removeprefix(IGNORED))
    if beside[AT] and map_position(beside[AT]) is None:
        raise PressError(NOTE.removeprefix(IGNORED))
    flow = beside["flow"] if SCREENS[path] == FLOWS else ""
    if flow and flow not in set(package.flows["flow_id"]):
        raise PressError(f"flow: there is no supply line {shown(flow)}")
    if beside["aspect"]:
        one_of("aspect", beside["aspect"], ASPECTS)
    if SCREENS[path] == FLOWS:
        view = Filter(period=view.period)  # the screen looks at nothing else
    lang = one_of(LANG, beside[LANG] or languages()[0], languages())
    return Pasted(SCREENS[path], view, beside[AT], beside["aspect"], flow, lang)
