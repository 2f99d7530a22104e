"""Each statement of the article is seen in the app: this walks all of them."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.seen import seen
from incidents.story import STATEMENTS
from incidents.tables import TABLES
from tests.dashboard.screen import ABOUT, container, count, go, run, text


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


def opened(screens, page, query):
    """Open a link of the table, each screen in one session that goes on; return the app."""
    if page not in screens:
        screens[page] = run(page)
    app = screens[page]
    app.query_params.clear()
    for name, values in query.items():
        app.query_params[name] = values
    app.run()
    assert not app.exception
    return app


def test_every_link_shows_its_row(served):
    """Each link is opened: the event is the card of the chronicle, the line is in the panel, the reading is on the watch list, the map counts the events."""
    screens, walked = {}, 0
    for row in seen(served.package):
        for place in row["seen"]:
            page, query = urlsplit(place["href"]).path, parse_qs(urlsplit(place["href"]).query)
            app = opened(screens, page.strip("./"), query)
            if page == "chronicle":
                assert place["title"] in heading(app, "card")
            elif page == "supply-lines":
                assert place["title"] in heading(app, "detail")
            elif page == "watch-list":
                assert place["title"] in unescape(text(app))
            else:
                assert page == "./"
                assert place["title"].startswith("{} of {} recorded events: ".format(*count(app)))
            walked += 1
    assert walked == sum(len(statement.rows) + (statement.query is not None) for statement in STATEMENTS)
    assert set(screens) == {"", "chronicle", "supply-lines", "watch-list"}


def heading(app, key):
    """Return the first heading in a container: what is opened there, not what a list beside it names."""
    return unescape(re.search(r"<h2[^>]*>(.*?)</h2>", text(container(app, key)), re.DOTALL)[1])


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
    """Each of them links to the others, with the view."""
    app = go(run(country="EST"), page)
    (head,) = [each.proto.body for each in app.get("html") if 'class="story-head"' in each.proto.body]
    assert set(re.findall(r'href="([^"]+)"', head)) == {
        f"{name}?country=EST" for name in ("chronicle", "claims", "cases", "watch-list", "reaction") if name != page
    }
