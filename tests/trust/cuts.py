"""Part 7, the connection: the websocket is cut again and again; the view returns each time, without a hand being lifted."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from playwright.sync_api import TimeoutError as LateError

from tests.benchmarks.figure import Figure
from tests.browser.opened import Opened
from tests.server import Server
from tests.trust.room import Room
from tests.trust.wire import Wire

LANE, BUDGET_S = "server", 70
VIEWS = (
    "/?country=EST&period=2025-09-01&period=2025-09-30",
    "/?event=2025-09-19-ee-mig31-vaindloo&q=mig",
    "/chronicle?country=POL",
    "/analysis?chart=rankings",
    "/supply-lines?flow=prk-rus-troops",
)
CUTS, SETTLED_MS, LONGEST_S = 50, 150, 60
STATE = "[data-testid=stApp]"
BACK = f'{STATE}[data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'


def shown(opened: Opened) -> tuple:
    """Return what a view shows: parameters, count, title of the panel, headings."""
    texts = [
        opened.page.locator(each).all_inner_texts() for each in (".st-key-count", ".st-key-detail h2", ".stMain h1")
    ]
    return opened.params, *texts


def _settled(opened: Opened) -> tuple:
    opened.page.locator(BACK).wait_for()
    opened.page.wait_for_timeout(SETTLED_MS)
    opened.page.locator(BACK).wait_for()
    return shown(opened)


def cut(tabs: dict[str, Opened], wire: Wire, times: int) -> list[str]:
    """Open a view in each tab, cut all their connections at once some times, and return what was shown otherwise afterwards."""
    for path, opened in tabs.items():
        opened.expect_errors()
        opened.page.goto(wire.url + path)
    for opened in tabs.values():
        opened.page.locator(".stMain h1, .st-key-count").first.wait_for(state="attached")
        opened.page.wait_for_timeout(1000)
    first, wrong = {path: _settled(opened) for path, opened in tabs.items()}, []
    for at in range(times):
        before = wire.sockets
        wire.cut()
        end = time.monotonic() + LONGEST_S
        while wire.sockets < before + len(tabs) and time.monotonic() < end:
            next(iter(tabs.values())).page.wait_for_timeout(20)
        for path, opened in tabs.items():
            if (found := _settled(opened)) != first[path]:
                wrong.append(f"{path}, cut {at + 1}: {found} instead of {first[path]}")
        if wire.sockets < before + len(tabs):
            wrong.append(f"cut {at + 1}: {wire.sockets - before} of {len(tabs)} tabs connected again")
    return wrong


def answers_after_restart(opened: Opened, server: Server) -> bool:
    """Kill the server under an open map, start it anew, and tell whether the first click in the page is answered."""
    opened.expect_errors()
    opened.go(VIEWS[0])
    before = opened.page_count()[0]
    server.process.kill()
    server.process.wait()
    opened.page.locator(f'{STATE}:not([data-test-connection-state="CONNECTED"])').wait_for()
    server.start()
    opened.page.locator(BACK).wait_for()
    opened.page.locator(".st-key-filter_confirmed label").first.click()
    try:
        return 0 < opened.wait_for_change(before) < before
    except LateError:
        return False


def measure(room: Room) -> Iterator[Figure]:
    """Cut the connections of several views, ten times each."""
    server, times = room.server(), CUTS // len(VIEWS)
    with Wire(server.port) as wire:
        wrong = cut({path: room.opened(wire.url) for path in VIEWS}, wire, times)
    for line in wrong:
        print(f"  {line}", file=sys.stderr)
    yield Figure("times that a websocket was cut", times * len(VIEWS), "times", 50, at_least=True)
    yield Figure("times that the view did not return", len(wrong), "times", 0)
    alive = answers_after_restart(room.opened(server.url), server)
    yield Figure(
        "first clicks that an open page loses when the server was killed and started anew", int(not alive), "of 1", 0
    )
