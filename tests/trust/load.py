"""Part 5: many sessions at once, one action per ten seconds each; the time of each action, what was dropped, memory; the knee."""

from __future__ import annotations

import asyncio
import math
import random

from websockets.exceptions import WebSocketException

from tests.awaited import awaited
from tests.benchmarks.figure import Figure
from tests.trust.process import rss_mb
from tests.trust.room import Room
from tests.trust.session import VIEWS, FaultError, Session

SESSIONS, PAUSE_S, SECONDS = 100, 10, 120
ARRIVAL_S = 0.5
"""Seconds between the arrivals of two sessions, on average: the promise is about readers who are there, the crowd at the door is another matter."""
RAMP = (25, 50, 100, 150, 200)
"""Numbers of sessions at which the curve is measured."""
RAMP_SECONDS = 40
LONGEST_P95_S, MOST_MB = 1.0, 400


def share(times: list[float], part: float) -> float:
    """Return the time that a part of all actions did not exceed."""
    return sorted(times)[max(0, math.ceil(part * len(times)) - 1)] if times else math.inf


async def _reader(
    url: str, arrive_s: float, seconds: float, number: int, times: list[float], dropped: list[str]
) -> None:
    """Come at some time before `arrive_s`, then act once per PAUSE_S; the first view of a session is not an action."""
    dice, clock = random.Random(number), asyncio.get_running_loop()  # noqa: S311 - a plan, not a secret
    begin = clock.time() + arrive_s
    end = begin + seconds
    try:
        await asyncio.sleep(dice.uniform(0, 0.8 * arrive_s))
        async with Session(url) as session:
            await session.act({})
            due = begin + dice.uniform(0, PAUSE_S)
            while due < end:
                await asyncio.sleep(max(0.0, due - clock.time()))
                # A reader who waits for the last answer acts late: the waiting counts.
                late = max(0.0, clock.time() - due)
                took, said = await session.act(dice.choice(VIEWS))
                if not said:
                    raise FaultError("no count was shown")
                times.append(late + took)
                due += PAUSE_S
    except (OSError, TimeoutError, WebSocketException, FaultError) as error:
        dropped.append(f"{type(error).__name__}: {error}")


async def under_load(url: str, n: int, seconds: float) -> tuple[list[float], list[str]]:
    """Let n sessions act for a time; return the seconds of each action, and why sessions were dropped."""
    times: list[float] = []
    dropped: list[str] = []
    await asyncio.gather(*(_reader(url, n * ARRIVAL_S, seconds, number, times, dropped) for number in range(n)))
    return times, dropped


def measure(room: Room) -> list[Figure]:
    """Load a server with the promised number, then others with more and fewer."""
    server = room.server()
    times, dropped = awaited(under_load(server.url, SESSIONS, SECONDS))
    memory = rss_mb(server.process.pid)
    server.stop()
    curve = []
    for n in RAMP:
        one = room.server()
        found, lost = awaited(under_load(one.url, n, RAMP_SECONDS))
        curve.append((n, share(found, 0.5), share(found, 0.95), len(lost)))
        one.stop()
        if curve[-1][2] > 4 * LONGEST_P95_S:
            break
    knee = max((n for n, _, p95, lost in curve if p95 <= LONGEST_P95_S and not lost), default=0)
    figures = [
        Figure(f"actions of {SESSIONS} sessions in {SECONDS} s, one per {PAUSE_S} s each", len(times), "actions"),
        Figure(f"time of an action with {SESSIONS} sessions, median", share(times, 0.5), "s"),
        Figure(f"time of an action with {SESSIONS} sessions, 95 of 100 within", share(times, 0.95), "s", LONGEST_P95_S),
        Figure("sessions dropped", len(dropped), "sessions", 0),
        Figure("memory of the server after that", memory, "MB", MOST_MB),
        Figure("knee: most sessions measured with 95 of 100 actions within 1 s", knee, "sessions"),
    ]
    return figures + [
        Figure(f"curve, {n} sessions: 95 of 100 within (median {half:.2f} s, {lost} dropped)", p95, "s")
        for n, half, p95, lost in curve
    ]
