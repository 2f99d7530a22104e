"""Part 7: the clock of a server jumps while readers look."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from tests.awaited import awaited
from tests.seed_copy import SeedCopy
from tests.trust.plain_http import health
from tests.trust.room import Room
from tests.trust.session import Session

DAY_S = 86_400
JUMPS_S = (3 * DAY_S, -3 * DAY_S, -20 * 365 * DAY_S, 20 * 365 * DAY_S, 0)
VIEW = {"country": ["EST"], "period": ["2025-09-01", "2025-09-30"]}
LONGEST_S, LOOK_S = 30, 0.2
SHIFTED = """import os, time
clocks = {name: getattr(time, name) for name in ("time", "time_ns")}
def shifted(name, unit):
    def now():
        try:
            with open(os.environ["CLOCK"]) as file:
                return clocks[name]() + int(file.read()) * unit
        except (OSError, ValueError):
            return clocks[name]()
    return now
time.time, time.time_ns = shifted("time", 1), shifted("time_ns", 10**9)
"""
"""What Python runs before anything else of the server: its wall clock is off by the seconds that stand in a file. (The clock of C code, which
`datetime.now` reads, can only be set for the whole machine: it is left alone.)"""


def jumped(room: Room) -> list[str]:
    """Let the clock of a server jump forward and back; return what an open session, a new one, or the watch on the data did wrong."""
    folder = room.folder / "clock"
    (folder / "package").mkdir(parents=True)
    (folder / "sitecustomize.py").write_text(SHIFTED, encoding="utf-8")
    (folder / "shift").write_text("0", encoding="utf-8")
    package = SeedCopy(folder / "package")
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    server = room.server(data=package.path, env={"PYTHONPATH": path, "CLOCK": str(folder / "shift")})
    try:
        return awaited(_jumps(server.url, server.port, package, folder / "shift"))
    finally:
        server.stop()


async def _jumps(url: str, port: int, package: SeedCopy, shift: Path) -> list[str]:
    wrong: list[str] = []
    async with Session(url) as session:
        await session.act({})
        _, expected = await session.act(VIEW)
        for seconds in JUMPS_S:
            shift.write_text(str(seconds), encoding="utf-8")
            version = health(port)["version"]
            package.edit("events", 2, title=f"Changed when the clock was off by {seconds} s")
            for _ in range(round(LONGEST_S / LOOK_S)):
                if (now := health(port))["version"] != version or now["refused"]:
                    break
                await asyncio.sleep(LOOK_S)
            if now["version"] == version or now["refused"]:
                wrong.append(f"clock off by {seconds} s: a changed package is not taken: {now}")
            async with Session(url) as other:
                await other.act({})
                said = [(await each.act(VIEW))[1] for each in (session, other)]
            wrong += [
                f"clock off by {seconds} s: {each!r} instead of {expected!r}" for each in said if each != expected
            ]
    return wrong
