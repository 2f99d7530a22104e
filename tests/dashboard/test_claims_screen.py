"""Who denies what: each cell is a list."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from incidents import Filter, filter_events
from tests.dashboard.screen import params, pick, row_ids, run, text

CLAIMS = "claims"
LINK = re.compile(r'<a href="(claims\?[^"]*)"[^>]*>(\d+)</a>')


def test_the_matrix_links_to_its_lists(served):
    """Every number is the number of events of the view that its link opens."""
    links = LINK.findall(text(run(CLAIMS, country="POL")))
    assert len(links) > 10
    for href, n in links:
        view, notes = Filter.from_params(parse_qs(urlsplit(unescape(href)).query), served.package)
        assert notes == ()
        assert view.country == ("POL",)
        assert len(filter_events(served.package, view)) == int(n)


def test_a_cell_lists_its_claims(served):
    """The list holds the claims of that party and stance alone, newest event first, and opens events."""
    app = run(CLAIMS, party="RUS", stance="denies")
    claims = served.package.claims.set_index("claim_id")
    shown = row_ids(app, "claims_list")
    assert {(claims.at[each, "party"], claims.at[each, "stance"]) for each in shown} == {("RUS", "denies")}
    places = [served.package.place_of(claims.at[each, "event_id"]) for each in shown]
    assert places == sorted(places, reverse=True)
    assert "67 claims about 63 of 385 recorded events: Russia denies" in text(app)
    before = len(shown)
    app.button(key="claims_more").click().run()
    assert len(row_ids(app, "claims_list")) > before
    app = pick(app, shown[0], "claims_list")
    assert params(app)["event"] == [claims.at[shown[0], "event_id"]]
    app.button(key="claims_all").click().run()
    assert "party" not in params(app)


def test_claims_against_status(served):
    """Contradictions and statuses are compared in both directions."""
    assert "A denial of a part" not in text(run(CLAIMS))
    app = run(CLAIMS, opened=("compare_0", "compare_1"))
    for number in (0, 1):
        shown = row_ids(app, f"compare_list_{number}")
        assert shown
        assert {served.package.event(each)["status"] == "disputed" for each in shown} == {number == 1}


def test_no_claims():
    """A view without claims says so."""
    app = run(CLAIMS, q="no event holds these words")
    assert not app.exception
    assert "No claim is recorded" in text(app)
