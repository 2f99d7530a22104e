"""Part 8: axe-core on every screen and in its frames, pages that leave the app included; keyboard, live region, small screens, focus."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.browser.axe import Violation, violations
from tests.browser.opened import Opened
from tests.server import ROOT
from tests.trust.keyboard import lost_focus, unseen_focus, work_by_keyboard
from tests.trust.room import Room
from tests.trust.screens import EVENT, SCREENS, Screen, settle, show

LANE, BUDGET_S = "browser", 330
WIDTHS = (1440, 768, 360)
THEMES = ("light", "dark")
HEIGHT = 860
NARROWEST = 320
"""Width in CSS pixels of a page of 1280 at 400 % zoom (WCAG 1.4.10)."""
ZOOMED = 720
"""Width of a page of 1440 at 200 % zoom."""
MOST_KEYS = 30
EXCEPTIONS: dict[str, str] = {}
"""Elements that Streamlit draws and that can be mended only there: CSS selector, and what is wrong. There are none."""


def found_on(opened: Opened, screen: Screen, widths: tuple[int, ...] = WIDTHS) -> list[Violation]:
    """Return the violations of a screen at several widths, opened once at the first of them."""
    found: list[Violation] = []
    for width in widths:
        if width != widths[0]:
            opened.page.set_viewport_size({"width": width, "height": HEIGHT})
            settle(opened, screen)
        found += violations(opened.page, exclude=tuple(EXCEPTIONS))
    return found


def beyond(opened: Opened) -> int:
    """Return by how many pixels a page is wider than the window."""
    return opened.page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)")


def without_words(opened: Opened) -> list[str]:
    """Return pictures and drawn graphics that have neither alternative text nor a label, and are not hidden from readers."""
    script = """() => [...document.querySelectorAll('img, canvas, [role=img], svg.marks')].filter((each) =>
        each.getClientRects().length && !each.closest('[aria-hidden=true], [role=img][aria-label], [role=application][aria-label], [role=grid], [aria-label]')
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
    """Write the static site and the one-file page into a folder; return the paths to look at."""
    for command in (["site", "-o", str(folder)], ["page", "--event", EVENT, "-o", str(folder / "one-file.html")]):
        subprocess.run([sys.executable, "-m", "dashboard", *command], cwd=ROOT, check=True, capture_output=True)
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    events = [page for page in pages if EVENT in page]
    return [*(page for page in pages if page.count("/") == 0), *events]


def _look(room: Room, url: str, screens: dict[str, Screen]) -> tuple[int, list[str], list[str]]:
    """Return how many views were looked at, their violations in words, and pictures without words."""
    looked, wrong, mute = 0, [], []
    for name, screen in screens.items():
        for theme in THEMES:
            opened = Opened(room.browser, url, width=WIDTHS[0], height=HEIGHT, theme=theme)
            show(opened, screen)
            wrong += [f"{name}, {theme}: {each.rule} {each.target} {each.frame}" for each in found_on(opened, screen)]
            mute += [f"{name}: {each}" for each in without_words(opened)]
            looked += len(WIDTHS)
            opened.close()
    return looked, wrong, mute


def _wide(room: Room, url: str, screens: dict[str, Screen], width: int) -> list[str]:
    """Return the screens that reach beyond the window at a width."""
    found = []
    for name, screen in screens.items():
        opened = Opened(room.browser, url, width=width, height=640)
        show(opened, Screen(screen.path, None, screen.streamlit))
        if beyond(opened):
            found.append(f"{name} at {width}: {beyond(opened)} pixels too wide")
        opened.close()
    return found


def measure(room: Room) -> list[Figure]:
    """Look at every screen, in both themes and at three widths."""
    url = room.server().url
    looked, wrong, mute = _look(room, url, SCREENS)
    paths = published(room.folder / "site")
    with served(room.folder / "site") as site:
        pages = {path: Screen(f"/{path}", None, streamlit=False) for path in paths}
        more, wrong_there, mute_there = _look(room, site, pages)
        small = _wide(room, site, pages, NARROWEST)
    still = {name: screen for name, screen in SCREENS.items() if screen.act is None}
    small += _wide(room, url, still, NARROWEST)
    small += _wide(room, url, {name: still[name] for name in ("map", "analysis", "data")}, ZOOMED)
    opened = Opened(room.browser, url)
    keys = work_by_keyboard(opened)
    opened.close()
    opened = Opened(room.browser, url)
    opened.go("/")
    opened.wait_until_idle()
    unseen, lost = unseen_focus(opened), lost_focus(opened)
    opened.close()
    for each in sorted({*wrong, *wrong_there, *mute, *mute_there, *small, *unseen}):
        print(f"  {each}", file=sys.stderr)
    return [
        Figure("views that axe-core looked at (screen, theme, width), frames included", looked + more, "views"),
        Figure("violations of WCAG 2.2 AA in them", len(wrong) + len(wrong_there), "elements", 0),
        Figure("exceptions for Streamlit's own markup", len(EXCEPTIONS), "selectors"),
        Figure("pictures without alternative text", len(mute) + len(mute_there), "pictures", 0),
        Figure("screens wider than the window at 320 pixels or 200 % zoom", len(small), "screens", 0),
        Figure("keys to open, filter, select, read claims and export", keys, "keys", MOST_KEYS),
        Figure("stops of the Tab key on the map screen where the focus is not seen", len(unseen), "stops", 0),
        Figure("times that the Tab key was trapped", lost, "times", 0),
    ]
