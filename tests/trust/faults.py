"""Part 7: killed while writing, no room on the disk, a package that changes under the server: whole or absent, and back at once."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dashboard.served import EVERY_S
from tests.benchmarks.figure import Figure
from tests.benchmarks.synthesise import synthesise
from tests.seed_copy import SeedCopy
from tests.server import ROOT, Server
from tests.trust.jumps import JUMPS_S, jumped
from tests.trust.plain_http import health
from tests.trust.room import Room

LANE, BUDGET_S = "server", 250
KILLS = {"export": 28, "export as CSV": 30, "import": 28, "image": 5, "page": 5, "site": 4}
FEW, RESTARTS = 20, 3
COMMANDS: dict[str, tuple[list[str], str]] = {
    # what is written: the call without its output, and the ending of the output
    "export": (["incidents", "export", "--format", "xlsx"], ".xlsx"),
    "export as CSV": (["incidents", "export", "--format", "csv"], ".csv"),
    "import": (["incidents", "import", "{folder}/given.csv"], ""),
    "image": (["dashboard", "image", "--preset", "social", "--period", "2025-09-01", "2025-09-30"], ".png"),
    "page": (["dashboard", "page"], ".html"),
    "site": (["dashboard", "site"], ""),
}
SEED = 7


def _command(name: str, folder: Path, target: Path) -> list[str]:
    words = [word.replace("{folder}", str(folder)) for word in COMMANDS[name][0]]
    return [sys.executable, "-m", *words, "-o", str(target)]


def _run(name: str, folder: Path, target: Path, **options: object) -> subprocess.Popen:
    environment = os.environ | ({"AIRSPACE_DATA": str(folder / "few")} if name == "site" else {})
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "MPLCONFIGDIR": str(folder / "matplotlib")}
    return subprocess.Popen(
        _command(name, folder, target),
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def contents(target: Path) -> dict[str, bytes]:
    """Return what lies at a target: a file, or the files below a folder; names that begin with a dot are nobody's output."""
    if target.is_file():
        return {"": target.read_bytes()}
    return {
        path.relative_to(target).as_posix(): path.read_bytes()
        for path in sorted(target.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def given(folder: Path) -> Path:
    """Write what the import reads, and a small package for the site."""
    from incidents import read_package
    from incidents.export import FORMATS
    from incidents.filter_value import Filter

    body = FORMATS["csv"](read_package(), filter=Filter())
    (folder / "given.csv").write_bytes(body)
    synthesise(FEW, folder / "few")
    return folder


def killed(name: str, folder: Path, times: int) -> list[str]:
    """Kill a command with SIGKILL at moments spread over its run, beside and over an older output; return what was left half done.

    A single file is the old or the new one, byte for byte. Of a folder each file is: a site is written page by page, each of them whole.
    """
    target = folder / f"output{COMMANDS[name][1]}"
    started = time.monotonic()
    process = _run(name, folder, target)
    _, said = process.communicate()
    took = time.monotonic() - started
    if process.returncode:
        return [f"{name}: exit {process.returncode}: {said[-300:]}"]
    whole, wrong, chance = contents(target), [], random.Random(SEED)  # noqa: S311 - moments, not secrets
    for _ in range(times):
        moment = took * (0.4 + 0.65 * chance.random())
        fresh = chance.random() < 0.5
        if fresh:
            shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        process = _run(name, folder, target)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        process.stderr.close()
        left = contents(target) if target.exists() else {}
        wrong += [
            f"{name}: {path or target.name} is half written"
            for path, body in left.items()
            if not _whole(path, body, whole)
        ]
    return wrong


def _whole(path: str, body: bytes, whole: dict[str, bytes]) -> bool:
    """Tell whether a file is as a full run writes it; archives carry the time at which they were made, so that size and end must do."""
    if path in whole and body == whole[path]:
        return True
    end = b"PK\x05\x06"
    return body[:2] == b"PK" and body[-22:-18] == end


def full(name: str, folder: Path, *, disk: Path | None = None) -> list[str]:
    """Run a command that may write 4 kB of a file at most (or onto a small disk); return what is wrong with how it ends: one clear line, nothing left behind."""
    target = (disk or folder) / f"full{COMMANDS[name][1]}"

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    process = _run(
        name,
        folder,
        target,
        preexec_fn=None if disk else small,
    )
    _, said = process.communicate()
    lines = [line for line in said.splitlines() if line.strip()]
    wrong = [] if process.returncode in (1, 2) else [f"{name}: exit {process.returncode}"]
    wrong += (
        [f"{name}: says {said[-400:]!r}"]
        if "Traceback" in said or not lines or "cannot be written" not in lines[-1]
        else []
    )
    left = contents(target) if target.exists() else {}
    return wrong + [f"{name}: leaves {path or target.name}" for path, body in left.items() if len(body) >= 4096]


def restarted(server: Server) -> float:
    """Kill the server with SIGKILL, start it anew, and return the seconds until it serves its data again."""
    version = health(server.port)["version"]
    server.process.kill()
    server.process.wait()
    started = time.monotonic()
    server.start()
    assert health(server.port)["version"] == version
    return time.monotonic() - started


def reloaded(server: Server, package: SeedCopy) -> list[str]:
    """Change, break, delete and restore the package under a server; return what it did wrong."""
    wrong, first = [], health(server.port)

    def wait(words: str, good) -> None:
        end = time.monotonic() + 60
        while not good(health(server.port)) and time.monotonic() < end:
            time.sleep(0.2)
        if not good(now := health(server.port)):
            wrong.append(f"{words}: {now}")

    original = {path: path.read_bytes() for path in package.path.iterdir()}
    package.edit("events", 2, title="Changed under the server")
    wait("a valid package is taken", lambda now: now["version"] != first["version"] and not now["refused"])
    changed = health(server.port)
    faults = {
        "half-written": lambda: (package.path / "events.csv").write_bytes(
            original[package.path / "events.csv"][:40_000]
        ),
        "broken": lambda: package.edit("events", 3, start="10.09.2025"),
        "without events": lambda: (package.path / "events.csv").unlink(),
        "deleted": lambda: shutil.rmtree(package.path),
    }

    def swap() -> None:
        other = SeedCopy(_made(package.path.with_name("other")))
        other.edit("events", 2, title="Swapped under the server")
        package.path.rename(package.path.with_name("gone"))
        other.path.rename(package.path)

    swap()
    wait(
        "another package in its place is taken",
        lambda now: now["version"] not in (first["version"], changed["version"]) and not now["refused"],
    )
    changed = health(server.port)
    for path in (*package.path.iterdir(), package.path):
        path.chmod(0o555 if path.is_dir() else 0o444)
    time.sleep(3 * EVERY_S)
    wait("read-only: served as before", lambda now: now["version"] == changed["version"] and not now["refused"])
    package.path.chmod(0o755)
    for path in package.path.iterdir():
        path.chmod(0o644)
    for name, break_it in faults.items():
        break_it()
        wait(f"{name}: refused, the old one kept", partial(_kept, changed["version"]))
        package.path.mkdir(exist_ok=True)
        for path, body in original.items():
            path.write_bytes(body)
        wait(f"{name}: mended", lambda now: now["version"] == first["version"] and not now["refused"])
        changed = first
    return wrong


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _kept(version: str, now: dict) -> bool:
    return bool(now["refused"]) and now["version"] == version


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Put a disk of 64 kB into a folder, where that is allowed; yield whether it was."""
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True)
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def measure(room: Room) -> Iterator[Figure]:
    """Kill, fill and change."""
    folder = given(room.folder)
    (folder / "package").mkdir()
    package = SeedCopy(folder / "package")
    server = room.server(data=package.path)
    again = max(restarted(server) for _ in range(RESTARTS))
    yield Figure(f"from SIGKILL of the server to its data served again, the slowest of {RESTARTS}", again, "s", 5)
    odd = reloaded(server, package)
    yield Figure(
        "wrong answers while the package changes, breaks, vanishes, is swapped, read-only and mended",
        len(odd),
        "answers",
        0,
    )
    server.stop()
    late_or_early = jumped(room)
    name = f"wrong answers of open and new sessions, and changed packages not taken, after {len(JUMPS_S)} jumps of the clock"
    yield Figure(name, len(late_or_early), "answers", 0)
    silent = [line for name in COMMANDS if name != "site" for line in full(name, folder)]
    yield Figure(
        "commands that say nothing clear, or leave something, where a file cannot grow", len(silent), "commands", 0
    )
    with small_disk(folder / "disk") as mounted:
        crowded = (
            [line for name in ("export", "page") for line in full(name, folder, disk=folder / "disk")]
            if mounted
            else []
        )
        left = sorted(path.name for path in (folder / "disk").iterdir())
    if mounted:
        yield Figure("the same on a disk of 64 kB, and files left on it", len(crowded) + len(left), "commands", 0)
    else:
        print("  no disk of 64 kB could be mounted here (that takes root): not tried", file=sys.stderr)
    wrong, kills = [], 0
    for line in (*odd, *late_or_early, *silent, *crowded, *left):
        print(f"  {line}", file=sys.stderr)
    try:
        for name, times in KILLS.items():
            found = killed(name, folder, times)
            kills += times
            for line in found:
                print(f"  {line}", file=sys.stderr)
            wrong += found
    finally:
        late = sys.exception()
        yield Figure(
            "kills with SIGKILL during export, import, image, page and site", kills, "kills", 100, at_least=True
        )
        yield Figure("half files after them", len(wrong), "files", 0)
        if late:
            raise late
