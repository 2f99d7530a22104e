"""The figures of this project's layer at a number of events."""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.benchmarks import answers
from tests.benchmarks.figure import Figure
from tests.benchmarks.first_view import BARE, drawn
from tests.benchmarks.steps import COUNT_FRAMES, STEPS, Walk, heap_at_rest_mb, launched, walk
from tests.benchmarks.synthesise import synthesise
from tests.browser.opened import Opened
from tests.server import Server

SEEDS, MILLION = 385, 1_000_000
ROUNDS, DISCS, DISC_ROUNDS = 3, 3000, 15
LIMIT_S = 240
# Half of the record moves to its end, as everywhere in these benchmarks.
ADVANCE = """() => {
  const input = document.querySelector("[data-testid=time-start]"), low = Number(input.min), high = Number(input.max);
  const half = (high - low) / 2;
  window.advance = (part) => incidentLayer.setWindow(low + part * half, low + part * half + half);
}"""
BARE_SHOWN = 'document.querySelector("h1")?.textContent.includes("Bare")'
MAP_SHOWN = """document.querySelector(".st-key-filters") && !document.querySelector("[data-testid=stSkeleton]")
  && [...document.querySelectorAll("iframe")].some((frame) => frame.contentWindow.incidentLayer?.visibleCount > 0)"""
# Reading one pixel back makes the canvas draw what it was told.
DISC_TIMES = """(rounds) => {
  let layer;
  incidentFrame.map.eachLayer((other) => { if (other.drawDiscs) layer = other; });
  incidentFrame.setOption("discs", "all");
  const told = [], done = [];
  for (let k = 0; k < rounds; k++) {
    const before = performance.now();
    layer.drawDiscs();
    told.push(performance.now() - before);
    layer._discs.getContext("2d").getImageData(0, 0, 1, 1);
    done.push(performance.now() - before);
  }
  return { told, done, shown: layer.shown.length, drawn: layer._discsDrawn };
}"""


@dataclass(frozen=True)
class Target:
    """The bounds at a number of events (issue 4)."""

    step: float
    per_second: float
    first: float
    rerun: float
    size: float
    heap: float | None = None


def target(n: int) -> Target:
    """Return the bounds at n events."""
    if n <= 10_000:
        return Target(1, 60, 0.6, 150, 10)
    if n <= 100_000:
        return Target(5, 57, 0.8, 150, 9, 10 if n == 100_000 else None)
    return Target(10, 55, 2.5, 250, 8)


@dataclass(frozen=True)
class Ours:
    """What was measured at n events; `walk` and `rerun` (ms) are what peers are compared with."""

    n: int
    walk: Walk
    rerun: float
    heap: float
    size: float
    figures: list[Figure]


def _walked(browser: Browser, server: Server, n: int, steps: int) -> tuple[Walk, float]:
    """Return the walk and the bytes an event on the wire."""
    opened = Opened(browser, server.url)
    sizes: list[int] = []

    def note(request) -> None:
        if "/core" in request.url:
            sizes.append(request.sizes()["responseBodySize"])

    try:
        opened.context.add_init_script(COUNT_FRAMES)
        opened.page.on("requestfinished", note)
        opened.go("/")
        opened.wait_until_idle()
        opened.frame.evaluate(ADVANCE)
        return walk(opened.page, opened.frame, steps=steps), sizes[0] / n
    finally:
        opened.close()


def measure(playwright: Playwright, n: int, *, steps: int = STEPS) -> Ours:
    """Return the figures at n events; 385 stands for the seeds."""
    goal, name = target(n), f"{n:,} events: ".replace(",", " ")
    with (
        tempfile.TemporaryDirectory() as folder,
        launched(playwright, 5 * LIMIT_S if n >= MILLION else LIMIT_S) as browser,
    ):
        home = Path(folder)
        data = None if n == SEEDS else synthesise(n, home / "package")
        (home / "bare_page.py").write_text(BARE, encoding="utf-8")
        bare = Server(log=home / "bare.txt", script=home / "bare_page.py").start()
        server = Server(log=home / "log.txt", data=data).start()
        try:
            server.wait("/api/healthz")
            Opened(browser, server.url).go("/").close()
            bare_first = statistics.median([drawn(browser, bare.url, on_map=False) for _ in range(ROUNDS + 1)][1:])
            first = statistics.median([drawn(browser, server.url, on_map=True) for _ in range(ROUNDS)])
            heap = heap_at_rest_mb(browser, server.url, MAP_SHOWN) - heap_at_rest_mb(browser, bare.url, BARE_SHOWN)
            walked, size = _walked(browser, server, n, steps)
            rerun = answers.filter_change(browser, server)[0].value
        finally:
            server.stop()
            bare.stop()
    figures = [
        Figure(f"{name}step, JS (median of {walked.steps})", walked.median, "ms", goal.step),
        Figure(f"{name}step, JS (95th percentile)", walked.p95, "ms"),
        # Two frames of sixty within the jitter of a timer.
        Figure(f"{name}frames a second", round(walked.per_second, 0), "/s", goal.per_second, at_least=True),
        Figure(f"{name}first paint over a bare page", first - bare_first, "s", goal.first),
        Figure(f"{name}filter rerun (median)", rerun, "ms", goal.rerun),
        Figure(f"{name}core.bin on the wire", size, "bytes an event", goal.size),
        Figure(f"{name}JS heap over a bare page", heap, "MB", goal.heap),
    ]
    return Ours(n, walked, rerun, heap, size, figures)


def discs(playwright: Playwright) -> list[Figure]:
    """Return the time to draw the discs of 3 000 events at once."""
    with tempfile.TemporaryDirectory() as folder, launched(playwright, LIMIT_S) as browser:
        server = Server(log=Path(folder) / "log.txt", data=synthesise(DISCS, Path(folder) / "package")).start()
        try:
            opened = Opened(browser, server.url).go("/")
            opened.wait_until_idle()
            found = opened.frame.evaluate(DISC_TIMES, DISC_ROUNDS)
            opened.close()
        finally:
            server.stop()
    if not found["drawn"]:
        return []
    name = f"discs of {found['shown']:,} shown: ".replace(",", " ")
    return [
        Figure(f"{name}drawDiscs (median of {DISC_ROUNDS})", statistics.median(found["told"]), "ms", 8),
        Figure(f"{name}drawDiscs and its pixels on the canvas", statistics.median(found["done"]), "ms"),
    ]
