"""What became of it: shares, news, and what proved to be nothing."""

import re

from dashboard.record import name_of
from dashboard.screens.cases import share_rows
from incidents.story import unresolved
from tests.dashboard.screen import container, params, pick, row_ids, run, text

CASES = "cases"


def test_shares_news_and_nothing(served):
    """The share adds up, the newest news stands first, what proved to be nothing is there and opens."""
    app = run(CASES)
    shown = text(app)
    assert "65 of 308 recorded incidents with an object to establish (21%)" in shown
    events = served.package.events
    nothing = events[events["resolution"].isin(["no_evidence", "other_object"]) | (events["status"] == "retracted")]
    assert set(row_ids(app, "nothing")) == set(nothing["event_id"])
    updates = served.package.updates.set_index("update_id")["date"]
    news = [updates[each] for each in row_ids(app, "news")]
    assert news == sorted(news, reverse=True)
    assert news[0] == updates.max()
    app.button(key="cases_more").click().run()
    assert len(row_ids(app, "news")) > len(news)
    app = pick(app, "2025-09-25-dk-billund-airport", "nothing")
    assert params(app)["event"] == ["2025-09-25-dk-billund-airport"]
    assert "No evidence" in text(container(app, "detail"))


def test_the_filter_by_resolution(served):
    """The view may be narrowed to one resolution; the counts follow."""
    app = run(CASES, resolution="unresolved")
    n = (served.package.events["resolution"] == "unresolved").sum()
    assert f"{n} of {n} recorded incidents" in text(app)
    assert "0 of 385 recorded events. They are kept" in text(app)


def test_nothing_to_establish():
    """A view of statements has no share and says so."""
    assert "No incident in this view" in text(run(CASES, category="statement"))


def test_every_row_has_its_numbers_and_its_bar(served):
    """No country or month is left out, bars are as long as the numbers say, and all adds up."""
    shown = text(run(CASES))
    for by in ("country", "month"):
        counts = unresolved(served.package.events, by)
        rows = share_rows(counts)
        assert sum(row["total"] for row in rows) == counts["total"].sum() == 308
        assert max(row["width"] for row in rows) == 100
        for row in rows:
            name = name_of(row["group"]) if by == "country" else row["group"]
            assert row["part"] == round(100 * row["unresolved"] / row["total"], 1)
            assert re.search(
                rf'<th scope="row">{re.escape(name)}</th>.*width:{row["width"]}%.*width:{row["part"]}%.*'
                rf"<td>{row['unresolved']}</td><td>{row['total']}</td><td>{row['share']}</td>",
                shown,
            )
