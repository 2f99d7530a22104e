"""A tab that knows when something of the data runs in it, or would: calls, dialogs, handlers, links, requests to foreign hosts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Frame, Page

from dashboard.screens.plain import JOINER
from incidents.tables import TABLES
from tests.browser.opened import OURS
from tests.trust.payloads import PAYLOADS, address, tagged

LONGEST_MS = 90_000
WATCH = """(() => {
    const say = (what) => { try { window.tripped(String(what)); } catch { (window.__tripped ||= []).push(String(what)); } };
    window.trip = say;
    for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => say(name);
})();"""
LOOK = r"""() => {
    const wrong = [], root = document.documentElement;
    for (const e of root.querySelectorAll("*")) {
        for (const { name, value } of e.attributes) {
            if (/^on/i.test(name) && /trip\('/.test(value)) wrong.push(`${e.tagName} ${name}=${value}`);
            if (/^(href|src|action|formaction|data|srcdoc|xlink:href)$/i.test(name) && /^\s*(javascript|data:text\/html)/i.test(value))
                wrong.push(`${e.tagName} ${name}=${value}`);
        }
        if (e.localName === "a" && e.origin !== location.origin && /elsewhere\.example/.test(e.href) && !/sources-url/.test(e.href)) wrong.push(`link made of a text: ${e.href}`);
        if (e.localName === "script" && !/json|octet/.test(e.type) && /trip\('/.test(e.textContent)) wrong.push(`script: ${e.textContent.slice(0, 80)}`);
    }
    const broken = Boolean(root.querySelector("[data-testid=stException], [data-testid=stAlertContentError]"));
    return { broken, page: document.contentType === "text/html", wrong, html: root.outerHTML, text: document.body ? document.body.innerText : root.textContent };
}"""
LISTS = {"watchlist-signs": ";", "parameter-area": None}
"""Fields that are shown part by part, and what is between the parts."""
TAG = re.compile(rf"\b(?:{'|'.join(TABLES)}|parameter|picture|descriptor)(?:-[a-z_]+)?-\d{{3}}\b")


@dataclass
class Seen:
    """What stands in a tab.

    Attributes
    ----------
    tags : set of str
        Tags of the payloads that are in it, seen or not.
    odd : list of str
        Tags of payloads that people see in another form than was typed.
    wrong : list of str
        Elements that would run a payload.
    broken : bool
        Whether the screen says that it failed.
    """

    tags: set[str] = field(default_factory=set)
    odd: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    broken: bool = False


def flat(text: str) -> str:
    """Return a text as people see it: with single spaces, without the joiner that has no width."""
    return " ".join(text.replace(JOINER, "").split())


def as_typed(tag: str, text: str, parts: list[str]) -> bool:
    """Tell whether a tag stands in a text only inside what was typed, whole or cut with an ellipsis.

    Parameters
    ----------
    tag : str
        The tag.
    text : str
        What is seen, flat.
    parts : list of str
        What was typed, flat; the tag may be in them more than once.
    """
    places = [(found.start(), part) for part in parts for found in re.finditer(re.escape(tag), part)]
    return all(
        any(_fits(text, found.start() - place, part) for place, part in places)
        for found in re.finditer(re.escape(tag), text)
    )


def _fits(text: str, start: int, typed: str) -> bool:
    if start < 0:
        return False
    for at, letter in enumerate(typed):
        seen = text[start + at : start + at + 1]
        if seen in ("…", ""):
            return True
        # The first letter of a row may be made a capital.
        if seen != letter and (at or seen.lower() != letter.lower()):
            return text[start + at : start + at + 2] == " …"
    return True


def typed(tag: str) -> list[str]:
    """Return what was typed where a tag comes from, flat; lists are shown as their parts."""
    if tag.startswith("sources-url"):
        return [address(tag)]
    whole = tagged(PAYLOADS[int(tag[-3:])], tag)
    parts = next((whole.split(comma) for name, comma in LISTS.items() if tag.startswith(name)), [])
    return [flat(part) for part in (whole, *parts)]


class Sentinel:
    """A tab in a context of its own.

    Parameters
    ----------
    browser : Browser
        The browser.

    Attributes
    ----------
    tripped : list of str
        Payloads that ran, and dialogs that opened.
    foreign : list of str
        Requests to foreign hosts.
    """

    def __init__(self, browser: Browser, **context: Any) -> None:
        self.tripped: list[str] = []
        self.foreign: list[str] = []
        self.context = browser.new_context(viewport={"width": 1440, "height": 900}, **context)
        self.context.set_default_timeout(LONGEST_MS)
        self.context.expose_binding("tripped", lambda _source, what: self.tripped.append(what))
        self.context.add_init_script(WATCH)
        self.context.on("dialog", self._dialog)
        self.context.on("request", lambda request: self._request(request.url))
        self.page: Page = self.context.new_page()

    def _dialog(self, dialog: Any) -> None:
        self.tripped.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in OURS:
            self.foreign.append(url)

    def go(self, url: str) -> Sentinel:
        """Open an address."""
        self.page.goto(url, wait_until="domcontentloaded")
        return self

    def settle(self) -> None:
        """Return when a screen of the app has been drawn and no script runs on the server."""
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        self.page.wait_for_timeout(150)

    def seen(self) -> Seen:
        """Return what stands in the page and all its frames now."""
        found = Seen()
        for frame in self.page.frames:
            self._frame(frame, found)
        return found

    def _frame(self, frame: Frame, found: Seen) -> None:
        try:
            here = frame.evaluate(LOOK)
        except Error:  # a frame that has just gone
            return
        found.tags |= set(TAG.findall(here["html"]))
        found.wrong += here["wrong"]
        found.broken |= here["broken"]
        text = flat(here["text"]) if here["page"] else ""
        for tag in set(TAG.findall(text)):
            if not as_typed(tag, text, typed(tag)):
                found.odd.append(tag)

    def close(self) -> None:
        """Close the tab."""
        self.context.close()
