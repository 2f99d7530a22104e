"""axe-core in a page and inside each of its frames: what breaks WCAG 2.2 AA."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, NamedTuple

from playwright.sync_api import Error, Frame, Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_RUN = """async ([tags, exclude]) => {
    const context = { exclude: exclude.filter((each) => document.querySelector(each)).map((each) => [each]) };
    if (!context.exclude.length) delete context.exclude;
    const found = await axe.run(context.exclude ? context : document,
        { runOnly: { type: 'tag', values: tags }, iframes: false, resultTypes: ['violations'] });
    return found.violations.flatMap((rule) => rule.nodes.map((node) => ({
        rule: rule.id, target: String(node.target), html: node.html.slice(0, 300), why: (node.failureSummary || '').slice(0, 400) })));
}"""


class Violation(NamedTuple):
    """One element that breaks one rule.

    Attributes
    ----------
    rule, target, html, why : str
        Rule of axe-core, CSS selector, markup, and what is wrong.
    frame : str
        "" in the page itself, else the address of the frame.
    """

    rule: str
    target: str
    html: str
    why: str
    frame: str


def source() -> str:
    """Return the script of axe-core, from the pip package that brings it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def _in_frame(frame: Frame, exclude: tuple[str, ...]) -> list[dict[str, Any]]:
    if not frame.evaluate("() => Boolean(window.axe)"):
        frame.evaluate(source())
    return frame.evaluate(_RUN, [list(TAGS), list(exclude)])


def violations(page: Page, *, exclude: tuple[str, ...] = ()) -> list[Violation]:
    """Return what axe-core finds in a page and in each of its frames.

    Parameters
    ----------
    page : Page
        The page, settled.
    exclude : tuple of str, optional
        CSS selectors of elements that are not looked at.
    """
    found = []
    for frame in page.frames:
        name = "" if frame == page.main_frame else frame.url
        try:
            results = _in_frame(frame, exclude)
        except Error:
            if frame.is_detached():
                continue
            raise
        found += [Violation(**each, frame=name) for each in results]
    return found
