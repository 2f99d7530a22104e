"""Lists of rows: what is chosen is one of them, and each is an address."""

import json
from urllib.parse import parse_qs

import pytest
from streamlit.runtime.context import ContextProxy

from dashboard.screens.rows import event_row, listed, row
from tests.dashboard.screen import command, pages, params, pick, row_ids, rows, run, said, text, trigger_of

BOLD = "<b>${alert(1)}</b> [x](javascript:alert(1))"


@pytest.mark.parametrize("sent", ["nowhere", "", "2025-09-19-ee-mig31-vaindloo", None, 5, ["a"], {"a": 1}])
def test_only_a_row_of_the_list_can_be_chosen(sent):
    """What a browser may send beside the rows shown changes nothing: an event that the list does not show neither."""
    app = run(country="POL")
    app = pick(app, sent)
    assert not app.exception
    assert params(app) == {"country": ["POL"]}


def test_a_choice_that_the_next_screen_overtakes():
    """Chosen just before another screen is opened, both come as one: the screen opens."""
    app = run("claims", country="EST")
    states = app._tree.get_widget_states()
    state = states.widgets.add()
    state.id = trigger_of(app, "claims_list")
    state.json_trigger_value = json.dumps([{"event": "chosen", "value": row_ids(app, "claims_list")[0]}])
    app._page_hash = pages(app)["watch-list"]
    app._run(states)
    assert not app.exception
    assert "The author’s expectation." in text(app)


def test_an_address_of_the_chronicle_is_its_step(served):
    """What a row of the timeline or of the card leads to in another tab is what choosing it shows here."""
    app = run("chronicle", chapter="september-2025")
    app = pick(app, row_ids(app, "timeline")[3], "timeline")
    for key, at in (("timeline", -1), ("timeline", 20), ("related", -1)):
        row = rows(app, key)[at]
        other = run("chronicle", **parse_qs(row["to"].removeprefix("?")))
        here = pick(run("chronicle", **params(app)), row["row"], key)
        assert (command(other)["window"], command(other)["event"]) == (command(here)["window"], command(here)["event"])
        assert params(other)["chapter"] == params(here)["chapter"]


def test_the_clean_view_stays_clean(monkeypatch):
    """Addresses of a clean view say that they are one."""
    monkeypatch.setattr(ContextProxy, "is_embedded", property(lambda _: True))
    app = run("claims", country="EST")
    assert "claims?country=EST&amp;embed=true&amp;party=" in text(app)
    assert "cases?country=EST&amp;embed=true" in text(app)
    assert all('"query": "country=EST&embed=true&"' in each.proto.json for each in app.get("bidi_component"))


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
    assert [each["to"].split("?")[0] for each in asked] == ["./"] * len(asked)
    assert asked


def test_text_stays_text(served):
    """No text of a row becomes an element or an attribute."""
    event = served.package.event(row_ids(run())[0]) | {"title": BOLD}
    assert event_row(event)["lines"][1] == ["span", "line", BOLD]
    assert said(listed([row("a", BOLD, event_id="a")])) == BOLD
