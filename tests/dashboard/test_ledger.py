"""Claims side by side, and the mark where they contradict each other."""

import pytest

from dashboard.ledger import ledger
from dashboard.record import part, record

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"


def test_two_sides(served):
    """Estonia stands with those who say so, Russia with those who deny it, each claim once."""
    event = record(served.package, VAINDLOO)
    sides = {heading: {claim["party"] for claim in claims} for heading, claims in event["ledger"]}
    assert "Estonia" in sides["Those who say so"]
    assert "Russia" in sides["Those who deny it, or part of it"]
    assert sum(len(claims) for _, claims in event["ledger"]) == len(event["claims"])
    assert event["dispute"] == ["Disputed by the claims: Estonia and Italy say so, Russia denies it or part of it."]


@pytest.mark.parametrize(
    ("event_id", "words"),
    [
        ("2025-09-25-us-lavrov-real-war", "“Confirmed” all the same: the words were spoken."),
        ("2023-09-04-ro-plauru-drone", "“Confirmed” all the same: stated by the state concerned"),
        ("2014-12-12-se-il20-sk1755", "“Disputed”; no denial by another party"),
    ],
)
def test_claims_against_status(served, event_id, words):
    """Where claims and status differ, the panel says how."""
    assert words in record(served.package, event_id)["dispute"][-1]


def test_every_claim_has_a_side(served):
    """All claims of every event are there once, under headings where somebody denies and without one where nobody does."""
    for event_id, rows in served.package.claims.groupby("event_id"):
        claims = [row | {"code": row["party"]} for row in rows.to_dict("records")]
        found = ledger(claims)
        assert sorted(row["claim_id"] for _, part in found for row in part) == sorted(rows["claim_id"]), event_id
        assert all(bool(heading) is ("denies" in set(rows["stance"])) for heading, _ in found)
    assert ledger([]) == []


def test_the_table_is_a_table(served):
    """Who, stance, what, source; a side is a heading of its rows; the date of the source stands with it."""
    html = part("claims", record(served.package, VAINDLOO))
    for title in ("Who", "Stance", "What", "Source"):
        assert f'<th scope="col">{title}</th>' in html
    assert html.count('scope="rowgroup"') == 3
    assert html.count("<tr><td>") == len(served.package.claims_of(VAINDLOO))
    assert "20 Sep 2025" in html
