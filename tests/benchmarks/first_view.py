"""From nothing to the first incident on the screen."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from tests.benchmarks.figure import Figure
from tests.browser.opened import Opened
from tests.server import Server

BARE = 'import streamlit as st\n\nst.title("Bare")\nst.write("A bare page.")\n'
ROUNDS, STARTS = 5, 3
# Runs in each frame before its scripts: notes when the first incident, or the text of the bare page, has been drawn. Told by
# changes of the page: a timer would wait until whatever comes after the drawing is done as well.
WATCH = """
(() => {
  let seen = null;
  const look = () => {
    const map = window.incidentLayer && incidentLayer.visibleCount > 0;
    const bare = window === window.top && document.querySelector("h1")?.textContent.includes("Bare");
    if ((map || bare) && !window.drawnAt) window.drawnAt = performance.timeOrigin + performance.now();
  };
  const observer = new MutationObserver(look);
  // A frame may get another document under the same window.
  const watch = () => {
    if (document !== seen) observer.observe(seen = document, { childList: true, characterData: true, subtree: true });
    look();
    if (window.drawnAt) observer.disconnect(); else setTimeout(watch, 4);
  };
  watch();
})();
"""


def drawn(browser: Browser, url: str, *, on_map: bool) -> float:
    """Return seconds from the start of the navigation to the first drawing of what counts, in a context without a cache."""
    opened = Opened(browser, url)
    try:
        opened.context.add_init_script(WATCH)
        opened.go("/", ready=False)
        if on_map:
            opened.wait_for_map()
            end = opened.wait_in_frame("() => window.drawnAt")
        else:
            end = opened.page.wait_for_function("() => window.drawnAt").json_value()
        return (end - opened.page.evaluate("() => performance.timeOrigin")) / 1000
    finally:
        opened.close()


def over_a_bare_page(browser: Browser, server: Server) -> list[Figure]:
    """Return how much later than the text of a bare Streamlit page the first incident is on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare_page.py"
        script.write_text(BARE, encoding="utf-8")
        bare = Server(log=Path(folder) / "log.txt", script=script).start()
        try:
            rounds = [
                (drawn(browser, bare.url, on_map=False), drawn(browser, server.url, on_map=True))
                for _ in range(ROUNDS + 1)
            ][1:]
        finally:
            bare.stop()
    page, first = (statistics.median(values) for values in zip(*rounds, strict=True))
    return [
        Figure("bare Streamlit page, text on screen (median)", page, "s"),
        Figure("first incident on screen (median)", first, "s"),
        Figure("first incident over a bare page", first - page, "s", 0.6),
    ]


def from_the_command(browser: Browser) -> list[Figure]:
    """Return the time from `streamlit run` to the first incident on the screen, warm disk."""
    seconds = []
    for _ in range(STARTS + 1):
        with tempfile.TemporaryDirectory() as folder:
            before = time.time()
            server = Server(log=Path(folder) / "log.txt").start()
            try:
                opened = Opened(browser, server.url)
                opened.context.add_init_script(WATCH)
                opened.go("/", ready=False)
                opened.wait_for_map()
                drawn = opened.wait_in_frame("() => window.drawnAt") / 1000
                opened.close()
            finally:
                server.stop()
            seconds.append(drawn - before)
    return [Figure("start of `streamlit run` to first incident (median)", statistics.median(seconds[1:]), "s", 6)]
