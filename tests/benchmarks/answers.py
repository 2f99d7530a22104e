"""From a reader's action to its effect on the screen, through the server and back."""

from __future__ import annotations

import statistics

from playwright.sync_api import Browser

from tests.benchmarks.figure import Figure
from tests.browser.opened import Opened
from tests.server import Server

CHOICES, CLICKS = 8, 8
ISOLATED_PX = 30
NOW = "performance.timeOrigin + performance.now()"
MARK_CLICK = f"() => document.addEventListener('click', () => {{ window.clickedAt = {NOW}; }}, true)"
MARK_COUNT = f"""() => new MutationObserver(() => {{ window.countedAt = {NOW}; }})
    .observe(document.querySelector("[data-testid=visible-count]"), {{ childList: true, characterData: true, subtree: true }})"""
MARK_PANEL = f"""() => new MutationObserver(() => {{
      const title = document.querySelector(".st-key-detail h2")?.textContent;
      if (title !== window.titleShown) {{ window.titleShown = title; window.titledAt = {NOW}; }}
    }}).observe(document.body, {{ childList: true, characterData: true, subtree: true }})"""


def filter_change(browser: Browser, server: Server) -> list[Figure]:
    """Return the time from a click on a word of a filter to the new count in the map's frame."""
    opened = Opened(browser, server.url).go("/")
    try:
        opened.wait_until_idle()
        opened.mark()
        opened.page.locator(".st-key-pop_country button").first.click()
        words = opened.page.locator(".st-key-filter_country button")
        words.nth(CHOICES).wait_for()
        opened.page.evaluate(MARK_CLICK)
        opened.frame.evaluate(MARK_COUNT)
        times, n = [], opened.page_count()[0]
        for k in range(CHOICES):
            words.nth(k).click()
            n = opened.wait_for_change(n)
            opened.wait_until_idle()
            times.append(
                opened.frame.evaluate("() => window.countedAt") - opened.page.evaluate("() => window.clickedAt")
            )
        same = opened.is_marked()
    finally:
        opened.close()
    return [
        Figure(f"filter change to applied (median of {CHOICES})", statistics.median(times), "ms", 150),
        Figure("frames remounted by filter changes", 0 if same else 1, "", 0),
    ]


def _alone(opened: Opened, ids: list[str]) -> list[str]:
    """Return the events that lie well inside the map and apart from all others."""
    return opened.frame.evaluate(
        """([ids, apart]) => {
        const at = ids.map((id) => incidentLayer.pointOf(id)), box = document.querySelector(".leaflet-container");
        return ids.filter((id, i) => at[i] && at[i].x > 280 && at[i].y > 60 && at[i].x < box.clientWidth - 80
            && at[i].y < box.clientHeight - 60
            && at.every((p, j) => i === j || !p || Math.hypot(p.x - at[i].x, p.y - at[i].y) > apart)); }""",
        [ids, ISOLATED_PX],
    )


def click_to_panel(browser: Browser, server: Server) -> list[Figure]:
    """Return the time from a click on an incident to its title in the panel."""
    query = "?period=2025-08-01&period=2025-10-31&category=incident"
    opened = Opened(browser, server.url).go(f"/{query}")
    try:
        opened.wait_until_idle()
        events = opened.context.request.get(f"{opened.url}/api/events.json{query}").json()["events"]
        titles = {event["event_id"]: event["title"] for event in events}
        chosen = _alone(opened, list(titles))[:CLICKS]
        opened.frame.evaluate(MARK_CLICK)
        opened.page.evaluate(MARK_PANEL)
        times = []
        for event_id in chosen:
            opened.click_event(event_id)
            opened.wait_for_title(titles[event_id])
            opened.wait_until_idle()
            times.append(
                opened.page.evaluate("() => window.titledAt") - opened.frame.evaluate("() => window.clickedAt")
            )
    finally:
        opened.close()
    return [Figure(f"click to panel (median of {len(times)})", statistics.median(times), "ms", 250)]
