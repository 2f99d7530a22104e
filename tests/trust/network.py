"""Part 2, the browser's side: with the network blocked every screen is whole, asks no foreign host, and leaves nothing behind but what About names."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.benchmarks.figure import Figure
from tests.browser.opened import Opened
from tests.trust.headers import COOKIES
from tests.trust.room import Room
from tests.trust.screens import SCREENS, Screen, settle, show

LANE, BUDGET_S = "server", 85
FONTS = """() => [...document.fonts].filter((font) => font.status === 'error').map((font) => `${font.family} ${font.weight}`)"""
LOADED = """() => [...new Set([...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family.replaceAll('"', '')))]"""
ICONS = """() => [...document.querySelectorAll('[data-testid=stIconMaterial]')].filter((icon) => icon.getClientRects().length)
    .map((icon) => [icon.textContent, icon.getBoundingClientRect().width / parseFloat(getComputedStyle(icon).fontSize)])"""
"""Icons are words in a font of their own: without it the word itself is seen, which is wider than it is high."""
DRAWN = """() => [...document.querySelectorAll('canvas:not(.still)')].some((canvas) => canvas.width && canvas.height
    && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value, at) => at % 4 === 3 && value > 0))"""
KEPT = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
WIDEST_ICON, SETTLED_MS = 1.6, 150


@dataclass
class Seen:
    """What was seen over some screens.

    Attributes
    ----------
    screens, icons : int
        How many were looked at.
    foreign, broken, cookies, kept : list of str
        Requests to foreign hosts; fonts, icons and maps that are not there; names of cookies, and of what the page keeps in the browser.
    """

    screens: int = 0
    icons: int = 0
    foreign: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    cookies: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)


def look(opened: Opened, name: str, seen: Seen) -> None:
    """Look at the page and at each frame that is open now."""
    page = opened.page
    page.evaluate("() => document.fonts.ready")
    seen.screens += 1
    for frame in page.frames:
        seen.broken += [f"{name}: font {font}" for font in frame.evaluate(FONTS)]
        icons = frame.evaluate(ICONS)
        seen.icons += len(icons)
        seen.broken += [f"{name}: icon {word} is shown as a word" for word, width in icons if width > WIDEST_ICON]
        if "streamlit_folium" in frame.url and not frame.evaluate(DRAWN):
            seen.broken.append(f"{name}: nothing is drawn on the map")
    if page.locator("[data-testid=stApp]").count() and "Source Sans" not in page.evaluate(LOADED):
        seen.broken.append(f"{name}: the font of the page is not loaded")
    # -1: until the browser's session ends.
    seen.cookies |= {
        cookie["name"] + (" that stays" if cookie["expires"] != -1 else "") for cookie in opened.context.cookies()
    }
    seen.kept |= set(page.evaluate(KEPT))
    seen.foreign += [f"{name}: {url}" for url in opened.foreign]
    opened.foreign.clear()


def looked(opened: Opened, screens: dict[str, Screen]) -> Seen:
    """Open screens one after the other in one tab."""
    seen = Seen()
    for name, screen in screens.items():
        show(opened, screen, settled_ms=SETTLED_MS)
        if screen.streamlit and opened.page.locator("iframe[src*=streamlit_folium]").count():
            _drawn(opened)
            settle(opened, screen, settled_ms=SETTLED_MS)
        look(opened, name, seen)
    return seen


def _drawn(opened: Opened) -> None:
    """Wait until every map has drawn something; one that never does is found by `look`."""
    for frame in opened.page.frames:
        if "streamlit_folium" in frame.url:
            for _ in range(50):
                if frame.evaluate(DRAWN):
                    break
                opened.page.wait_for_timeout(100)


def control(opened: Opened) -> Seen:
    """Return what is seen of a page that does everything wrong: the network is really blocked, and looking finds it."""
    seen = Seen()
    opened.expect_errors()
    opened.page.goto(f"{opened.url}/api")
    opened.page.context.add_cookies([{"name": "visitor", "value": "1", "url": opened.url}])
    opened.page.set_content(
        """<style>@font-face { font-family: f; src: url(https://elsewhere.example/f.woff2); } p { font: 16px f; }</style>
        <p>text</p><span data-testid=stIconMaterial>open_in_new</span><img src="https://elsewhere.example/count.gif">"""
    )
    opened.page.wait_for_timeout(500)
    look(opened, "control", seen)
    return seen


def measure(room: Room) -> Iterator[Figure]:
    """Open all screens with the network blocked."""
    server = room.server()
    wrong = control(room.opened(server.url))
    seen = looked(room.opened(server.url), {name: each for name, each in SCREENS.items() if "picture" not in name})
    strange = seen.cookies - COOKIES
    for line in (*seen.foreign, *seen.broken, *sorted(strange)):
        print(f"  {line}", file=sys.stderr)
    yield Figure("screens opened with the network blocked", seen.screens, "screens")
    yield Figure("requests to foreign hosts", len(seen.foreign), "requests", 0)
    yield Figure("fonts, icons and maps that are not there", len(seen.broken), "things", 0)
    yield Figure("icons that were looked at", seen.icons, "icons", 1, at_least=True)
    yield Figure(
        f"cookies beyond Streamlit's own ({', '.join(sorted(seen.cookies)) or 'none at all'})",
        len(strange),
        "cookies",
        0,
    )
    faults = bool(wrong.foreign) + (len(wrong.broken) >= 2) + ("visitor" in wrong.cookies)
    yield Figure(
        "faults of a page that is wrong on purpose and that are found (control)", faults, "of 3", 3, at_least=True
    )
