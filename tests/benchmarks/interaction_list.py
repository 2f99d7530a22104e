"""What a user does on each screen, in the order in which it is measured: opened once, then step after step."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator

from tests.browser.opened import Opened
from tests.incidents.hostile_files import good
from tests.incidents.hostile_files import table as rows_of

EVENT = "2025-09-19-ee-mig31-vaindloo"
BEGIN = "() => { window.began = window.lastChange = performance.timeOrigin + performance.now(); }"
"""Where neither pointer nor key goes down on the page."""
Step = tuple[str, Callable[[Opened], None]]


class Visit(NamedTuple):
    """A screen, and what is done there.

    Attributes
    ----------
    path : str
        Its address.
    steps : list of (str, callable)
        Name and action of each interaction; the last pointer or key that goes down begins it.
    """

    path: str
    steps: list[Step]


def _found(opened: Opened, css: str, text: str, nth: int) -> Locator:
    found = opened.page.locator(f"{css}:visible")
    return (found.filter(has_text=text) if text else found).nth(nth)


def click(css: str, text: str = "", nth: int = 0) -> Callable[[Opened], None]:
    """Return a click on what a selector and a text find."""
    return lambda opened: _found(opened, css, text, nth).click()


def button(key: str, text: str = "", nth: int = 0) -> Callable[[Opened], None]:
    """Return a click on a button of the part with a key."""
    return click(f".st-key-{key} button", text, nth)


def switch(key: str) -> Callable[[Opened], None]:
    """Return a click on a switch."""
    return click(f".st-key-{key} label")


def link(screen: str) -> Callable[[Opened], None]:
    """Return a click on a link of the row on top."""
    return click('[data-testid="stTopNavLink"]', screen)


def told(chapter: str) -> Callable[[Opened], None]:
    """Return a click on a link between the screens of the chronicle."""
    return click(".story-head a", chapter)


def in_frame(css: str) -> Callable[[Opened], None]:
    """Return a click on a control of the map."""
    return lambda opened: opened.frame.locator(css).click()


def keys(*names: str) -> Callable[[Opened], None]:
    """Return keys pressed where the focus is; the last one begins the interaction."""

    def act(opened: Opened) -> None:
        for name in names:
            opened.page.keyboard.press(name)

    return act


def words(css: str, text: str) -> Callable[[Opened], None]:
    """Return a text typed into a field, and Enter."""

    def act(opened: Opened) -> None:
        field = opened.page.locator(f"{css} input").first
        field.fill(text)
        field.press("Enter")

    return act


def option(nth: int) -> Callable[[Opened], None]:
    """Return the choice of an entry from an opened list."""
    return lambda opened: opened.page.locator('[role="option"]').nth(nth).click()


def went(where: str) -> Callable[[Opened], None]:
    """Return a step in the history of the browser."""

    def act(opened: Opened) -> None:
        opened.page.evaluate(f"() => {{ ({BEGIN})(); history.{where}(); }}")

    return act


def date(key: str, day: str) -> Callable[[Opened], None]:
    """Return a typed date."""
    return lambda opened: opened.type_date(key, day)


def event(event_id: str) -> Callable[[Opened], None]:
    """Return a click on an event on the map."""
    return lambda opened: opened.click_event(event_id)


def cell(row: int) -> Callable[[Opened], None]:
    """Return a click on the box in front of a row of the table."""

    def act(opened: Opened) -> None:
        box = opened.page.locator(".st-key-table_box canvas").first.bounding_box()
        opened.page.mouse.click(box["x"] + 15, box["y"] + 35 * (row + 1.5))

    return act


def slide(testid: str, fraction: float) -> Callable[[Opened], None]:
    """Return a handle of the time control let go at another place; what moves while it is dragged is the slider's own figure."""

    def act(opened: Opened) -> None:
        opened.page.evaluate(BEGIN)
        opened.slide(testid, fraction, release=True)

    return act


def file(name: str, content: str) -> Callable[[Opened], None]:
    """Return a file chosen on the screen with the data."""
    given = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}

    def act(opened: Opened) -> None:
        field = opened.page.locator(".st-key-own input[type=file]")
        field.wait_for(state="attached")
        opened.page.evaluate(BEGIN)
        field.set_input_files(given)

    return act


CHARTS = ("Calendar", "Hours", "Rankings", "Border", "Duration", "Compare", "Series")
VISITS = {
    "screens": Visit(
        "/",
        [
            ("Chronicle, for the first time", link("Chronicle")),
            ("Supply lines", link("Supply lines")),
            ("Analysis", link("Analysis")),
            ("Data", link("Data")),
            ("About", link("About")),
            ("Map", link("Map")),
            ("Chronicle", link("Chronicle")),
            ("Map from the chronicle", link("Map")),
            ("Polish", button("languages")),
            ("English", button("languages")),
        ],
    ),
    "back and forward": Visit(
        "/",
        [
            ("Chronicle", link("Chronicle")),
            ("back", went("back")),
            ("forward", went("forward")),
        ],
    ),
    "filters": Visit(
        "/",
        [
            ("first day typed", date("filter_first", "2025-09-01")),
            ("last day typed", date("filter_last", "2025-12-31")),
            ("quick ranges opened", button("pop_quick")),
            ("quick range", button("filter_quick", "September 2025")),
            ("quick ranges closed", keys("Escape")),
            ("words searched", words(".st-key-filter_q", "drone")),
            ("confirmed only", switch("filter_confirmed")),
            ("chip taken away", click(".st-key-chips button")),
            ("countries opened", button("pop_country")),
            ("country", button("filter_country", "Poland")),
            ("second country", button("filter_country", "Romania")),
            ("country left out", button("filter_not_country", nth=3)),
            ("countries closed", keys("Escape")),
            ("types opened", button("pop_type")),
            ("type", button("filter_type", nth=1)),
            ("types closed", keys("Escape")),
            ("all reset", button("filter_reset")),
        ],
    ),
    "place and amounts": Visit(
        "/",
        [
            ("place opened", button("pop_where")),
            ("airspace", click('[data-testid="stPopoverBody"] [data-testid="stButtonGroup"] button')),
            ("area typed", words(".st-key-filter_area", "20,53,28,60")),
            ("place closed", keys("Escape")),
            ("more opened", button("pop_more")),
            ("amounts", click('[role="tab"]', "Amounts")),
            ("new", click('[role="tab"]', "New")),
            ("claims", click('[role="tab"]', "Claims")),
            ("claimant", click('[data-testid="stPopoverBody"] [data-testid="stButtonGroup"] button', nth=1)),
        ],
    ),
    "map": Visit(
        "/?period=2025-08-01&period=2025-10-31&category=incident",
        [
            ("event on the map", event(EVENT)),
            ("related event", click(".st-key-related a.row")),
            ("all in view", button("detail_back")),
            ("row of the list", click(".st-key-detail a.row")),
            ("all in view again", button("detail_back")),
            ("more rows", button("list_more")),
            ("day on the slider", lambda opened: opened.at("time-end").press("ArrowLeft")),
            ("handle of the slider let go", slide("time-start", 0.5)),
            ("whole period", in_frame("[data-testid=time-all]")),
            ("legend", in_frame(".legend-toggle")),
            ("zoom in", in_frame(".leaflet-control-zoom-in")),
            ("zoom out", in_frame(".leaflet-control-zoom-out")),
        ],
    ),
    "table": Visit(
        "/",
        [
            ("opened", switch("table_open")),
            ("row", cell(1)),
            ("another row", cell(3)),
            ("plain", switch("table_plain")),
            ("event of the plain table", click(".plain-table th a")),
            ("grid again", switch("table_plain")),
            ("closed", switch("table_open")),
        ],
    ),
    "share": Visit(
        "/?period=2025-09-01&period=2025-09-30",
        [
            ("opened", button("share_open")),
            ("events numbered", switch("share_numbered")),
            ("embed", click('[role="dialog"] [role="tab"]', nth=2)),
            ("cite", click('[role="dialog"] [role="tab"]', nth=3)),
            ("closed", keys("Escape")),
            ("downloads opened", button("pop_download")),
            ("downloads closed", keys("Escape")),
        ],
    ),
    "chronicle": Visit(
        "/chronicle",
        [
            ("reading begun", button("step_on")),
            ("next step", button("step_on")),
            ("step back", button("step_back")),
            ("entry of a lane", click(".st-key-lanes a.row", nth=6)),
            ("every entry", switch("chronicle_all")),
            ("chapters opened", click(".st-key-chronicle_chapter input")),
            ("chapter", option(3)),
            ("Who denies what", told("Who")),
            ("What became of it", told("What became")),
            ("Watch list", told("Watch")),
            ("Reaction time", told("Reaction")),
            ("Chronicle", told("Chronicle")),
        ],
    ),
    "who denies what": Visit(
        "/claims",
        [
            ("cell", click("table a.inside")),
            ("all cells", button("claims_all")),
            ("more claims", button("claims_more")),
            ("statements opened", click(".st-key-lists summary")),
        ],
    ),
    "what became of it": Visit(
        "/cases",
        [
            ("more countries", click(".st-key-lists summary", "countries")),
            ("more cases", button("cases_more")),
            ("a case", click(".st-key-news a.row")),
        ],
    ),
    "watch list": Visit("/watch-list", [("kinds opened", click(".st-key-lists summary"))]),
    "reaction time": Visit(
        "/reaction",
        [("table opened", click(".st-key-minutes_table summary")), ("country", button("pop_country"))],
    ),
    "supply lines": Visit(
        "/supply-lines",
        [
            ("line", click(".st-key-detail a.row")),
            ("all lines", button("flow_back")),
            ("quick ranges opened", button("pop_quick")),
            ("quick range", button("filter_quick", "September 2025")),
            ("quick ranges closed", keys("Escape")),
            ("picture", button("flow_picture")),
        ],
    ),
    "analysis": Visit(
        "/analysis",
        [
            *((chart, click(".st-key-analysis_chart button", chart)) for chart in CHARTS),
            ("by month", button("analysis_step", "Month")),
            ("split by type", button("analysis_by", "Type")),
            ("split by country", button("analysis_by", "State concerned")),
            ("responses as well", button("analysis_category", "Responses")),
            ("numbers and files opened", button("data_series")),
            ("numbers and files closed", keys("Escape")),
            ("confirmed only", switch("filter_confirmed")),
            ("all reset", button("filter_reset")),
        ],
    ),
    "bars": Visit(
        "/analysis?chart=rankings",
        [
            ("list opened", click('[class*="st-key-choose_"] input')),
            ("bar", option(1)),
        ],
    ),
    "comparison": Visit(
        "/analysis?chart=compare",
        [
            ("two countries", button("analysis_versus", "Two countries")),
            ("two types", button("analysis_versus", "Two types")),
            ("two periods", button("analysis_versus", "Two periods")),
            ("windows opened", click(".st-key-analysis_window input")),
            ("window", option(1)),
            ("confirmed only", switch("filter_confirmed")),
        ],
    ),
    "own data": Visit(
        "/data",
        [
            ("file of 3 rows chosen", file("mine.csv", rows_of(*good(3)))),
            ("shown", button("own_use")),
            ("Map", link("Map")),
            ("country", button("pop_country")),
            ("recorded events again", button("own_leave")),
        ],
    ),
    "about": Visit("/about", [("words opened", click(".st-key-text summary"))]),
}
"""All interactions that are measured."""
