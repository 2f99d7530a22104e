"""Part 1: payloads in every text of every table, through screens, pages, files and addresses, in a real browser with a sentinel."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from incidents import Filter, Package, read_package
from tests.benchmarks.figure import Figure
from tests.trust import sinks
from tests.trust.hostile_package import names, write
from tests.trust.overdue import OverdueError
from tests.trust.payloads import PAYLOADS, tagged
from tests.trust.room import Room
from tests.trust.sentinel import TAG, Sentinel
from tests.trust.sheets import sheets

LANE, BUDGET_S = "browser", 250
SCREENS = (
    "/chronicle?chapter=all&entries=all",
    "/claims?",
    "/cases?",
    "/watch-list?",
    "/reaction?",
    "/supply-lines?",
    "/analysis?",
    "/analysis?versus=period",
    "/data?",
    "/about?",
    "/?embed=true",
)
PARAMETERS = (
    "q",
    "event",
    "country",
    "type",
    "status",
    "period",
    "area",
    "near",
    "changed",
    "hours",
    "table",
    "at",
    "aspect",
    "flow",
    "chart",
    "chapter",
    "entries",
    "lang",
    "by",
)
FILE_NAMES = (5, 68)
"""Payloads that may be the name of a file: without a slash, and short enough to be seen whole."""
READ_IN_TAB = (
    "/api/events.json",
    "/api/events.geojson",
    "/api/flows.json",
    "/api/flows.geojson",
    "/api/healthz",
    "/api",
    "/api/openapi.json",
)


@dataclass
class Account:
    """What was put where, and what became of it.

    Attributes
    ----------
    cases : set of (str, str)
        Surface and tag of each payload that was there.
    ran, odd, foreign, broken : list of str
        Payloads that ran or would, that were shown otherwise than typed, requests to foreign hosts, screens that failed.
    """

    cases: set[tuple[str, str]] = field(default_factory=set)
    ran: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def note(self, tab: Sentinel, surface: str) -> None:
        """Take down what stands in a tab now."""
        seen = tab.seen()
        self.cases |= {(surface, tag) for tag in seen.tags}
        self.ran += [f"{surface}: {what}" for what in (*seen.wrong, *tab.tripped)]
        self.odd += [f"{surface}: {tag}" for tag in seen.odd]
        self.foreign += [f"{surface}: {url}" for url in tab.foreign]
        self.broken += [f"{surface}: {tab.page.url}"] if seen.broken else []
        tab.tripped.clear()
        tab.foreign.clear()


# ---- the app -----------------------------------------------------------------------------------------------------------
def screens(
    account: Account, tab: Sentinel, url: str, events: list[str], flows: list[str], paths: tuple[str, ...] = SCREENS
) -> None:
    """Open each event and supply line and all screens, hover and open what opens."""
    for event in events:
        tab.go(f"{url}/?event={event}")
        tab.page.locator(".st-key-detail h2").first.wait_for()
        tab.settle()
        account.note(tab, "map and panel")
    _table(account, tab, url)
    for flow in flows:
        tab.go(f"{url}/supply-lines?flow={flow}")
        tab.page.locator("h1").first.wait_for()
        tab.settle()
        account.note(tab, "supply lines, one line")
    for path in paths:
        tab.go(f"{url}{path}")
        tab.settle()
        if "embed" not in path:
            tab.page.locator("h1").first.wait_for()
        tab.settle()
        account.note(tab, path.partition("?")[0].strip("/") or "clean view")


def _table(account: Account, tab: Sentinel, url: str) -> None:
    """The list, its glyphs' tooltips and the plain table on the map screen."""
    tab.go(f"{url}/?q=trip")
    tab.page.locator(".st-key-detail h2").first.wait_for()
    tab.settle()
    account.note(tab, "list and chips")
    frame = tab.page.wait_for_selector("iframe[src*=streamlit_folium]").content_frame()
    frame.wait_for_function("() => window.incidentLayer && incidentLayer.visibleCount > 0", polling=50)
    box = frame.frame_element().bounding_box()
    for event in names()[: len(PAYLOADS) : 9]:
        point = frame.evaluate("(id) => { const p = incidentLayer.pointOf(id); return p && [p.x, p.y]; }", event)
        if point:
            tab.page.mouse.move(box["x"] + point[0], box["y"] + point[1])
            tab.page.wait_for_timeout(60)
            account.note(tab, "tooltips of the map")
    tab.page.locator(".st-key-table_open label, .st-key-table_open button").first.click()
    tab.settle()
    plain = tab.page.locator(".st-key-table_plain label").first
    plain.wait_for()
    plain.click()
    tab.page.locator(".plain-table").wait_for()
    tab.settle()
    account.note(tab, "plain table")


def addresses(account: Account, tab: Sentinel, url: str, numbers: list[int]) -> None:
    """Put each payload into all parameters of an address, on a screen after the other."""
    paths = ("/", "/chronicle", "/supply-lines", "/analysis", "/data")
    for at in numbers:
        tags = {name: f"parameter-{name}-{at:03}".replace("-at-", "-position-") for name in PARAMETERS}
        query = urlencode({name: tagged(PAYLOADS[at], tag) for name, tag in tags.items()})
        tab.go(f"{url}{paths[at % len(paths)]}?{query}")
        tab.settle()
        tab.page.locator("h1").first.wait_for()
        account.note(tab, "address")
        account.cases |= {("address", tag) for tag in tags.values()}


def answers(account: Account, tab: Sentinel, url: str, events: list[str]) -> None:
    """Open answers of the API as pages of their own."""
    for path in (*READ_IN_TAB, *(f"/api/events/{event}.json" for event in events)):
        tab.go(url + path)
        account.note(tab, f"API {path.split('/')[2].partition('?')[0] if path.count('/') > 1 else 'page'}")


def upload(account: Account, tab: Sentinel, url: str, file: Path, number: int) -> None:
    """Load the events as one's own data, under a name that is a payload itself, and look at the report and at the map of the session."""
    name = tagged(PAYLOADS[number], f"parameter-filename-{number:03}")
    tab.go(f"{url}/data")
    tab.page.locator(".st-key-own [data-testid=stFileUploaderDropzone]").wait_for()
    tab.page.locator(".st-key-own input[type=file]").set_input_files(
        {"name": f"{name}.csv", "mimeType": "text/csv", "buffer": file.read_bytes()}
    )
    tab.page.locator(".st-key-own_refused").wait_for()
    tab.settle()
    for folded in ("own_how", "own_fields"):
        tab.page.locator(f"[class*=st-key-{folded}] summary").first.click()
        tab.settle()
    account.note(tab, "report of an import")
    tab.page.locator(".st-key-own_refused label").last.click()
    tab.settle()
    tab.page.locator(".st-key-own_use button:not([disabled])").click()
    tab.page.locator(".st-key-own_banner", has_text="Your data").wait_for()
    tab.page.get_by_role("link", name="Map", exact=True).first.click()
    tab.page.locator(".st-key-detail h2").first.wait_for()
    tab.settle()
    account.note(tab, "map of own data")


# ---- files that leave the app --------------------------------------------------------------------------------------------
class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@contextmanager
def folder_server(folder: Path) -> Iterator[str]:
    """Serve a folder without any header that could protect a reader."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def one_page(account: Account, tab: Sentinel, package: Package, folder: Path, events: list[str]) -> None:
    """Open the map as one file, and each event in it."""
    from dashboard.press.page import page

    (folder / "map.html").write_bytes(page(package, Filter()))
    with folder_server(folder) as url:
        tab.go(f"{url}/map.html")
        tab.page.locator("#panel-body .rows").wait_for()
        account.note(tab, "one-file page")
        for event in events:
            tab.page.evaluate("(id) => { location.hash = id; }", event)
            tab.page.get_by_text(f"Record {event}.").wait_for()
            account.note(tab, "one-file page")


def site(account: Account, tab: Sentinel, package: Package, folder: Path) -> None:
    """Open every page of the static site, its feed and its data."""
    from dashboard.press.site import build_site

    build_site(package, folder / "site", url="https://own.example")
    with folder_server(folder / "site") as url:
        for path in sorted((folder / "site").rglob("*")):
            if path.suffix in (".html", ".xml", ".json", ".geojson"):
                kind = "feed" if path.name == "feed.xml" else "static site"
                try:
                    tab.go(f"{url}/{path.relative_to(folder / 'site').as_posix()}")
                except Exception as error:  # a type that the browser only saves is no page
                    if "Download is starting" not in str(error):
                        raise
                    continue
                account.note(tab, kind)


def pictures(account: Account, tab: Sentinel, package: Package, folder: Path, numbers: list[int]) -> None:
    """Open pictures as SVG documents, where scripts would run, with payloads as title and subtitle too."""
    from dashboard.press.image import image
    from dashboard.press.picture import Picture

    for at in numbers:
        title, subtitle = (tagged(PAYLOADS[at], f"picture-{name}-{at:03}")[:150] for name in ("title", "subtitle"))
        event = names()[at]
        view = Filter(event=event if package.event(event) else "")
        wanted = Picture(view, format="svg", title=title, subtitle=subtitle, numbered=True)
        (folder / f"{at}.svg").write_bytes(image(package, wanted))
    with folder_server(folder) as url:
        for at in numbers:
            tab.go(f"{url}/{at}.svg")
            account.note(tab, "SVG")


def measure(room: Room) -> Iterator[Figure]:
    """Put every payload everywhere; the control first."""
    folder = write(room.folder / "package")
    package = read_package(folder, strict=False)
    server, account, tab, late = room.server(data=folder), Account(), Sentinel(room.browser), None
    burning = sinks.fired(tab)
    yield Figure("known-bad sinks that fire (control)", len(burning), "sinks", len(sinks.SINKS), at_least=True)
    yield Figure("payloads that fire in one of them", len(set().union(*burning.values())), "payloads")
    yield Figure("payloads", len(PAYLOADS), "payloads", 60, at_least=True)
    everything = package.events["event_id"].tolist()
    try:
        one_page(account, tab, package, room.folder, everything)
        site(account, tab, package, room.folder)
        answers(account, tab, server.url, everything[::10])
        pictures(account, tab, package, room.folder, list(range(0, len(PAYLOADS), 10)))
        for number in FILE_NAMES:
            upload(account, tab, server.url, folder / "events.csv", number)
        addresses(account, tab, server.url, list(range(0, len(PAYLOADS), 4)))
        screens(account, tab, server.url, everything[::6], package.flows["flow_id"].tolist()[::8])
    except OverdueError as error:
        late = error
    wrong_cells, cells = sheets(package)
    account.cases |= {(f"cells of {cell.partition(chr(10))[0]}", tag) for cell in cells for tag in TAG.findall(cell)}
    for line in (*account.ran, *account.odd, *account.broken, *account.foreign, *wrong_cells):
        print(f"  {line}", file=sys.stderr)
    yield Figure("cases (payload, field, surface)", len(account.cases), "cases", 2000, at_least=True)
    yield Figure("surfaces", len({surface for surface, _ in account.cases}), "surfaces")
    yield Figure("ran, or would run when clicked", len(account.ran), "cases", 0)
    yield Figure("shown otherwise than typed", len(account.odd), "cases", 0)
    yield Figure("screens that failed", len(account.broken), "screens", 0)
    yield Figure("requests to foreign hosts", len(account.foreign), "requests", 0)
    yield Figure(
        "cells of CSV and XLSX exports that a spreadsheet would run as a formula", len(wrong_cells), "cells", 0
    )
    if late:
        raise late
