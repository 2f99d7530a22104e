"""Part 5: two replicas behind nginx as docs/nginx.conf says, one killed while a reader looks; and the static site's requests per second."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.benchmarks.synthesise import synthesise
from tests.server import ROOT, free_port
from tests.trust.plain_http import PlainHttp
from tests.trust.process import descriptors
from tests.trust.room import Room

LANE, BUDGET_S = "alone", 60
CONF = ROOT / "docs" / "nginx.conf"
VIEW = "/?country=EST&period=2025-09-01&period=2025-09-30"
EVENTS = 20
"""Of the site; how many there are makes no difference to one page."""
SECONDS = 8
LEAST_PER_S = 500
LONGEST_BACK_S = 20


def configured(text: str, ports: tuple[int, int], listen: int) -> str:
    """Return the configuration with other ports; nothing else is changed."""
    for given, wanted in (("8501", ports[0]), ("8502", ports[1]), ("8080", listen)):
        text, n = re.subn(rf"127\.0\.0\.1:{given}\b", f"127.0.0.1:{wanted}", text)
        if n != 1:
            raise ValueError(f"port {given} stands {n} times in {CONF.name}")
    return text


@contextmanager
def nginx(folder: Path, ports: tuple[int, int]) -> Iterator[str]:
    """Run nginx before two ports; yield its address. Its folder holds ``site``."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    listen = free_port()
    (folder / "nginx.conf").write_text(configured(CONF.read_text(encoding="utf-8"), ports, listen), encoding="utf-8")
    command = [program, "-p", f"{folder}/", "-c", "nginx.conf", "-g", "daemon off;"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        end = time.monotonic() + 10
        while time.monotonic() < end:
            with suppress(OSError):
                PlainHttp(listen).ask("/site/index.html")
                break
            if process.poll() is not None:
                raise RuntimeError(process.stderr.read().decode())
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listen}"
    finally:
        process.terminate()
        process.wait(10)


def per_second(url: str, path: str, seconds: float = SECONDS) -> float:
    """Return how many requests a second are answered, by wrk where it is installed, else by one python client."""
    if program := shutil.which("wrk"):
        said = subprocess.run(
            [program, "-t1", "-c32", f"-d{int(seconds)}s", url + path], capture_output=True, text=True, check=True
        ).stdout
        if "Non-2xx" in said:
            raise RuntimeError(said)
        return float(re.search(r"Requests/sec:\s*([\d.]+)", said)[1])
    http, n, end = PlainHttp(int(url.rpartition(":")[2])), 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        if http.ask(path).status != 200:
            raise RuntimeError(f"{path} is not served")
        n += 1
    return n / seconds


def back_after_kill(room: Room, url: str, servers: list) -> tuple[float, bool]:
    """Look at a view, kill the replica that serves it, use the page again; return the seconds until it answers and whether the view is the same."""
    before = [descriptors(each.process.pid) for each in servers]
    opened = room.opened(url)
    opened.go(VIEW)
    opened.wait_until_idle()
    n, params = opened.page_count(), opened.params
    more = [descriptors(each.process.pid) - old for each, old in zip(servers, before, strict=True)]
    used = servers[more.index(max(more))]
    used.process.kill()
    started = time.monotonic()
    opened.page.wait_for_timeout(300)
    opened.page.locator('[data-testid="stApp"][data-test-connection-state="CONNECTED"]').wait_for()
    opened.page.locator(".st-key-filter_confirmed label").first.click()
    changed = opened.wait_for_change(n[0])
    took = time.monotonic() - started
    opened.page.locator(".st-key-filter_confirmed label").first.click()
    opened.wait_for_change(changed)
    same = opened.page_count() == n and all(opened.params.get(name) == value for name, value in params.items())
    opened.close()
    return took, same


def measure(room: Room) -> Iterator[Figure]:
    """Start both replicas and the balancer, publish the site, kill one replica."""
    servers = [room.server(), room.server()]
    synthesise(EVENTS, room.folder / "few")
    subprocess.run(
        [sys.executable, "-m", "dashboard", "site", "-o", str(room.folder / "site")],
        cwd=ROOT,
        env=os.environ | {"AIRSPACE_DATA": str(room.folder / "few")},
        check=True,
        capture_output=True,
    )
    room.folder.chmod(0o755)  # nginx gives up the rights of root
    with nginx(room.folder, tuple(each.port for each in servers)) as url:
        rate = per_second(url, "/site/index.html")
        name = "requests per second for the page of the static site, behind nginx"
        yield Figure(name, rate, "per s", LEAST_PER_S, at_least=True)
        took, same = back_after_kill(room, url, servers)
    yield Figure("one of two replicas killed: seconds until the page answers again", took, "s", LONGEST_BACK_S)
    yield Figure("readers whose view did not come back from the address", int(not same), "of 1", 0)
