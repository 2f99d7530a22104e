"""Each statement of the article is seen in the app: this walks all of them."""

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.seen import seen
from incidents import Filter, filter_events
from incidents.story import STATEMENTS
from incidents.tables import TABLES
from tests.dashboard.screen import ABOUT, container, go, run, text


def test_every_statement_is_in_the_table(served):
    """About shows each statement, each of its rows with a link, and what other sources say."""
    rows = seen(served.package)
    shown = unescape(text(run(ABOUT)))
    assert [row["said"] for row in rows] == [statement.said for statement in STATEMENTS]
    for row, statement in zip(rows, STATEMENTS, strict=True):
        assert len(row["seen"]) == len(statement.rows) + (statement.query is not None)
        assert row["said"] in shown
        assert row["found"] in shown
        assert all(place["title"] in shown and place["href"] in shown for place in row["seen"])


def test_every_link_shows_its_row(served):
    """Each event is the card of the chronicle at its link, each reading and scenario is on the watch list, each query counts its events."""
    app, watched = run("chronicle"), text(run("watch-list"))
    walked = 0
    for row in seen(served.package):
        for place in row["seen"]:
            page, query = urlsplit(place["href"]).path, parse_qs(urlsplit(place["href"]).query)
            if page == "chronicle":
                app.query_params.clear()
                app.query_params["event"] = query["event"][0]
                assert place["title"] in unescape(text(container(app.run(), "card")))
            elif page == "watch-list":
                assert place["title"] in watched
            elif page == "./":
                view, notes = Filter.from_params(query, served.package)
                assert notes == ()
                assert place["title"].startswith(f"{len(filter_events(served.package, view))} of 385")
            else:
                assert page == "supply-lines"
                assert query["flow"][0] in set(served.package.flows["flow_id"])
            walked += 1
    assert walked == sum(len(statement.rows) + (statement.query is not None) for statement in STATEMENTS)


def test_a_package_that_does_not_know_the_article(serve, seed_copy):
    """The table is left out where none of its rows is there."""
    seed_copy.write(
        "events", [row | {"event_id": f"other-{at}"} for at, row in enumerate(seed_copy.rows("events")[:3])]
    )
    for table in TABLES:
        if table != "events":
            seed_copy.remove(table)
    serve(seed_copy.path)
    app = run(ABOUT)
    assert not app.exception
    assert "The article and the record" not in text(app)


@pytest.mark.parametrize("page", ["chronicle", "claims", "cases", "watch-list", "reaction"])
def test_the_story_screens_lead_to_each_other(page):
    """Each of them links to the others."""
    app = go(run(), page)
    assert {link.proto.page for link in app.get("page_link")} >= {
        "chronicle",
        "claims",
        "cases",
        "watch-list",
        "reaction",
    }
