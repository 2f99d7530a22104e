"""Part 7, the connection: the websocket is cut again and again; the view returns each time, without a hand being lifted."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from tests.benchmarks.figure import Figure
from tests.browser.opened import Opened
from tests.trust.room import Room
from tests.trust.wire import Wire

LANE, BUDGET_S = "browser", 50
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


def cut(opened: Opened, wire: Wire, path: str, times: int) -> list[str]:
    """Open a view, cut its connection some times, and return the times that something else was shown afterwards."""
    opened.expect_errors()
    opened.page.goto(wire.url + path)
    opened.page.locator(".stMain h1, .st-key-count").first.wait_for(state="attached")
    opened.page.wait_for_timeout(1000)
    first, wrong = _settled(opened), []
    for at in range(times):
        before = wire.sockets
        wire.cut()
        end = time.monotonic() + LONGEST_S
        while wire.sockets == before and time.monotonic() < end:
            opened.page.wait_for_timeout(20)
        if (found := _settled(opened)) != first or wire.sockets == before:
            wrong.append(f"{path}, cut {at + 1}: {found} instead of {first}")
    return wrong


def measure(room: Room) -> Iterator[Figure]:
    """Cut the connection of several views, ten times each."""
    server, wrong = room.server(), []
    for path in VIEWS:
        with Wire(server.port) as wire:
            opened = room.opened(wire.url)
            wrong += cut(opened, wire, path, CUTS // len(VIEWS))
            opened.close()
    for line in wrong:
        print(f"  {line}", file=sys.stderr)
    yield Figure("times that the websocket was cut", CUTS, "times", 50, at_least=True)
    yield Figure("times that the view did not return", len(wrong), "times", 0)
