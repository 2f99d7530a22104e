"""What became of it: shares, news, and what proved to be nothing."""

from dashboard.charts.unresolved_chart import unresolved_chart
from incidents.story import unresolved
from tests.dashboard.screen import container, params, run, text

CASES = "cases"


def test_shares_news_and_nothing(served):
    """The share adds up, the newest news stands first, what proved to be nothing is there and opens."""
    app = run(CASES)
    shown = text(app)
    assert "65 of 308 recorded incidents with an object to establish (21%)" in shown
    events = served.package.events
    nothing = events[events["resolution"].isin(["no_evidence", "other_object"]) | (events["status"] == "retracted")]
    listed = {button.key for button in app.button if (button.key or "").startswith("nothing_")}
    assert listed == {f"nothing_{each}" for each in nothing["event_id"]}
    updates = served.package.updates.set_index("update_id")["date"]
    news = [
        updates[button.key.removeprefix("update_")] for button in app.button if (button.key or "").startswith("update_")
    ]
    assert news == sorted(news, reverse=True)
    assert news[0] == updates.max()
    app.button(key="cases_more").click().run()
    assert sum((button.key or "").startswith("update_") for button in app.button) > len(news)
    app.button(key="nothing_2025-09-25-dk-billund-airport").click().run()
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


def test_charts_say_their_numbers(served):
    """Each bar stands in the description for those who do not see it, and the bars add up to the table."""
    for by in ("country", "month"):
        rows = unresolved(served.package.events, by)
        made = unresolved_chart(rows, by, "dark").to_dict()
        last = rows.iloc[-1]
        assert f"{last['group']} {last['unresolved']} of {last['total']}" in made["description"]
        data = [row for rows in made["datasets"].values() for row in rows if "n" in row]
        assert sum(row["n"] for row in data) == rows["total"].sum()
