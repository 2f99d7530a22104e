"""Every screen and state of the app that accessibility is looked at in: how it is opened, and what is opened in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.browser.opened import Opened

EVENT = "2025-09-19-ee-mig31-vaindloo"
SETTLED_MS = 900
"""Time for what Streamlit draws after its script has ended: charts, popovers."""
LONGEST_DRAWING_MS = 120_000
"""A picture for the press, on a machine that does other things as well."""


class Screen(NamedTuple):
    """One screen in one state.

    Attributes
    ----------
    path : str
        Its address.
    act : callable or None
        What is done there.
    streamlit : bool
        Whether it is a page of the app, not a plain page.
    """

    path: str
    act: Callable[[Opened], None] | None = None
    streamlit: bool = True


def _popover(key: str) -> Callable[[Opened], None]:
    def act(opened: Opened) -> None:
        opened.page.locator(f".st-key-pop_{key} button").first.click()
        opened.page.locator('[data-testid="stPopoverBody"]').wait_for()

    return act


def _table(opened: Opened) -> None:
    opened.page.locator(".st-key-table_open label").first.click()
    opened.page.locator(".st-key-table_box").wait_for()


def _plain_table(opened: Opened) -> None:
    _table(opened)
    opened.page.locator(".st-key-table_plain label").first.click()
    opened.page.locator(".plain-table").wait_for()


def _share(opened: Opened) -> None:
    opened.page.locator(".st-key-share_open button").click()
    opened.page.locator('[role="dialog"] img').first.wait_for(timeout=LONGEST_DRAWING_MS)


def _flow_picture(opened: Opened) -> None:
    opened.page.locator(".st-key-flow_picture button").click()
    opened.page.locator('[role="dialog"] img').first.wait_for(timeout=LONGEST_DRAWING_MS)


SCREENS = {
    "map": Screen("/"),
    "map with an event": Screen(f"/?event={EVENT}"),
    "map with filters": Screen("/?country=EST&status=disputed&q=mig"),
    "map with nothing in it": Screen("/?period=1990-01-01&period=1990-01-02"),
    "map with notes": Screen("/?country=nowhere&type=nothing"),
    "map in Polish": Screen(f"/?lang=pl&event={EVENT}"),
    "table": Screen("/", _table),
    "plain table": Screen("/", _plain_table),
    "country filter": Screen("/", _popover("country")),
    "place filter": Screen("/", _popover("where")),
    "more filters": Screen("/", _popover("more")),
    "download": Screen("/", _popover("download")),
    "share": Screen("/?period=2025-09-01&period=2025-09-30", _share),
    "clean view": Screen(f"/?embed=true&event={EVENT}"),
    "chronicle": Screen("/chronicle"),
    "chapter of the chronicle": Screen("/chronicle?chapter=september-2025"),
    "who denies what": Screen("/claims"),
    "what became of it": Screen("/cases"),
    "watch list": Screen("/watch-list"),
    "reaction time": Screen("/reaction"),
    "supply lines": Screen("/supply-lines"),
    "a supply line": Screen("/supply-lines?flow=prk-rus-troops"),
    "picture of supply lines": Screen("/supply-lines", _flow_picture),
    "analysis": Screen("/analysis"),
    **{
        f"analysis, {chart}": Screen(f"/analysis?chart={chart}")
        for chart in ("calendar", "hours", "rankings", "border", "duration", "compare")
    },
    "data": Screen("/data"),
    "about": Screen("/about"),
    "page of the API": Screen("/api", streamlit=False),
}


def settle(opened: Opened, screen: Screen, *, settled_ms: int = SETTLED_MS) -> None:
    """Return once a screen stands still."""
    if screen.streamlit:
        opened.page.locator(".stMain h1, .stMain .st-key-map").first.wait_for(state="attached")
        opened.wait_until_idle()
    opened.page.wait_for_timeout(settled_ms)


def show(opened: Opened, screen: Screen, *, settled_ms: int = SETTLED_MS) -> None:
    """Open a screen and bring it into its state."""
    opened.go(screen.path, ready=False)
    settle(opened, screen, settled_ms=settled_ms)
    if screen.act:
        screen.act(opened)
        settle(opened, screen, settled_ms=settled_ms)
