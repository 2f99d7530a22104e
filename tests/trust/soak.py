"""Part 6: sessions that come, act and go, a thousand times; what the process holds before and after."""

from __future__ import annotations

import asyncio
import time

from tests.awaited import awaited
from tests.benchmarks.figure import Figure
from tests.trust.process import descriptors, rss_mb, threads
from tests.trust.room import Room
from tests.trust.session import VIEWS, Session

LANE, BUDGET_S = "alone", 170
WARM, CYCLES, AT_ONCE = 60, 1000, 12
KEPT_S, SETTLED_S = 15, 25
"""Streamlit keeps a session that may come back for two minutes; here for less, and the wait is longer than that."""
MORE_RSS, MORE = 0.10, 2


async def _cycles(url: str, n: int) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def cycle(number: int) -> None:
        async with gate, Session(url) as session:
            await session.act({})
            await session.act(VIEWS[number % len(VIEWS)])

    await asyncio.gather(*(cycle(number) for number in range(n)))


def held(pid: int) -> tuple[float, int, int]:
    """Return memory in megabytes, open files and threads."""
    return rss_mb(pid), descriptors(pid), threads(pid)


def soaked(url: str, pid: int, *, warm: int = WARM, cycles: int = CYCLES, settled_s: float = SETTLED_S) -> list[Figure]:
    """Return by how much memory, files and threads grow over cycles of connecting, acting and leaving."""
    awaited(_cycles(url, warm))
    time.sleep(settled_s)
    before = held(pid)
    awaited(_cycles(url, cycles))
    time.sleep(settled_s)
    after = held(pid)
    return [
        Figure(f"memory after {cycles} sessions that came and went, over before", 100 * (after[0] / before[0] - 1), "%", 100 * MORE_RSS),
        Figure("open files more than before", after[1] - before[1], "files", MORE),
        Figure("threads more than before", after[2] - before[2], "threads", MORE),
    ]  # fmt: skip


def measure(room: Room) -> list[Figure]:
    """Soak a server."""
    server = room.server(env={"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(KEPT_S)})
    return soaked(server.url, server.process.pid)
