"""The table holds the rows of the map, with all that the map shows of them."""

import re
from html import unescape
from urllib.parse import parse_qs

import pandas as pd
import pytest

from dashboard import words
from dashboard.event_table import COLUMNS, MOST_ROWS, event_table, rows_of
from dashboard.screens import table as screen
from incidents import Filter, filter_events, filter_mask
from incidents.frame_index import FrameIndex
from tests.dashboard.screen import container, params, run, text

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
VIEWS = [Filter(), Filter(country=("EST",)), Filter(near=("Narva", 200)), Filter(q="no event holds these words")]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.to_words())
def test_the_rows_of_the_view(served, view):
    """Exactly the events of the filter, newest first, under the agreed columns."""
    found = event_table(served, rows_of(filter_mask(served.package, view)))
    assert found.index.tolist() == filter_events(served.package, view)["event_id"].tolist()[::-1]
    assert tuple(found.columns) == COLUMNS


def test_what_a_row_says(served):
    """Days, precision, place, position and airspace of one event, as the panel has them."""
    FrameIndex.of(served.package.events).placed(served.package.events)
    found = event_table(served, rows_of(filter_mask(served.package, Filter()))).loc[VAINDLOO]
    event = served.package.event(VAINDLOO)
    assert [f"{day:%Y-%m-%d}" for day in found[["First day", "Last day"]]] == [
        day.isoformat() for day in words.days_of(event)
    ]
    assert found["Event"] == event["title"]
    assert found["Status"] == words.label("status", event["status"])
    assert found["Uncertainty, km"] == event["coordinate_uncertainty_m"] / 1000
    assert (found["Longitude"], found["Latitude"]) == (event["longitude"], event["latitude"])
    assert found["Airspace"] in {words.label("airspace", word) for word in ("inside", "outside", "uncertain")}


def test_days_of_every_event(served):
    """First and last day are those that the lists say in words."""
    found = event_table(served, rows_of(filter_mask(served.package, Filter())))
    for event in served.package.events.to_dict("records"):
        row = found.loc[event["event_id"]]
        assert (row["First day"].date(), row["Last day"].date()) == words.days_of(event)


def test_no_more_rows_than_a_page_can_hold():
    """Beyond the limit the newest rows are taken."""
    at = rows_of(pd.array([True] * (MOST_ROWS + 10)).to_numpy(dtype=bool))
    assert (len(at), at[0]) == (MOST_ROWS, MOST_ROWS + 9)


def opened(**address):
    """Open the screen with the table under the map."""
    app = run(**address)
    app.toggle(key=screen.OPEN).set_value(True).run()
    assert not app.exception
    return app


def test_the_switch_opens_it(events):
    """The table is there when asked for, with the rows of the view, and not before."""
    assert container(run(), "table_box") is None
    app = opened(country="EST")
    assert (
        app.dataframe[0].value.index.tolist()
        == filter_events(events, Filter(country=("EST",)))["event_id"].tolist()[::-1]
    )


def test_the_selected_event_is_the_selected_row():
    """An event chosen on the map is the chosen row; one outside the view is none."""
    app = opened(event=VAINDLOO, country="EST")
    (row,) = app.session_state[screen.KEY]["selection"]["rows"]
    assert app.dataframe[0].value.index[row] == VAINDLOO
    assert opened(event=VAINDLOO, country="POL").session_state[screen.KEY]["selection"]["rows"] == []


def test_the_same_rows_are_made_once(monkeypatch):
    """Who chooses one row after the other gets the same table; another filter and another language make their own."""
    made = []
    monkeypatch.setattr(screen, "event_table", lambda store, at: made.append(len(at)) or event_table(store, at))
    app = run(table="1", q="mig-31 estonia")
    for event_id in app.dataframe[0].value.index[:2]:
        app.query_params["event"] = event_id
        app.run()
    assert len(made) == 1
    app.query_params["lang"] = "pl"
    app.run()
    assert app.dataframe[0].value.columns[0] == "Pierwszy dzień"
    app.query_params["q"] = "mig-31"
    app.run()
    assert len(made) == 3
    assert made[0] == made[1] < made[2]


def test_the_hour_where_it_is_known(served):
    """Minute and hour tell one, in UTC; other events have none."""
    found = event_table(served, rows_of(filter_mask(served.package, Filter())))
    for event in served.package.events.to_dict("records"):
        known = event["time_precision"] in ("minute", "hour")
        assert found.loc[event["event_id"], "Time, UTC"] == (f"{event['earliest']:%H:%M}" if known else "")


def test_the_address_opens_it(events):
    """The table is part of the address: a permalink restores it, a broken word is ignored with a note."""
    app = opened(country="EST")
    assert params(app) == {"country": ["EST"], "table": ["1"]}
    app.toggle(key=screen.PLAIN).set_value(True).run()
    assert params(app)["table"] == ["plain"]
    app.button(key="filter_reset").click().run()
    assert params(app) == {"table": ["plain"]}
    assert (
        text(container(run(table="plain", country="EST"), "table_box")).count("<tr>")
        == (events["country"] == "EST").sum() + 1
    )
    assert len(run(table="1").dataframe[0].value) == len(events)
    app.toggle(key=screen.OPEN).set_value(False).run()
    assert params(app) == {}
    broken = run(table="plain-0")
    assert container(broken, "table_box") is None
    assert "Ignored: table: write 1, plain or plain-2" in text(container(broken, "detail"))


def test_pages_of_the_plain_table(events):
    """With more rows than a page holds, it says which these are, leads to the others, and to all as a file."""
    expected = filter_events(events, Filter(category=("incident",)))["event_id"].tolist()[::-1]
    app, seen = run(table="plain", category="incident"), []
    for page in range(1, 5):
        said = text(container(app, "table_box"))
        assert f"Events {len(seen) + 1} to {min(100 * page, 310)} of 310, newest first." in said
        assert f"Page {page} of 4." in said
        assert "(api/events.csv?category=incident)" in said
        seen += re.findall(r"event=([\w-]+)", said)
        assert app.button(key="table_newer").disabled == (page == 1)
        assert app.button(key="table_older").disabled == (page == 4)
        if page < 4:
            app.button(key="table_older").click().run()
    assert seen == expected
    assert params(app)["table"] == ["plain-4"]
    assert "Page 4 of 4." in text(container(run(table="plain-99", category="incident"), "table_box"))
    app.button(key="table_newer").click().run()
    assert params(app)["table"] == ["plain-3"]
    assert "Page" not in text(container(run(table="plain", country="EST"), "table_box"))


def test_the_plain_table_links_each_event(events):
    """The plain table says the same, escaped, with a link to each event that keeps the filters."""
    app = opened(country="EST", event=VAINDLOO)
    app.toggle(key=screen.PLAIN).set_value(True).run()
    shown = text(container(app, "table_box"))
    expected = filter_events(events, Filter(country=("EST",)))
    assert shown.count("<tr>") == len(expected) + 1
    links = [parse_qs(unescape(query)) for query in re.findall(r'href="\?([^"]*)"', shown)]
    assert [link["event"] for link in links] == [[event_id] for event_id in expected["event_id"][::-1]]
    assert all(link["country"] == ["EST"] and link["table"] == ["plain"] for link in links)
    assert 'aria-current="true"' in shown
