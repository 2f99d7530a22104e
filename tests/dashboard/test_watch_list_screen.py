"""The watch list: the author's words marked as theirs, beside live queries."""

from urllib.parse import parse_qs

from incidents.story import matches
from tests.dashboard.screen import count, params, row_ids, rows, run, text

WATCH = "watch-list"


def test_scenarios_and_readings(served):
    """Each scenario with its signs, each reading with what the record shows; all marked as the author's."""
    app = run(WATCH)
    shown = text(app)
    package = served.package
    for row in package.watchlist.to_dict("records"):
        assert row["title"] in shown
        assert all(sign.strip()[1:] in shown for sign in row["signs"].split(";"))
    for row in package.assessments.to_dict("records"):
        assert row["title"] in shown
        assert row["text"] in shown
    assert shown.count("The author’s expectation.") == len(package.watchlist)
    assert shown.count("The author’s reading.") == len(package.assessments)
    assert "not findings" in shown


def test_matches_are_live(served):
    """Newest first with their dates; where there is none it says so; all of them open on the map."""
    app = run(WATCH)
    signs, _ = matches(served.package, "search-and-rescue-pretext")
    empty = sum(
        not match.events
        for row in served.package.watchlist["indicator_id"]
        for part in matches(served.package, row)
        for match in part
    )
    assert empty >= 1
    assert text(app).count("no match recorded") == empty
    assert not signs[2].events
    signs, _ = matches(served.package, "first-shoot-down")
    listed = [each for each in row_ids(app, "first-shoot-down_sign") if each.startswith("1_")]
    assert listed == [f"1_{each}" for each in signs[1].events[:3]]
    (to,) = [row["to"] for row in rows(app, "first-shoot-down_sign") if row["row"] == "1"]
    assert to.startswith("./?")
    opened = run(**parse_qs(to.removeprefix("./?")))
    assert params(opened)["type"] == ["rules_of_engagement", "shoot_down"]
    assert params(opened)["period"] == ["2025-09-26", ".."]
    assert count(opened)[0] == len(signs[1].events)


def test_the_kinds_come_when_they_are_opened(served):
    """Events of the kinds that a scenario names stand folded, and are made when somebody opens them."""
    _, kinds = matches(served.package, "first-shoot-down")
    assert kinds
    wanted = {f"{at}_{each}" for at, match in enumerate(kinds) for each in match.events[:3]}
    assert row_ids(run(WATCH), "first-shoot-down_kind") == []
    assert wanted <= set(row_ids(run(WATCH, opened=("kinds_first-shoot-down",)), "first-shoot-down_kind"))


def test_another_package_has_its_own(serve, seed_copy):
    """Without scenarios and readings the screen says so."""
    for table in ("watchlist", "assessments"):
        seed_copy.remove(table)
    serve(seed_copy.path)
    assert "neither scenarios nor readings" in text(run(WATCH))
