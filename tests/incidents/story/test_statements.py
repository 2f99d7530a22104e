"""Every statement of the seed has its rows, and every reading its record."""

import re

import pytest

from incidents import Filter, filter_events
from incidents.read_package import SEEDS
from incidents.story import READINGS, STATEMENTS, matches
from incidents.story.matches import SIGNS


def known(seeds):
    """All ids of the package that a statement may name."""
    return {
        *seeds.events["event_id"],
        *seeds.flows["flow_id"],
        *seeds.assessments["assessment_id"],
        *seeds.watchlist["indicator_id"],
    }


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda each: each.said[:30])
def test_each_statement_has_its_rows(seeds, statement):
    """The rows exist, or the query finds events."""
    assert statement.rows or statement.query
    assert set(statement.rows) <= known(seeds)
    assert statement.query is None or len(filter_events(seeds, statement.query))
    assert statement.found


def test_no_reading_and_no_scenario_is_forgotten(seeds):
    """Each assessment and each scenario belongs to a statement, each assessment has something set beside it."""
    rows = {row for statement in STATEMENTS for row in statement.rows}
    assert set(seeds.assessments["assessment_id"]) | set(seeds.watchlist["indicator_id"]) <= rows
    assert set(seeds.assessments["assessment_id"]) == set(READINGS)
    assert {each for reading in READINGS.values() for each in reading.events} <= known(seeds)


def test_every_row_that_the_readme_names_is_there(seeds):
    """seeds/README.md has the same table for people: no row that it names is missing from the statements."""
    text = (SEEDS / "README.md").read_text(encoding="utf-8")
    text = text.split("## Where the seed's statements stand")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z0-9-]+)`", "\n".join(re.findall(r"^\|.*$", text, re.MULTILINE)))) & known(seeds)
    assert len(named) > 20
    assert named - {row for statement in STATEMENTS for row in statement.rows} == set()


def test_each_sign_has_a_query(seeds):
    """As many queries as signs, in the same order; the matches are what the filter finds, newest first."""
    for row in seeds.watchlist.to_dict("records"):
        signs, kinds = matches(seeds, row["indicator_id"])
        assert [match.name for match in signs] == [sign.strip() for sign in row["signs"].split(";")]
        assert len(signs) == len(SIGNS[row["indicator_id"]])
        assert [match.name for match in kinds] == row["related_event_types"].split(";")
        for match in (*signs, *kinds):
            found = filter_events(seeds, match.filter)
            assert list(match.events) == found["event_id"].tolist()[::-1]
            assert match.filter.period[0].isoformat() == "2025-09-26"


def test_a_sign_without_a_match_says_so(seeds):
    """No record speaks of a hotline since the article; a scenario that is not there is an error."""
    signs, _ = matches(seeds, "search-and-rescue-pretext")
    assert signs[2].events == ()
    assert filter_events(seeds, Filter(q="hotline", period=signs[2].filter.period)).empty
    with pytest.raises(KeyError):
        matches(seeds, "nowhere")
