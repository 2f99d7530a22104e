"""Part 8: axe-core on every screen and in its frames, pages that leave the app included; keyboard, live region, small screens, focus."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Error

from incidents import Filter, read_package
from incidents.export.export_zip import export_zip
from tests.benchmarks.figure import Figure
from tests.browser.axe import Violation, violations
from tests.browser.opened import Opened
from tests.server import ROOT
from tests.trust.keyboard import lost_focus, unseen_focus, work_by_keyboard
from tests.trust.overdue import OverdueError
from tests.trust.room import Room
from tests.trust.screens import EVENT, SCREENS, Screen, settle, show

LANE, BUDGET_S = "browser", 500
WALKED = (
    "/",
    "/?table=1",
    "/analysis",
    "/analysis?chart=compare",
    "/chronicle",
    "/supply-lines",
    "/claims",
    "/cases",
    "/watch-list",
    "/reaction",
    "/data",
    "/about",
)
WIDTHS = (1440, 768, 360)
THEMES = ("light", "dark")
HEIGHT = 860
NARROWEST = 320
"""Width in CSS pixels of a page of 1280 at 400 % zoom (WCAG 1.4.10)."""
ZOOMED = 720
"""Width of a page of 1440 at 200 % zoom."""
CHANGED_MS = 250
"""Time for a screen that is drawn already to take another width or theme."""
MOST_KEYS = 30
DAYS = (date(2025, 9, 19), date(2025, 9, 21))
EXCEPTIONS: dict[str, str] = {}
"""Elements that Streamlit draws and that can be mended only there: CSS selector, and what is wrong. There are none."""


def found_on(opened: Opened, screen: Screen) -> Iterator[tuple[str, int, list[Violation]]]:
    """Yield theme, width and violations of a screen in both themes and at all widths; it is opened once, and follows the system's theme."""
    for theme in THEMES:
        opened.page.emulate_media(color_scheme=theme)
        for width in WIDTHS:
            opened.page.set_viewport_size({"width": width, "height": HEIGHT})
            settle(opened, screen, settled_ms=CHANGED_MS)
            yield theme, width, violations(opened.page, exclude=tuple(EXCEPTIONS))


def beyond(opened: Opened) -> int:
    """Return by how many pixels a page is wider than the window."""
    return opened.page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)")


def without_words(opened: Opened) -> list[str]:
    """Return pictures and drawn graphics that have neither alternative text nor a label, and are not hidden from readers."""
    script = """() => [...document.querySelectorAll('img, canvas, [role=img], svg.marks')].filter((each) =>
        each.getClientRects().length && !each.closest('[aria-hidden=true], [role=img][aria-label], [role=application][aria-label], [role=grid], [aria-label]')
        && !each.closest('.stDataFrame')?.querySelector('[role=grid]')
        && !(each.getAttribute('alt') || each.getAttribute('aria-label') || each.getAttribute('role') === 'presentation')).map((each) => each.outerHTML.slice(0, 200))"""
    return [each for frame in opened.page.frames for each in frame.evaluate(script)]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def published(folder: Path) -> list[str]:
    """Write the static site (of the days around one event: pages differ in words only) and the one-file page into a folder; return the paths to look at."""
    few = folder.with_name("few")
    with ZipFile(BytesIO(export_zip(read_package(), filter=Filter(period=DAYS)))) as archive:
        archive.extractall(few)
    environment = os.environ | {"AIRSPACE_DATA": str(few)}
    for command in (["site", "-o", str(folder)], ["page", "-o", str(folder / "one-file.html")]):
        subprocess.run(
            [sys.executable, "-m", "dashboard", *command], cwd=ROOT, env=environment, check=True, capture_output=True
        )
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    events = [page for page in pages if EVENT in page]
    return [*(page for page in pages if page.count("/") == 0), *events, f"one-file.html#{EVENT}"]


@dataclass
class Account:
    """What was looked at, and what is wrong with it."""

    looked: int = 0
    wrong: list[str] = field(default_factory=list)
    mute: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def _look(account: Account, room: Room, url: str, screens: dict[str, Screen]) -> None:
    """Look at screens in one tab; one that cannot be brought into its state is broken, and the next one has its turn in a new tab."""
    opened = None
    for name, screen in screens.items():
        opened = opened or room.opened(url, width=WIDTHS[0], height=HEIGHT)
        try:
            opened.page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
            show(opened, screen)
            for theme, width, found in found_on(opened, screen):
                account.looked += 1
                account.wrong += [f"{name}, {theme}, {width}: {each.rule} {each.target} {each.frame}" for each in found]
            account.mute += [f"{name}: {each}" for each in without_words(opened)]
            if screen.act is None:
                for width in (NARROWEST, ZOOMED):
                    opened.page.set_viewport_size({"width": width, "height": 640})
                    settle(opened, screen, settled_ms=CHANGED_MS)
                    if pixels := beyond(opened):
                        account.small.append(f"{name} at {width}: {pixels} pixels too wide")
        except Error as error:
            account.broken.append(f"{name}: {str(error).splitlines()[0]}")
            opened.close()
            opened = None
    if opened:
        opened.close()


def measure(room: Room) -> Iterator[Figure]:
    """The keyboard first, then every screen, in both themes and at all widths."""
    url = room.server().url
    opened = room.opened(url)
    keys = work_by_keyboard(opened)
    yield Figure("keys to open, filter, select, read claims and export", keys, "keys", MOST_KEYS)
    unseen, lost = [], 0
    for path in WALKED:
        opened.page.goto(f"{url}{path}")
        settle(opened, Screen(path, None))
        unseen += [f"{path}: {each}" for each in unseen_focus(opened)]
        lost += lost_focus(opened)
    opened.close()
    yield Figure("screens walked through with the Tab key", len(WALKED), "screens")
    yield Figure("stops where the focus is not seen", len(unseen), "stops", 0)
    yield Figure("times that the Tab key was trapped", lost, "times", 0)
    account, late = Account(), None
    try:
        _look(account, room, url, SCREENS)
        paths = published(room.folder / "site")
        with served(room.folder / "site") as site:
            _look(account, room, site, {path: Screen(f"/{path}", None, streamlit=False) for path in paths})
    except OverdueError as error:
        late = error
    for each in sorted({*account.wrong, *account.mute, *account.small, *account.broken, *unseen}):
        print(f"  {each}", file=sys.stderr)
    yield Figure("views that axe-core looked at (screen, theme, width), frames included", account.looked, "views")
    yield Figure("violations of WCAG 2.2 AA in them", len(account.wrong), "elements", 0)
    yield Figure("exceptions for Streamlit's own markup", len(EXCEPTIONS), "selectors")
    yield Figure("pictures without alternative text", len(account.mute), "pictures", 0)
    yield Figure("screens wider than the window at 320 pixels or 200 % zoom", len(account.small), "screens", 0)
    yield Figure("screens that could not be looked at", len(account.broken), "screens", 0)
    if late:
        raise late
