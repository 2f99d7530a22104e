"""The row of filters and the chips: counts beside each word, ranges, places, what is new, one button to remove each part."""

from datetime import date

import pytest

from incidents import Filter, facet_counts, filter_events
from incidents.without_hour import without_hour
from tests.dashboard.screen import choose, container, count, params, run, text, unescaped

FULL = {
    "period": ["2025-09-01", "2025-12-31"],
    "country": ["EST", "POL"],
    "not-status": ["retracted"],
    "uncertainty": ["..", "50000"],
    "area": ["10,50,30,61"],
    "near": ["Narva,900"],
    "changed": ["2025-09-10"],
    "hours": ["00-24"],
    "q": ["e"],
}
RANGES = [
    ("border", 1.0, 40.0),
    ("uncertainty", 100.0, 20_000.0),
    ("duration", 1.0, 60.0),
    ("depth", 1.0, 20.0),
    ("count", 2.0, 10.0),
]


def chips(app):
    """Return the chips: key without its prefix, and its words."""
    return {
        each.key.removeprefix("chip_"): unescaped(each.label)
        for each in app.button
        if each.key and each.key.startswith("chip_")
    }


def pills(app, part):
    """Return the labels of the words of a part."""
    (found,) = [each for each in app.get("button_group") if each.key == f"filter_{part}"]
    return found.options


def test_counts_stand_beside_the_words(served):
    """Each word shows how many events it would let through under all other filters, also where it is to be left out."""
    app = run(popovers=("country", "status"), country="EST", status="disputed")
    counts = facet_counts(served.package, Filter(country=("EST",), status=("disputed",)))
    assert f"Estonia {counts['country']['EST']}" in pills(app, "country")
    assert f"Disputed {counts['status']['disputed']}" in pills(app, "not_status")
    assert f"Confirmed {counts['status']['confirmed']}" in pills(app, "status")
    assert len(pills(app, "country")) == len(counts["country"])


def test_counts_of_claims(served):
    """A party shows the events of which it said something that the stance lets through."""
    app = run(popovers=("more",), stance="denies")
    found = facet_counts(served.package, Filter(stance=("denies",)), names=("party",))["party"]
    expected = len(filter_events(served.package, Filter(stance=("denies",), party=("RUS",))))
    assert found["RUS"] == expected > 0
    assert f"Russia {expected}" in pills(app, "party")


def test_leaving_out(events):
    """What is left out is a part of its own."""
    app = choose(run(), "not_country", ["EST"])
    assert count(app)[0] == len(filter_events(events, Filter(not_country=("EST",))))
    assert params(app) == {"not-country": ["EST"]}


def test_every_part_has_a_chip_and_each_chip_removes_its_part(events):
    """Clicked one after the other, the chips take the filters away one by one until none is left."""
    app = run(**FULL)
    view = Filter.from_params(FULL)[0]
    assert list(chips(app).values()) == [words for *_, words in view.chips(names={"EST": "Estonia", "POL": "Poland"})]
    while found := chips(app):
        name, value, _ = view.chips()[0]
        view = view.without(name, value or None)
        app.button(key=f"chip_{next(iter(found))}").click().run()
        assert not app.exception
        assert count(app) == (len(filter_events(events, view)), len(events))
    assert params(app) == {}


def test_a_chip_is_text():
    """A search that looks like markup stays as it was typed."""
    app = run(q="**x** [y](z) :red[a]")
    assert chips(app) == {"q": "“**x** [y](z) :red[a]”"}


def test_confirmed_only(events):
    """The switch shows confirmed events only, and all again."""
    app = run()
    app.toggle(key="filter_confirmed").set_value(True).run()
    assert count(app)[0] == len(filter_events(events, Filter(status=("confirmed",))))
    assert params(app)["status"] == ["confirmed"]
    app.toggle(key="filter_confirmed").set_value(False).run()
    assert params(app) == {}


@pytest.mark.parametrize(("name", "low", "high"), RANGES)
def test_ranges(events, name, low, high):
    """Both ends are the range, one alone leaves the other open; the wrong way round they are swapped."""
    app = run(popovers=("where", "more"))
    app.number_input(key=f"filter_{name}_low").set_value(high).run()
    assert count(app)[0] == len(filter_events(events, Filter(**{name: (high, None)})))
    app.number_input(key=f"filter_{name}_high").set_value(low).run()
    assert count(app)[0] == len(filter_events(events, Filter(**{name: (low, high)})))
    assert params(app)[name] == [f"{low:g}", f"{high:g}"]


def test_a_typed_area(events):
    """Four numbers are a box; what is none is explained and changes nothing; emptied, it is everywhere again."""
    app = run(popovers=("where",))
    app.text_input(key="filter_area").set_value("20, 53.5, 31, 60.8").run()
    assert count(app)[0] == len(filter_events(events, Filter(area=(20, 53.5, 31, 60.8)))) > 0
    app.text_input(key="filter_area").set_value("31, 53.5, 20").run()
    assert "numbers given" in unescaped("\n".join(each.value for each in app.warning))
    assert params(app)["area"] == ["20,53.5,31,60.8"]
    app.text_input(key="filter_area").set_value("").run()
    assert params(app) == {}
    assert not app.warning


def test_near_a_place(events):
    """A place alone means 50 km around it; the distance can be changed."""
    app = run(popovers=("where",))
    app.selectbox(key="filter_near").set_value("Narva").run()
    assert params(app)["near"] == ["Narva,50"]
    app.number_input(key="filter_near_km").set_value(120.0).run()
    assert count(app)[0] == len(filter_events(events, Filter(near=("Narva", 120)))) > 0


def test_new_since(events):
    """A day under New is the part of the filter that looks at the dates of sources and updates."""
    app = run(popovers=("more",))
    app.date_input(key="filter_changed").set_value(date(2026, 3, 1)).run()
    assert count(app)[0] == len(filter_events(events, Filter(changed=date(2026, 3, 1)))) > 0


def test_hours(events, served):
    """From and until, over midnight, by either clock; how many have no hour is said; taking one side away takes both."""
    app = run(popovers=("more",), category="incident")
    app.selectbox(key="filter_hours_first").set_value(22).run()
    assert params(app)["hours"] == ["22-24,local"]
    app.selectbox(key="filter_hours_last").set_value(4).run()
    view = Filter(hours=(22, 4, "local"), category=("incident",))
    assert params(app)["hours"] == ["22-04,local"]
    assert count(app)[0] == len(filter_events(events, view)) > 0
    n = without_hour(served.package, view)
    assert f"{n} more events are left out because their hour is not known." in text(container(app, "below"))
    assert chips(app)["hours"] == "began from 22:00 until 04:00 by the clock of the place, hour known"
    (clock,) = [each for each in app.get("button_group") if each.key == "filter_hours_clock"]
    clock.set_value("utc").run()
    assert params(app)["hours"] == ["22-04"]
    app.selectbox(key="filter_hours_last").set_value(22).run()
    assert params(app)["hours"] == ["22-23"]
    app.selectbox(key="filter_hours_last").set_value(None).run()
    assert "hours" not in params(app)


def test_least_and_most():
    """Where dates are known only to a longer time, the count says the least and the most, and why."""
    app = run(period=["2025-11-01", "2025-11-15"], category="incident")
    assert "9 to 11 in these dates" in text(container(app, "count"))
    assert "2 of the 11 are known only" in text(container(app, "below"))
    assert " to " not in text(container(run(category="incident"), "count"))


def test_the_caveat_is_always_there():
    """With or without filters the page says what a count is not."""
    for address in ({}, {"country": "EST"}, {"q": "no event holds these words"}):
        assert "how much is reported" in text(container(run(**address), "below"))
