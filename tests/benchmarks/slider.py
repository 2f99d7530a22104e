"""What one step of the time slider costs in the browser, and how many frames a second it leaves."""

from __future__ import annotations

import statistics

from playwright.sync_api import Browser

from tests.benchmarks.figure import Figure
from tests.browser.opened import Opened
from tests.server import Server

STEPS = 60
# One input event a frame on the left handle, from the first day to three quarters of the record.
DRAG = """async (steps) => {
  const input = document.querySelector("[data-testid=time-start]"), day = 864e5;
  const low = Number(input.min), high = Number(input.max), costs = [], frames = [];
  for (let k = 0; k < steps; k++) {
    frames.push(await new Promise(requestAnimationFrame));
    input.value = low + Math.round((0.75 * (k / steps) * (high - low)) / day) * day;
    const before = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    costs.push(performance.now() - before);
  }
  return { costs, seconds: (frames[frames.length - 1] - frames[0]) / 1000 };
}"""


def slider(browser: Browser, server: Server, *, name: str = "", binding: bool = True) -> list[Figure]:
    """Return cost and frame rate of a drag.

    Parameters
    ----------
    browser, server
        Where to measure.
    name : str, default ""
        Goes before the names of the figures.
    binding : bool, default True
        Whether the targets of the real dataset apply.
    """
    opened = Opened(browser, server.url).go("/")
    try:
        opened.wait_until_idle()
        opened.frame.evaluate(DRAG, STEPS)
        before = len(opened.sent)
        found = opened.frame.evaluate(DRAG, STEPS)
        asked = len(opened.sent) - before
    finally:
        opened.close()
    costs = sorted(found["costs"])
    return [
        Figure(f"{name}slider step, JS (median of {STEPS})", statistics.median(costs), "ms", 1 if binding else None),
        Figure(f"{name}slider step, JS (95th percentile)", costs[int(0.95 * len(costs))], "ms"),
        # 58 is 60 within the jitter of a timer.
        Figure(
            f"{name}frames a second while sliding",
            (STEPS - 1) / found["seconds"],
            "/s",
            58 if binding else None,
            at_least=True,
        ),
        Figure(f"{name}messages to the server while sliding", asked, "", 0),
    ]
