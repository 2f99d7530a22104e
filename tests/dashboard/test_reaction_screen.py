"""Reaction time: what is known, and of how many."""

import pandas as pd

from dashboard.charts.days_chart import days_chart
from dashboard.charts.minutes_chart import minutes_chart
from dashboard.charts.swarm import swarm
from incidents.story import response_days
from tests.dashboard.screen import run, text


def test_minutes_and_days(served):
    """Known values of N, the rest named as unknown; no cost is invented."""
    shown = text(run("reaction"))
    events = served.package.events
    known = (events["duration_min"].notna() & (events["category"] == "incident")).sum()
    assert (
        f"{known} of 310 recorded incidents in this view have a recorded time inside; for the other {310 - known} the data has none"
        in shown
    )
    answers = response_days(served.package, events)
    assert f"{len(answers)} recorded answers to {answers['incident'].nunique()} of 310" in shown
    assert "hold no cost" in shown


def test_the_same_as_tables(served):
    """Each chart stands folded as a table with all its rows."""
    assert not run("reaction").dataframe
    minutes, days = (table.value for table in run("reaction", opened=("minutes_table", "days_table")).dataframe)
    events = served.package.events
    assert len(minutes) == (events["duration_min"].notna() & (events["category"] == "incident")).sum()
    assert len(days) == len(response_days(served.package, events))


def test_a_view_without_any():
    """Neither minutes nor answers: the screen says so and draws nothing."""
    app = run("reaction", country="BGR", type="balloon_incursion")
    assert not app.exception
    assert "0 of 0 recorded incidents" in text(app)
    assert not app.get("vega_lite_chart")


def test_charts_hold_every_row(served):
    """One dot for each value, and a description of each group."""
    events = served.package.events
    known = events[events["duration_min"].notna()]
    made = minutes_chart(known, "light").to_dict()
    assert sum(map(len, made["datasets"].values())) == len(known)
    assert "Escorted: 5, median" in made["description"]
    rows = pd.DataFrame(
        {"days": [0, 0, 3], "answer": "a", "by": "b", "kind": ["x", "x", "y"], "incident": "c", "sure": "d"}
    )
    assert "x: 2, median 0 days" in days_chart(rows, "dark").to_dict()["description"]
    axis = days_chart(rows.assign(days=[0, 3, 86]), "dark").to_dict()["encoding"]["x"]
    assert axis["scale"]["domain"] == [0, 100]
    assert axis["axis"]["values"][-1] == 100


def test_equal_dots_stand_beside_each_other():
    """No two of them in one place, as near the line as can be."""
    assert swarm(pd.Series(range(5))).tolist() == [0, 1, -1, 2, -2]
