"""An entry of the chronicle in words."""

import pytest

from dashboard.entry import LANE_OF, LANES, meta, shortened, ties
from incidents import VOCABULARIES

VAINDLOO = "2025-09-19-ee-mig31-vaindloo"


def test_every_category_has_a_lane():
    """Incidents flew, statements were said, the rest was done."""
    assert set(LANE_OF) == set(VOCABULARIES["category"])
    assert set(LANE_OF.values()) == set(LANES)


@pytest.mark.parametrize(
    ("event_id", "words"),
    [
        (VAINDLOO, "Flew · Estonia · Airspace violation · Disputed"),
        ("2025-09-10-lt-budrys-warning", "Said · Lithuania"),
        ("2025-09-23-be-nac-article-4", "Done · Belgium · Article 4 consultation"),
        ("2025-09-09-pl-drone-incursion", "Flew · Poland · Drone incursion · Disputed · until 10 Sep 2025"),
    ],
)
def test_meta(served, event_id, words):
    """Lane first, so that a reader of one column knows it."""
    assert meta(served.package.event(event_id)) == words


def test_ties(served):
    """What it answers, what was recorded with it, who says so and who denies."""
    assert ties(served.package, VAINDLOO) == ["Recorded with it: 8 answers", "Estonia and Italy say so · Russia denies"]
    assert ties(served.package, "2025-09-19-ee-art4-request") == [
        "Answers: Estonia reports three Russian MiG-31s in its airspace for 12 minutes",
        "Recorded with it: 1 followed it",
    ]
    assert ties(served.package, "2025-09-24-lt-gps-robles")[-1].endswith("denies")


def test_long_titles_are_cut_at_a_word():
    """The cut shows."""
    assert shortened("one two three", 9) == "one two…"
    assert shortened("short", 9) == "short"
