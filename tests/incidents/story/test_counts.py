"""What is counted agrees with the filter and with a look at each row."""

from datetime import date

import pytest

from incidents import Filter, filter_events
from incidents.story import key_events, recent_updates, response_days, stance_matrix, unresolved

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"
VIEWS = [Filter(), Filter(country=("POL",)), Filter(period=(date(2025, 9, 1), date(2025, 9, 30))), Filter(q="zzz")]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_each_cell_of_the_matrix_is_a_filter(seeds, view):
    """A cell is the number of events that its link shows."""
    counts = stance_matrix(seeds, filter_events(seeds, view))
    for party in counts.index[:6]:
        for stance in counts.columns:
            found = filter_events(seeds, view.replace(party=(party,), stance=(stance,)))
            assert counts.at[party, stance] == len(found)
    assert list(counts["denies"]) == sorted(counts["denies"], reverse=True)


@pytest.mark.parametrize("by", ["country", "month"])
@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_unresolved_adds_up(seeds, view, by):
    """All incidents with an object are counted once; each group is what the filter finds."""
    events = filter_events(seeds, view.replace(category=("incident",), not_resolution=("not_applicable",)))
    counts = unresolved(filter_events(seeds, view), by)
    assert counts["total"].sum() == len(events)
    assert counts["unresolved"].sum() == (events["resolution"] == "unresolved").sum()
    assert (counts["unresolved"] <= counts["total"]).all()
    if by == "country" and len(counts):
        first = filter_events(events, Filter(country=(counts["group"][0],)))
        assert (len(first), (first["resolution"] == "unresolved").sum()) == tuple(
            counts.loc[0, ["total", "unresolved"]]
        )


def test_news_is_newest_first(seeds):
    """Every update with a date is there, newest first; the others are counted."""
    found, undated = recent_updates(seeds, seeds.events)
    assert len(found) + undated == len(seeds.updates)
    assert undated == (seeds.updates["date"] == "").sum() > 0
    assert list(found["date"]) == sorted(found["date"], reverse=True)
    assert recent_updates(seeds, seeds.events.head(0))[1] == 0


def test_days_until_an_answer(seeds):
    """The council met four days after the jets; no answer is older than its incident, statements are no incidents."""
    found = response_days(seeds, seeds.events)
    row = found[(found["incident"] == VAINDLOO) & (found["answer"] == "2025-09-23-be-nac-article-4")]
    assert row["days"].tolist() == [4]
    assert (found["days"] >= 0).all()
    assert {seeds.event(each)["category"] for each in found["incident"]} == {"incident"}
    for line in found.to_dict("records"):
        days = [seeds.event(line[name])["earliest"].date() for name in ("incident", "answer")]
        assert (days[1] - days[0]).days == line["days"]
    assert response_days(seeds, seeds.events.head(0)).empty


def test_key_events(seeds):
    """What was said and done, and what something hangs on; a single find of the same night does not carry the story."""
    key = dict(zip(seeds.events["event_id"], key_events(seeds), strict=True))
    assert key[VAINDLOO]
    assert key["2025-09-25-us-lavrov-real-war"]
    assert not key["2025-09-10-pl-wohyn"]
    assert all(key[row["related_event_id"]] for row in seeds.relations.to_dict("records"))
