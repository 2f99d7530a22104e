"""Part 5: many sessions at once, one action per ten seconds each; the time of each action, what was dropped, memory; the knee."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from websockets.exceptions import WebSocketException

from tests.awaited import awaited
from tests.benchmarks.figure import Figure
from tests.trust.process import cpu_s, rss_mb
from tests.trust.room import Room
from tests.trust.session import VIEWS, FaultError, Session

LANE, BUDGET_S = "alone", 760
SESSIONS, PAUSE_S, SECONDS = 100, 10, 600
ARRIVAL_S = 0.25
"""Seconds between the arrivals of two sessions: the promise is about readers who are there, the crowd at the door is another matter."""
STEP, STEP_S, MOST = 50, 12, 300
"""The curve: how many sessions come at a time, for how long they act before more come, and where it ends."""
LONGEST_P95_S, MOST_MB = 1.0, 400
LOOK_S = 2


def share(times: list[float], part: float) -> float:
    """Return the time that a part of all actions did not exceed."""
    return sorted(times)[max(0, math.ceil(part * len(times)) - 1)] if times else math.inf


@dataclass
class Stage:
    """What a number of sessions lived through.

    Attributes
    ----------
    sessions : int
        How many there were.
    times : list of float
        Seconds of each action that was due in it.
    dropped : list of str
        Why sessions ended.
    busy : float
        Share of one core that the server used.
    memory_mb : float
        Most memory of the server, looked at every two seconds.
    """

    sessions: int
    times: list[float] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    busy: float = 0.0
    memory_mb: float = 0.0


class Crowd:
    """Sessions that come one after the other and act until the end.

    Parameters
    ----------
    url : str
        Address of the server.
    pid : int
        Its process.
    """

    def __init__(self, url: str, pid: int) -> None:
        self.url, self.pid = url, pid
        self._readers: list[asyncio.Task] = []
        self._over = asyncio.Event()
        self._stage = Stage(0)

    async def _reader(self, number: int) -> None:
        """Act once per PAUSE_S; the first view of a session is not an action."""
        dice, clock = random.Random(number), asyncio.get_running_loop()  # noqa: S311 - a plan, not a secret
        try:
            async with Session(self.url) as session:
                await session.act({})
                due = clock.time() + dice.uniform(0, PAUSE_S)
                while not self._over.is_set():
                    await asyncio.sleep(max(0.0, due - clock.time()))
                    # A reader who waits for the last answer acts late: the waiting counts.
                    stage, late = self._stage, max(0.0, clock.time() - due)
                    took, said = await session.act(dice.choice(VIEWS))
                    if not said:
                        raise FaultError("no count was shown")
                    stage.times.append(late + took)
                    due += PAUSE_S
        except (OSError, TimeoutError, WebSocketException, FaultError) as error:
            self._stage.dropped.append(f"{type(error).__name__}: {error}")

    async def stage(self, n: int, seconds: float) -> Stage:
        """Let sessions come until there are n, then let all of them act for a time."""
        self._stage = arriving = Stage(n)
        while len(self._readers) < n:
            self._readers.append(asyncio.create_task(self._reader(len(self._readers))))
            await asyncio.sleep(ARRIVAL_S)
        self._stage = stage = Stage(n, dropped=arriving.dropped)
        before, clock = cpu_s(self.pid), asyncio.get_running_loop()
        begun = clock.time()
        while (left := begun + seconds - clock.time()) > 0:
            await asyncio.sleep(min(left, LOOK_S))
            stage.memory_mb = max(stage.memory_mb, rss_mb(self.pid))
        stage.busy = (cpu_s(self.pid) - before) / (clock.time() - begun)
        return stage

    async def end(self) -> None:
        """Let all of them go, once they have their answers."""
        self._over.set()
        await asyncio.gather(*self._readers)


async def under_load(url: str, pid: int, stages: list[tuple[int, float]]) -> list[Stage]:
    """Let sessions come and act in stages (how many, seconds); stop once it takes far too long with more than was promised."""
    crowd, found = Crowd(url, pid), []
    for n, seconds in stages:
        found.append(await crowd.stage(n, seconds))
        if n > SESSIONS and share(found[-1].times, 0.95) > 2 * LONGEST_P95_S:
            break
    await crowd.end()
    return found


def measure(room: Room) -> Iterator[Figure]:
    """Let the promised number come in steps, act for ten minutes, then let more come until it takes too long."""
    server = room.server()
    stages = [(n, SECONDS if n == SESSIONS else STEP_S) for n in range(STEP, MOST + 1, STEP)]
    curve = awaited(under_load(server.url, server.process.pid, stages))
    main = next(stage for stage in curve if stage.sessions == SESSIONS)
    knee = max(
        (each.sessions for each in curve if share(each.times, 0.95) <= LONGEST_P95_S and not each.dropped), default=0
    )
    yield Figure(f"actions of {SESSIONS} sessions in {SECONDS} s, one per {PAUSE_S} s each", len(main.times), "actions")
    yield Figure(f"time of an action with {SESSIONS} sessions, median", share(main.times, 0.5), "s")
    yield Figure(
        f"time of an action with {SESSIONS} sessions, 95 of 100 within", share(main.times, 0.95), "s", LONGEST_P95_S
    )
    yield Figure(f"sessions dropped of {SESSIONS}", len(main.dropped), "sessions", 0)
    yield Figure(f"most memory of the server with {SESSIONS} sessions", main.memory_mb, "MB", MOST_MB)
    yield Figure(
        f"processor time of one action with {SESSIONS} sessions", main.busy * SECONDS / max(1, len(main.times)), "s"
    )
    yield Figure("knee: most sessions measured with 95 of 100 actions within 1 s and none dropped", knee, "sessions")
    for each in curve:
        name = f"curve, {each.sessions} sessions: 95 of 100 within (median {share(each.times, 0.5):.2f} s, {len(each.dropped)} dropped, {100 * each.busy:.0f} % of a core)"
        yield Figure(name, share(each.times, 0.95), "s")
