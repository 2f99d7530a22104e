"""A filter in plain English."""

from datetime import date

import pytest

from incidents import Filter

NAMES = {"EST": "Estonia", "POL": "Poland", "RUS": "Russia"}
EXAMPLES = [
    (Filter(), "all recorded events"),
    (Filter(event="a-b"), "all recorded events"),
    (Filter(period=(date(2025, 9, 1), date(2025, 9, 30))), "1 to 30 September 2025"),
    (Filter(period=(date(2025, 9, 1), date(2025, 12, 31))), "1 September to 31 December 2025"),
    (Filter(period=(date(2024, 12, 1), date(2025, 1, 31))), "1 December 2024 to 31 January 2025"),
    (Filter(period=(date(2025, 9, 19), date(2025, 9, 19))), "19 September 2025"),
    (Filter(period=(date(2025, 9, 1), None)), "from 1 September 2025"),
    (Filter(period=(None, date(2025, 9, 1))), "until 1 September 2025"),
    (Filter(country=("POL", "EST")), "Estonia or Poland"),
    (Filter(country=("XKX",)), "XKX"),
    (Filter(type=("drone_incursion",), actor=("RUS", "UNK")), "Drone incursion; attributed to Russia or unknown party"),
    (Filter(not_country=("POL", "EST"), not_type=("policy",)), "not Estonia or Poland; not Policy or measure"),
    (Filter(actor=("RUS",), not_actor=("UNK",)), "attributed to Russia; not attributed to unknown party"),
    (Filter(uncertainty=(None, 10_000), depth=(0.5, 20)), "uncertainty at most 10000 m; depth 0.5 to 20 km"),
    (Filter(duration=(12, None), count=(3, 3)), "duration at least 12 min; number of objects 3"),
    (Filter(party=("RUS",), stance=("denies", "clarifies")), "Russia clarifies or denies"),
    (Filter(stance=("denies",), not_resolution=("proven",)), "not Proven; someone denies"),
    (Filter(party=("RUS", "UN"), resolution=("unresolved",)), "Unresolved; Russia or United Nations speaks"),
    (Filter(status=("disputed",), category=("incident",), q="Łódź"), "Incident; Disputed; with “Łódź”"),
]


@pytest.mark.parametrize(("chosen", "words"), EXAMPLES)
def test_words(chosen, words):
    """Parts with semicolons between them, words of one part with "or"."""
    assert chosen.to_words(names=NAMES) == words


def test_chips_name_each_active_part():
    """Name, value and words: enough to show a part and to remove it."""
    chosen = Filter(
        period=(date(2025, 9, 19), date(2025, 9, 19)),
        country=("EST",),
        actor=("RUS",),
        q="jets",
        not_status=("retracted",),
        depth=(1, 2),
    )
    assert chosen.chips(names=NAMES) == (
        ("period", "", "19 September 2025"),
        ("country", "EST", "Estonia"),
        ("actor", "RUS", "attributed to Russia"),
        ("not_status", "retracted", "not Retracted"),
        ("depth", "", "depth 1 to 2 km"),
        ("q", "jets", "“jets”"),
    )
