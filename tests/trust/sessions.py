"""Part 4: sessions with data of their own, at the same time. What one has loaded, no other is sent, and it is gone when the session is."""

from __future__ import annotations

import asyncio
import random
import re
import secrets
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.awaited import awaited
from tests.benchmarks.figure import Figure
from tests.incidents.hostile_files import good, table
from tests.trust.plain_http import PlainHttp
from tests.trust.room import Room
from tests.trust.session import FaultError, Session

LANE, BUDGET_S = "server", 110
SESSIONS, ACTIONS, AT_ONCE = 50, 20, 10
KEPT_S, GONE_S = 5, 40
"""Seconds for which the server here keeps a session that has gone (two minutes where nothing is set), and what it gets to forget it."""
OWN_KEY = re.compile(rb"blobs/([0-9a-f]{32})/")
SCREENS = ("chronicle", "claims", "analysis", "data", "watch-list", "about")
COUNTRIES = ("EST", "LVA", "POL")
CANARY = re.compile(rb"canary[0-9a-f]{16}")
UPLOADED = re.compile(rb'cache_memory_bytes\{cache_type="UploadedFileManager"[^}]*\} (\d+)')


@dataclass
class Own:
    """One session and what became of it.

    Attributes
    ----------
    canary : str
        Word that stands in every row that it loads, and nowhere else.
    seen : set of str
        Canaries in what it was sent.
    key : str
        Under which the server offers its packed data.
    actions : int
        What it did.
    wrong : list of str
        Counts that were not those of its own rows, and faults.
    """

    canary: str
    seen: set[str] = field(default_factory=set)
    key: str = ""
    actions: int = 0
    wrong: list[str] = field(default_factory=list)


def rows(canary: str) -> bytes:
    """Return a CSV with one event in each of some states, the canary in name and text."""
    given = zip(good(len(COUNTRIES)), COUNTRIES, strict=True)
    return table(
        *(
            row | {"event_id": f"{canary}-{code.lower()}", "title": f"Of {canary}", "country": code}
            for row, code in given
        )
    ).encode()


async def live(url: str, own: Own, together: asyncio.Barrier, *, actions: int, number: int) -> None:
    """Load rows, show them, then filter, search, select and change screens; wait for the others before leaving."""
    dice, n = random.Random(number), len(COUNTRIES)  # noqa: S311 - a plan, not a secret
    views = [
        *[
            ("", {"country": dice.choice(COUNTRIES)}, 1),
            ("", {"q": own.canary}, n),
            ("", {"event": f"{own.canary}-est"}, n),
            ("", {"actor": "UNK", "country": list(COUNTRIES)}, n),
        ]
        * 4,
        *((page, {}, None) for page in SCREENS),
    ]
    async with Session(url, listening=True) as session:
        try:
            await session.act({}, page="data")
            uploader = next(key for key in session.widgets if key.startswith("own_file_"))
            await session.upload(uploader, f"{own.canary}.csv", rows(own.canary), page="data")
            for _ in range(20):  # the import is read in a thread of its own
                if "own_use" in session.widgets:
                    break
                await asyncio.sleep(0.2)
                await session.act({}, page="data")
            await session.act({}, page="data", press="own_use")
            session.forget(uploader)
            for _ in range(actions):
                page, view, expected = dice.choice(views)
                _, said = await session.act(view, page=page)
                own.actions += 1
                if expected is not None and not said.startswith(f"**{expected} of {n}**"):
                    own.wrong.append(f"{page or 'map'} {view}: {said[:60]!r} instead of {expected} of {n}")
        except FaultError as error:
            own.wrong.append(str(error))
        heard = b"".join(session.heard)
        own.seen = {found.decode() for found in CANARY.findall(heard)}
        own.key = found[1].decode() if (found := OWN_KEY.search(heard)) else ""
        await together.wait()  # all of them are open at the same time
        # Looked at while it is open, so that "gone" afterwards is not "never there".
        own.wrong += await asyncio.to_thread(_unserved, url, own)
        await together.wait()


def _unserved(url: str, own: Own) -> list[str]:
    status, body = _labels(url, own.key)
    return [] if status == 200 and own.canary.encode() in body else [f"its own data are not served to it: {status}"]


def _labels(url: str, key: str) -> tuple[int, bytes]:
    http = PlainHttp(int(url.rpartition(":")[2]))
    reply = http.ask(f"/blobs/{key}/labels/0.json")
    http.close()
    return reply.status, reply.body


async def together(url: str, owns: list[Own], *, actions: int) -> None:
    """Let all sessions live at the same time."""
    barrier = asyncio.Barrier(len(owns))
    await asyncio.gather(*(live(url, own, barrier, actions=actions, number=at) for at, own in enumerate(owns)))


def outside(url: str, owns: list[Own]) -> list[str]:
    """Return where anybody without a session finds a canary: the API, the packed files of the served data."""
    http, found = PlainHttp(int(url.rpartition(":")[2])), []
    key = re.search(rb"blobs/(\w+)/core\.bin", http.ask("/").body)[1].decode()
    paths = ["/api/events.json", "/api/events.csv", "/api/healthz", "/", f"/blobs/{key}/labels/0.json"]
    paths += [f"/api/events/{own.canary}-est.json" for own in owns[:5]] + [f"/api/events.csv?q={owns[0].canary}"]
    for path in paths:
        reply = http.ask(path)
        if any(own.canary.encode() in reply.body.replace(path.encode(), b"") for own in owns) and reply.status == 200:
            found.append(str(reply))
    http.close()
    return found


def left(url: str, owns: list[Own], *, patience_s: float) -> list[str]:
    """Return which data are still served, and how many bytes of uploads the server still holds, once it had time to forget."""
    end = time.monotonic() + patience_s
    http = PlainHttp(int(url.rpartition(":")[2]))
    while True:
        still = [own.canary for own in owns if _labels(url, own.key)[0] != 404]
        held = [int(n) for n in UPLOADED.findall(http.ask("/_stcore/metrics").body)]
        still += [f"{n} bytes of uploads" for n in held if n]
        if not still or time.monotonic() > end:
            http.close()
            return still
        time.sleep(0.5)


def lived(url: str, *, sessions: int, actions: int, gone_s: float = GONE_S) -> tuple[list[Own], list[str], list[str]]:
    """Let sessions live; return them, what others could find of them meanwhile, and what is left of them afterwards."""
    owns = [Own(f"canary{secrets.token_hex(8)}") for _ in range(sessions)]
    for first in range(0, sessions, AT_ONCE):
        awaited(together(url, owns[first : first + AT_ONCE], actions=actions))
    return owns, outside(url, owns), left(url, owns, patience_s=gone_s)


def foreign(owns: list[Own]) -> list[str]:
    """Return which sessions were sent canaries that are not theirs."""
    return [f"{own.canary} was sent {each}" for own in owns for each in sorted(own.seen - {own.canary})]


def measure(room: Room) -> Iterator[Figure]:
    """Let all sessions live, ten at a time."""
    server = room.server(env={"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(KEPT_S)})
    owns, found, still = lived(server.url, sessions=SESSIONS, actions=ACTIONS)
    strange = foreign(owns)
    unseen = [own.canary for own in owns if own.canary not in own.seen]
    wrong = [f"{own.canary}: {each}" for own in owns for each in own.wrong]
    for line in (*strange, *found, *still, *wrong):
        print(f"  {line}", file=sys.stderr)
    yield Figure("sessions with data of their own", len(owns), "sessions", SESSIONS, at_least=True)
    yield Figure("actions of them all", sum(own.actions for own in owns), "actions", SESSIONS * ACTIONS, at_least=True)
    yield Figure("canaries of one session in what another was sent", len(strange), "canaries", 0)
    yield Figure("answers outside the sessions that hold a canary", len(found), "answers", 0)
    yield Figure("sessions that were not sent their own canary (control)", len(unseen), "sessions", 0)
    yield Figure("counts that were not those of the session's own rows, and faults", len(wrong), "answers", 0)
    yield Figure("data and uploads that outlive their session", len(still), "sessions", 0)
