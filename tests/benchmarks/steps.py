"""Step a map through time in the browser, in the same way for every map, and weigh its memory."""

from __future__ import annotations

import contextlib
import os
import signal
import statistics
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, Frame, Page, Playwright

from tests.browser.install import chromium_path
from tests.browser.opened import ARGUMENTS

STEPS, WARM_UP, WALKS = 60, 6, 3
LIMIT_MS = 15_000
READY_S, REST_S = 90, 5
NOW = "performance.timeOrigin + performance.now()"
# In each frame, before its scripts: the time that callbacks of animation frames take goes to the step that asked for them.
COUNT_FRAMES = """(() => {
  const next = window.requestAnimationFrame.bind(window);
  Object.assign(window, { spent: 0, nextFrame: () => new Promise((done) => next(done)) });
  window.requestAnimationFrame = (fn) => next((time) => {
    const before = performance.now();
    try { fn(time); } finally { window.spent += performance.now() - before; }
  });
})();"""
# A step is one call of window.advance(0 .. 1); it ends with the next frame. It stops early when time is up.
WALK = """([steps, limit]) => {
  const late = (ms) => new Promise((done) => setTimeout(done, ms, null)), until = performance.now() + limit;
  const walk = async () => {
    const costs = [], times = [];
    for (let k = 0; ; k++) {
      await nextFrame();
      times.push(performance.now());
      if (k) costs.push(window.spent);
      if (k === steps || performance.now() > until) return { costs, times };
      window.spent = 0;
      const before = performance.now(), done = window.advance(k / steps);
      window.spent += performance.now() - before;
      if (done && done.then) await Promise.race([done, late(limit)]);
    }
  };
  return Promise.race([walk(), late(3 * limit)]);
}"""


class StuckError(Exception):
    """A map did not come to an end of its steps."""


@dataclass(frozen=True)
class Walk:
    """What stepping through time cost.

    Attributes
    ----------
    median, p95 : float
        Milliseconds of JavaScript for a step: the call and the callbacks of the frame after it.
    main : float
        Milliseconds of the main thread for a step, layout and painting included (mean).
    frame : float
        Milliseconds from frame to frame (mean).
    steps : int
        How many were made.
    """

    median: float
    p95: float
    main: float
    frame: float
    steps: int

    @property
    def per_second(self) -> float:
        """Frames a second."""
        return 1000 / self.frame


def summary(costs: list[float], times: list[float], main_s: float) -> Walk:
    """Return what a walk cost.

    Parameters
    ----------
    costs : list of float
        Milliseconds of JavaScript of each step.
    times : list of float
        When frames began (ms); one more than steps.
    main_s : float
        Seconds that the main thread worked meanwhile.
    """
    ordered, n = sorted(costs), len(costs)
    frame = (times[-1] - times[0]) / n
    return Walk(statistics.median(ordered), ordered[int(0.95 * (n - 1))], 1000 * main_s / n, frame, n)


def middle(walks: list[Walk]) -> Walk:
    """Return the walk with the median time from frame to frame."""
    return sorted(walks, key=lambda one: one.frame)[len(walks) // 2]


@contextlib.contextmanager
def launched(playwright: Playwright, limit_s: float) -> Iterator[Browser]:
    """Give a browser of its own; it is killed when the time is up, so that nothing can hang in it."""
    browser = playwright.chromium.launch(
        executable_path=chromium_path(), args=[*ARGUMENTS, "--enable-precise-memory-info"]
    )
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    pid = next(process["id"] for process in processes if process["type"] == "browser")
    session.detach()
    watch = threading.Timer(limit_s, os.kill, (pid, signal.SIGTERM))
    watch.daemon = True
    watch.start()
    try:
        yield browser
    finally:
        watch.cancel()
        if browser.is_connected():
            browser.close()


def walk(page: Page, frame: Frame | Page, *, steps: int = STEPS) -> Walk:
    """Step `window.advance` of a frame through time, three times unless that takes long; the middle one counts.

    Raises
    ------
    StuckError
        Not one step came to its end.
    """
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def busy() -> float:
        return next(
            m["value"] for m in session.send("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration"
        )

    frame.evaluate(WALK, [WARM_UP, LIMIT_MS / 3])
    walks: list[Walk] = []
    for _ in range(WALKS):
        before = busy()
        found = frame.evaluate(WALK, [steps, LIMIT_MS])
        if not found or not found["costs"]:
            raise StuckError(f"no step ended within {3 * LIMIT_MS / 1000:g} s")
        walks.append(summary(found["costs"], found["times"], busy() - before))
        if walks[0].frame * steps > LIMIT_MS / 3:
            break
    session.detach()
    return middle(walks)


def heap_at_rest_mb(browser: Browser, url: str, ready: str) -> float:
    """Return the JavaScript heap of a page and its frames once nothing moves, in MB.

    The page is asked over the protocol alone: Playwright's own script, 0.3 MB in each world of each frame that it looks into, would count as well.

    Parameters
    ----------
    browser : Browser
        Where to measure.
    url : str
        The page.
    ready : str
        JavaScript expression that is true once the page is there.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        page = context.new_page()
        page.goto(url)
        session = context.new_cdp_session(page)

        def said(expression: str) -> object:
            return session.send("Runtime.evaluate", {"expression": expression, "returnByValue": True})["result"].get(
                "value"
            )

        until = time.monotonic() + READY_S
        while not said(ready):
            if time.monotonic() > until:
                raise StuckError(f"{url} did not become ready")
            time.sleep(0.1)
        time.sleep(REST_S)
        for _ in range(2):
            session.send("HeapProfiler.collectGarbage")
        return float(said("performance.memory.usedJSHeapSize")) / 1e6
    finally:
        context.close()


def heap_mb(page: Page) -> float:
    """Return the JavaScript heap of a page and its frames after a collection, in MB."""
    session = page.context.new_cdp_session(page)
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    session.detach()
    return page.evaluate("() => performance.memory.usedJSHeapSize") / 1e6
