"""Lists of rows: what is chosen is one of them, and each is an address."""

from urllib.parse import parse_qs

import pytest

from dashboard.screens.rows import event_row, listed, row
from tests.dashboard.screen import params, pick, row_ids, rows, run, said

BOLD = "<b>${alert(1)}</b> [x](javascript:alert(1))"


@pytest.mark.parametrize("sent", ["nowhere", "", "2025-09-19-ee-mig31-vaindloo", None, 5, ["a"], {"a": 1}])
def test_only_a_row_of_the_list_can_be_chosen(sent):
    """What a browser may send beside the rows shown changes nothing: an event that the list does not show neither."""
    app = run(country="POL")
    app = pick(app, sent)
    assert not app.exception
    assert params(app) == {"country": ["POL"]}


def test_a_row_is_an_address(served):
    """Each row leads to this view with its event, as the browser puts it together; that of a query to the map."""
    app = run(country="EST", lang="pl", event="")
    (element,) = [each for each in app.get("bidi_component") if each.proto.id.endswith("-list")]
    assert parse_qs(element.proto.json.split('"query": "')[1].split('"')[0].rstrip("&")) == {
        "country": ["EST"],
        "lang": ["pl"],
    }
    assert all(each["event"] == each["row"] for each in rows(app))
    asked = [each for each in rows(run("watch-list"), "first-shoot-down_sign") if not each["event"]]
    assert [each["to"].split("?")[0] for each in asked] == ["map"] * len(asked)
    assert asked


def test_text_stays_text(served):
    """No text of a row becomes an element or an attribute."""
    event = served.package.event(row_ids(run())[0]) | {"title": BOLD}
    assert event_row(event)["lines"][1] == ["span", "line", BOLD]
    assert said(listed([row("a", BOLD, event_id="a")])) == BOLD
