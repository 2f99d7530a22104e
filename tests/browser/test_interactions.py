"""What is measured as an interaction begins with the pointer and ends with the last change that can be seen."""

import pytest
from playwright.sync_api import Error as BrowserError

from tests.benchmarks.interaction_list import VISITS, Visit
from tests.benchmarks.interactions import UnansweredError, document, table, visited
from tests.trust.routes import SCREENS

LATE_MS = 300


def test_each_interaction_of_a_visit_is_measured(browser, server):
    """On the map it is more than nothing: event, panel and list take their way over the server and back."""
    visit = VISITS["map"]
    found = visited(browser, server, Visit(visit.path, visit.steps[:3]))
    assert list(found) == [name for name, _ in visit.steps[:3]]
    assert all(took > 0 for took in found.values())


def test_a_late_change_counts_and_an_unseen_one_does_not(browser, server):
    """A text that changes 0.3 s after the click is waited for; one in the head, later, is not, nor what is hidden or was before it went."""

    def act(opened):
        opened.page.evaluate(
            """(late) => addEventListener("pointerdown", () => {
            setTimeout(() => { document.querySelector("h1").textContent = "late"; }, late);
            setTimeout(() => { document.title = "unseen"; }, late + 200);
            document.body.insertAdjacentHTML("beforeend", "<div><p data-retained='true'>gone</p><p hidden>not shown</p></div>");
            const [gone, hidden] = document.body.lastChild.children;
            setTimeout(() => { gone.remove(); hidden.textContent = "still not"; }, late + 200); }, { capture: true, once: true })""",
            LATE_MS,
        )
        opened.page.locator("h1").first.click()

    took = visited(browser, server, Visit("/about", [("a heading", act)]))["a heading"]
    assert LATE_MS <= took < LATE_MS + 200


def test_what_cannot_be_done_is_named(browser, server):
    """Screen and step are told, and no figure is made up."""

    def act(opened):
        raise BrowserError("nothing there")

    with pytest.raises(UnansweredError, match="/about, a step: nothing there"):
        visited(browser, server, Visit("/about", [("a step", act)]))


def test_the_slowest_come_first():
    """With a verdict each, and the number of those that reach the target."""
    times = {("map", "event"): [100.0, 120.0, 90.0], ("share", "opened"): [400.0, 700.0, 350.0]}
    lines = table(times).splitlines()
    assert lines[2] == "| share | opened | 400 ms | 350 to 700 ms | 400 ms | NOT REACHED |"
    assert lines[3] == "| map | event | 100 ms | 90 to 120 ms | 100 ms | ok |"
    assert "1 of 2 medians\nreach it, 1 of the first runs" in document(times, "a machine", 3)


def test_the_list_covers_every_screen():
    """Each screen of the app is visited, and no two interactions of a visit share a name."""
    first = {visit.path.split("?")[0] for visit in VISITS.values()}
    assert first == {*SCREENS} - {"/map"}
    for visit in VISITS.values():
        names = [name for name, _ in visit.steps]
        assert len(set(names)) == len(names)
