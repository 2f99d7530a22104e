"""Part 1, from outside: a page of another origin frames or opens the app and sends the map's frame a script before our page does."""

from __future__ import annotations

import json
from collections.abc import Iterator

from playwright.sync_api import Browser, Error, Page, Route

from dashboard.server.own_messages import GUARD
from tests.benchmarks.figure import Figure
from tests.elsewhere import elsewhere
from tests.trust.room import LONGEST_MS, Room

LANE, BUDGET_S = "browser", 40
MESSAGE = {
    "type": "streamlit:render",
    "args": {
        "script": "window.foreignRan = true; (top.opener || top).postMessage('ran', '*'); parent.foreignRan = true; var map_div = {on() {}, _layers: {}};",
        "html": "<div id=map_div></div>", "header": "", "id": "x", "default": "map_div", "height": 100, "width": 100, "zoom": 3,
        "pixelated": False, "return_on_hover": False, "js_links": [], "css_links": [], "returned_objects": [],
    },
    "disabled": False, "theme": None, "dfs": [],
}  # fmt: skip
"""What Streamlit's page sends a component, as st_folium reads it."""
PAGE = """<!doctype html><title>elsewhere</title><button>open</button><script>
const app = %s, message = %s;
let target = null;
window.posted = 0;
if (%s) { const frame = document.createElement("iframe"); Object.assign(frame, {src: app, width: 900, height: 600}); document.body.append(frame); target = frame.contentWindow; }
document.querySelector("button").onclick = () => { target = window.open(app); };
const send = (to) => { to.postMessage(message, "*"); window.posted++; };
const flood = setInterval(() => { if (target) send(target); for (let k = 0; target && k < target.length; k++) send(target[k]); }, 1);
// A frame that hears each of them has no time for anything else, nor memory in the end.
addEventListener("message", ({data}) => { if (data === "ran") clearInterval(flood); });
</script>"""
WAYS = {"framed": "/?embed=true", "opened": "/", "the frame alone": "/component/streamlit_folium.st_folium/index.html"}
"""How the page gets hold of the app, and at which address."""
RAN, DRAWN = "() => Boolean(window.foreignRan)", "() => Boolean(window.incidentFrame && window.incidentFrame.map)"
LONGEST_S, STEP_MS = 20, 250


def _without_guard(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(GUARD, ""))


def _asked(pages: list[Page], question: str) -> bool:
    for frame in (frame for page in pages for frame in page.frames):
        try:
            if frame.evaluate(question):
                return True
        except Error:  # a frame that is being loaded
            continue
    return False


def attack(browser: Browser, url: str, way: str, *, guarded: bool = True) -> tuple[bool, int]:
    """Return whether the script ran in a frame of the app, and how many messages were sent by the time that the map was there.

    Parameters
    ----------
    browser, url
        Where the app is.
    way : str
        One of `WAYS`.
    guarded : bool
        False takes the guard out of the frame: the control.
    """
    script = PAGE % (json.dumps(url + WAYS[way]), json.dumps(MESSAGE), json.dumps(way != "opened"))
    with elsewhere(script, host="localhost") as address:
        context = browser.new_context()
        context.set_default_timeout(LONGEST_MS)
        try:
            if not guarded:
                context.route("**/component/**/index.html*", _without_guard)
            page = context.new_page()
            page.goto(address)
            if way == "opened":
                page.get_by_role("button").click()
            for _ in range(LONGEST_S * 1000 // STEP_MS):
                page.wait_for_timeout(STEP_MS)
                if (
                    _asked(context.pages, RAN)
                    or _asked(context.pages, DRAWN)
                    or (way == "the frame alone" and page.evaluate("window.posted") > 1000)
                ):
                    break
            page.wait_for_timeout(2 * STEP_MS)
            return _asked(context.pages, RAN), page.evaluate("window.posted")
        finally:
            context.close()


def measure(room: Room) -> Iterator[Figure]:
    """Let a foreign page try each way, with the guard and without."""
    server = room.server()
    server.wait("/api/healthz")
    held = [attack(room.browser, server.url, way) for way in WAYS]
    yield Figure("messages that a foreign page sent the map's frame", sum(sent for _, sent in held), "messages", 100, at_least=True)  # fmt: skip
    yield Figure("ways in which its script ran in the app", sum(ran for ran, _ in held), f"of {len(WAYS)}", 0)
    let = sum(attack(room.browser, server.url, way, guarded=False)[0] for way in WAYS)
    yield Figure("ways in which it runs without the guard (control)", let, f"of {len(WAYS)}", 1, at_least=True)
