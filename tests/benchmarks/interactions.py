"""From each interaction to its last visible change, on all screens: `python -m tests.benchmarks.interactions [--runs N] [--write] [visit ...]`."""

from __future__ import annotations

import argparse
import logging
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.benchmarks.interaction_list import VISITS, Visit
from tests.benchmarks.machine import description
from tests.browser.install import chromium_or_exit
from tests.browser.opened import ARGUMENTS, COMPONENT, Opened
from tests.server import ROOT, Server

TARGET_MS = 300
RUNS = 3
WARM_S = 10
"""Until the server has done the work that it does ahead (dashboard/warm.py)."""
REST_MS = 500
QUIET_MS = 450
"""Without a change for so long, an interaction is over."""
LONGEST_S = 30
DOCUMENT = ROOT / "docs" / "INTERACTIONS.md"
# Runs in every frame. Not looked at is what nobody sees: the head, Streamlit's signs of work, what canvases hold for screen readers, what
# is loaded ahead or hidden, tools that fade in under the pointer, attributes that no style reads, staleness, which shows after half a second,
# and that Streamlit takes away what it has hidden before.
# Drawing counts, except on the table's canvas, which draws the same pixels again and again.
WATCH = """(() => {
  const now = () => performance.timeOrigin + performance.now();
  const unseen = "head, canvas, [data-testid=stStatusWidget], [data-testid=stToolbar], .stElementToolbar, .st-key-ahead, [role=log]";
  const silent = new Set(["data-test-script-state", "data-stale", "role", "tabindex", "data-focus-visible", "data-focused", "data-hovered",
    "data-pressed", "inert"]);
  const moves = new Set(["opacity", "transform", "height", "width", "max-height", "visibility"]);
  const changed = () => { try { top.lastChange = now(); } catch { /* a frame on its way out */ } };
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => { top.began = top.lastChange = now(); }, true);
  const isSilent = (at, name) => silent.has(name) || name.startsWith("aria-") || at.matches(".stApp, body, html")
    || (name === "height" && at.tagName === "IFRAME") || (name === "class" && at.matches(".stElementContainer"));
  const isGone = (node) => node.matches?.("[data-retained]");
  const isSeen = ({ type, target, attributeName, addedNodes, removedNodes }) => {
    const at = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement, inside = type === "attributes" ? at?.parentElement : at;
    if (!at || at.closest(unseen) || inside?.closest("[hidden]")) return false;
    if (type === "childList" && !addedNodes.length && [...removedNodes].every(isGone)) return false;
    return !(type === "attributes" && isSilent(at, attributeName));
  };
  const observer = new MutationObserver((all) => { if (all.some(isSeen)) changed(); });
  const observe = () => observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  observe();
  for (const when of ["DOMContentLoaded", "load"]) addEventListener(when, observe); // a frame gets another document
  for (const end of ["animationend", "transitionend"]) {
    addEventListener(end, ({ target, propertyName }) => {
      if (!target.closest?.(unseen) && (!propertyName || moves.has(propertyName))) changed();
    }, true);
  }
  const pen = CanvasRenderingContext2D.prototype;
  for (const name of ["fill", "stroke", "fillRect", "fillText", "drawImage", "putImageData"]) {
    const draw = pen[name];
    pen[name] = function (...given) {
      if (!this.canvas.closest(".stDataFrameGlideDataEditor")) changed();
      return draw.apply(this, given);
    };
  }
})();"""
STATE = """() => [window.began, window.lastChange, performance.timeOrigin + performance.now() - window.lastChange,
  document.querySelector("[data-testid=stApp]")?.dataset.testScriptState]"""


class UnansweredError(RuntimeError):
    """An interaction could not be made, or its screen never came to rest."""


def answered(opened: Opened, act: Callable[[Opened], None]) -> float:
    """Return the milliseconds from the last pointer or key that went down to the last visible change."""
    page = opened.page
    page.evaluate("() => { window.began = 0; window.lastChange = 0; }")
    act(opened)
    end = time.monotonic() + LONGEST_S
    while time.monotonic() < end:
        page.wait_for_timeout(100)
        began, last, quiet, state = page.evaluate(STATE)
        if began and state == "notRunning" and quiet > QUIET_MS:
            return last - began
    raise UnansweredError("the screen did not come to rest")


def visited(browser: Browser, server: Server, visit: Visit) -> dict[str, float]:
    """Return the milliseconds of each interaction of a visit, in a session of its own, begun when all is loaded ahead."""
    opened, found = Opened(browser, server.url, ahead=True), {}
    opened.context.add_init_script(WATCH)
    try:
        page = opened.go(visit.path, ready=False).page
        page.locator(".stMain h1").first.wait_for(state="attached")
        page.wait_for_function("() => !document.querySelector('.st-key-ahead')")
        opened.wait_until_idle()
        page.wait_for_timeout(REST_MS)
        for name, act in visit.steps:
            if (frame := page.query_selector(f"iframe[src*={COMPONENT}]")) is not None:
                opened.frame = frame.content_frame()
            try:
                found[name] = answered(opened, act)
            except (BrowserError, UnansweredError) as err:
                raise UnansweredError(f"{visit.path}, {name}: {err}") from err
    finally:
        opened.close()
    return found


def table(times: dict[tuple[str, str], list[float]]) -> str:
    """Return medians, extremes and the first run after the start of the server as a Markdown table, the slowest first."""
    lines = ["| where | interaction | median | least to most | first | |", "|---|---|---:|---:|---:|---|"]
    for (where, name), each in sorted(times.items(), key=lambda item: -statistics.median(item[1])):
        middle = statistics.median(each)
        verdict = "ok" if middle <= TARGET_MS else "NOT REACHED"
        lines.append(
            f"| {where} | {name} | {middle:.0f} ms | {min(each):.0f} to {max(each):.0f} ms | {each[0]:.0f} ms | {verdict} |"
        )
    return "\n".join(lines)


def document(times: dict[tuple[str, str], list[float]], machine: str, runs: int) -> str:
    """Return docs/INTERACTIONS.md."""
    reached = sum(statistics.median(each) <= TARGET_MS for each in times.values())
    first = sum(each[0] <= TARGET_MS for each in times.values())
    return f"""# Interactions

Measured with `python -m tests.benchmarks.interactions --write`. {machine}

From the pointer or the key that goes down to the last visible change on the page, its frames and canvases included, on the recorded
events; medians of {runs} runs, each in a session of its own that has loaded ahead what the next screens need. The first run follows the start
of the server: pictures and maps of a comparison that later ones find kept are drawn then, while the reader looks at the screen before. Target: {TARGET_MS} ms; {reached} of {len(times)} medians
reach it, {first} of the first runs.

{table(times)}
"""


def main(argv: list[str] | None = None) -> int:
    """Measure and print; always 0 once measured, because a busy machine is no fault of the code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.interactions", description="Measure interactions."
    )
    parser.add_argument("--runs", type=int, default=RUNS, help=f"sessions for each visit, {RUNS} by default")
    parser.add_argument("--write", action="store_true", help="write docs/INTERACTIONS.md")
    parser.add_argument("visits", nargs="*", metavar="visit", help=f"only these of {', '.join(VISITS)}")
    args = parser.parse_args(argv)
    if unknown := [name for name in args.visits if name not in VISITS]:
        parser.error(f"there is no {unknown[0]}; the visits are {', '.join(VISITS)}")
    logging.disable(logging.WARNING)
    path = chromium_or_exit("tests.benchmarks.interactions")
    times: dict[tuple[str, str], list[float]] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        machine = description(browser.version)
        server = Server(log=Path(folder) / "log.txt").start()
        try:
            time.sleep(WARM_S)
            for _ in range(args.runs):
                for where in args.visits or VISITS:
                    for name, took in visited(browser, server, VISITS[where]).items():
                        times.setdefault((where, name), []).append(took)
        finally:
            server.stop()
        browser.close()
    print(f"{machine}\n\n{table(times)}", flush=True)
    if args.write:
        DOCUMENT.write_text(document(times, machine, args.runs), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
