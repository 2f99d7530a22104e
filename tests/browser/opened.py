"""One tab with the app in it, and what a test needs to ask of it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Frame, Locator, Page, Request, WebSocket

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # Foreign hosts are never found: asking Playwright about each request instead costs 10 ms a request.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
OURS = {"127.0.0.1", "localhost"}
LONGEST_MS = 30_000
POLL_MS = 20
COMPONENT = "streamlit_folium"
REST = ".st-key-filters, .st-key-embed h1"
PROBES = re.compile(r"/[\w-]+/_stcore/(health|host-config)$")
COUNT = re.compile(r"(\d+) of (\d+)")


SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"


class Opened:
    """A page in a browser context of its own.

    Attributes
    ----------
    page, frame
        The page, and the frame of the map once it is there.
    hosts : list of str
        Host of every request; foreign ones are never found (see ARGUMENTS).
    sent : list of bytes
        Websocket frames that the page sent to Streamlit: one for each rerun that it asked for.
    """

    def __init__(
        self,
        browser: Browser,
        url: str,
        *,
        width: int = 1440,
        height: int = 900,
        theme: str = "light",
        ahead: bool = False,
        **context: Any,
    ) -> None:
        self.url = url
        self.context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, **context)
        self.context.set_default_timeout(LONGEST_MS)
        self.hosts: list[str] = []
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.sent: list[bytes] = []
        self._expected = False
        self.page: Page = self.context.new_page()
        if not ahead:  # runs of the server between those that a test asks for
            self.page.add_init_script(SAVES_DATA)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._request)
        self.page.on("websocket", self._websocket)

    # ---- watching ------------------------------------------------------------------------------------------------------
    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("data", "blob"):
            return
        self.hosts.append(parts.hostname or "")
        if parts.hostname not in OURS:
            self.foreign.append(request.url)

    def _websocket(self, socket: WebSocket) -> None:
        host = urlsplit(socket.url).hostname
        if host not in OURS:
            self.foreign.append(socket.url)
        socket.on(
            "framesent", lambda payload: self.sent.append(payload if isinstance(payload, bytes) else payload.encode())
        )

    def _console(self, message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        # Opened at /data or /about, Streamlit first looks for its server below that path, and then at the root.
        if message.type == "error" and not PROBES.search(where):
            self.errors.append(f"{message.text} ({where})")

    def expect_errors(self) -> None:
        """Say that this test causes errors on the console."""
        self._expected = True

    def unexpected_errors(self) -> list[str]:
        """Return the errors that no test asked for."""
        return [] if self._expected else self.errors

    # ---- opening -------------------------------------------------------------------------------------------------------
    def go(self, path: str = "/", *, ready: bool = True) -> Opened:
        """Open a path of the app and, unless told otherwise, wait until the map is drawn."""
        self.page.goto(self.url + path)
        if ready:
            self.wait_for_map()
        return self

    def wait_for_map(self) -> Frame:
        """Return the map's frame once `incidentLayer.ready` has resolved."""
        # A frame on its way out, as when the language changes, has no document any more.
        while (
            frame := self.page.wait_for_selector(f"iframe[src*={COMPONENT}]", state="attached").content_frame()
        ) is None:
            pass
        self.frame = frame
        # Asked of the empty document that a frame starts with, a waiting function may never be asked again.
        self.frame.wait_for_url(f"**/*{COMPONENT}*/**")
        self.at("visible-count").wait_for(state="attached")
        ready = self.frame.evaluate(
            "(ms) => Promise.race([incidentLayer.ready.then(() => true), new Promise((r) => setTimeout(() => r(false), ms))])",
            LONGEST_MS,
        )
        assert ready, "incidentLayer.ready never resolved"
        # The map comes first (dashboard/screens/head_start.py): until the rest has come, it may still move on the page.
        self.page.wait_for_selector(REST, state="attached")
        self.wait_until_idle()
        # A control whose script is still on its way is a placeholder: it takes no keys.
        self.page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
        return self.frame

    def close(self) -> None:
        """Close the tab and its context."""
        self.context.close()

    # ---- asking --------------------------------------------------------------------------------------------------------
    @property
    def params(self) -> dict[str, list[str]]:
        """Parameters of the page's address."""
        return parse_qs(urlsplit(self.page.url).query)

    def at(self, testid: str) -> Locator:
        """Return a control in the map's frame."""
        return self.frame.locator(f"[data-testid={testid}]")

    def frame_count(self) -> tuple[int, int]:
        """Return n and N as the frame shows them."""
        return tuple(map(int, COUNT.search(self.at("visible-count").text_content()).groups()))

    def page_count(self) -> tuple[int, int]:
        """Return n and N as the page shows them."""
        return tuple(map(int, COUNT.search(self.page.locator(".st-key-count").inner_text()).groups()))

    def wait_in_frame(self, question: str, argument: Any = None) -> Any:
        """Return what a function in the map's frame answers, as soon as it is truthy.

        Asked by a timer: Chromium paints no frames for a frame without an area, and may not resume by itself.
        """
        return self.frame.wait_for_function(question, arg=argument, polling=POLL_MS).json_value()

    def wait_for_count(self, n: int) -> None:
        """Return when frame and page both show n events."""
        self.wait_in_frame(
            "(n) => document.querySelector('[data-testid=visible-count]').textContent.startsWith(`${n} of `)", n
        )
        self.page.wait_for_function(
            "(n) => (document.querySelector('.st-key-count')?.innerText || '').trim().startsWith(`${n} of `)", arg=n
        )

    def wait_for_change(self, before: int) -> int:
        """Return the new n when the page shows another one than before, and the frame the same."""
        self.page.wait_for_function(
            """(n) => { const found = (document.querySelector('.st-key-count')?.innerText || '').match(/(\\d+) of/);
            return found && Number(found[1]) !== n; }""",
            arg=before,
        )
        n = self.page_count()[0]
        self.wait_for_count(n)
        return n

    def wait_for_params(self, **expected: list[str] | None) -> None:
        """Return when the page's address holds these parameters (None: no such parameter)."""
        self.page.wait_for_function(
            """(expected) => { const found = new URLSearchParams(location.search);
            return Object.entries(expected).every(([name, values]) =>
                JSON.stringify(found.getAll(name)) === JSON.stringify(values || [])); }""",
            arg=expected,
        )

    def wait_until_idle(self) -> None:
        """Return when no script runs on the server."""
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')

    def point_of(self, event_id: str) -> tuple[float, float]:
        """Return where an event lies on the page, in CSS pixels."""
        point = self.frame.evaluate(
            "(id) => { const p = incidentLayer.pointOf(id); return p && [p.x, p.y]; }", event_id
        )
        assert point is not None, f"{event_id} is not on the map"
        box = self.frame.frame_element().bounding_box()
        return box["x"] + point[0], box["y"] + point[1]

    def click_event(self, event_id: str) -> None:
        """Click where an event lies."""
        self.page.mouse.click(*self.point_of(event_id))

    def colours_at(self, event_id: str, *, reach: int = 8) -> int:
        """Return how many pixels around an event are drawn on the canvases of the incident layer."""
        return self.frame.evaluate(
            """([id, reach]) => { const p = incidentLayer.pointOf(id); let drawn = 0;
            const home = document.querySelector('.leaflet-container').getBoundingClientRect();
            for (const canvas of document.querySelectorAll('.leaflet-marker-pane canvas:not(.still)')) {
                const box = canvas.getBoundingClientRect(), ratio = canvas.width / box.width;
                const x = (p.x + home.left - box.left) * ratio, y = (p.y + home.top - box.top) * ratio, r = reach * ratio;
                const data = canvas.getContext('2d').getImageData(x - r, y - r, 2 * r, 2 * r).data;
                for (let i = 3; i < data.length; i += 4) if (data[i] > 128) drawn++;
            }
            return drawn; }""",
            [event_id, reach],
        )

    def window(self) -> str:
        """Return the time window as the frame shows it."""
        return self.at("time-label").inner_text()

    def title(self) -> str:
        """Return the title of the panel."""
        return self.page.locator(".st-key-detail h2").first.inner_text()

    def wait_for_title(self, title: str) -> None:
        """Return when the panel shows an event."""
        self.page.locator(".st-key-detail h2", has_text=title).wait_for()

    def mark(self) -> None:
        """Mark the frame, so that `is_marked` tells whether it is still the same one."""
        self.frame.evaluate("() => { window.markedByTest = true; }")
        self.page.evaluate(
            "(part) => { document.querySelector(`iframe[src*=${part}]`).markedByTest = true; }", COMPONENT
        )

    def is_marked(self) -> bool:
        """Tell whether element and content of the frame are those that were marked."""
        element = self.page.evaluate(
            "(part) => document.querySelector(`iframe[src*=${part}]`).markedByTest === true", COMPONENT
        )
        return element and self.frame.evaluate("() => window.markedByTest === true")

    def type_date(self, key: str, day: str) -> None:
        """Type an ISO date into a date field of the page: digits, then Tab past the calendar button, where Streamlit takes it."""
        self.page.locator(f".st-key-{key} [data-type=year]").first.click()
        self.page.keyboard.type(day.replace("-", ""))
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Tab")

    def slide(self, testid: str, fraction: float, *, release: bool) -> None:
        """Move a handle of the time control as a drag does: input events, and a change event on release."""
        self.at(testid).evaluate(
            """(input, [fraction, release]) => {
            const day = 864e5, low = Number(input.min), high = Number(input.max);
            input.value = low + Math.round((fraction * (high - low)) / day) * day;
            input.dispatchEvent(new Event('input', { bubbles: true }));
            if (release) input.dispatchEvent(new Event('change', { bubbles: true })); }""",
            [fraction, release],
        )

    def eventually(self, ask: Callable[[], bool], what: str) -> None:
        """Return as soon as a condition holds; asked once for each frame that the map paints."""
        end = time.monotonic() + LONGEST_MS / 1000
        while not ask():
            assert time.monotonic() < end, f"never: {what}"
            self.next_frames(1)

    def next_frames(self, n: int = 2) -> None:
        """Return after the map's frame has painted n times."""
        self.frame.evaluate(
            "(n) => new Promise((done) => { const f = () => (n-- ? requestAnimationFrame(f) : done()); f(); })", n
        )
