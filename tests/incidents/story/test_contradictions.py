"""Where parties contradict each other."""

import pytest

from incidents.story import contradictions, sides

EXAMPLES = [
    # claims as "party stance", who says so, who denies
    ("EST asserts, RUS denies", ("EST",), ("RUS",)),
    ("POL attributes, RUS denies, BLR denies, POL asserts", ("POL",), ("RUS", "BLR")),
    ("EST asserts, RUS clarifies", (), ()),
    ("RUS denies", (), ()),
    ("POL asserts, POL denies", (), ()),
    ("POL asserts, POL denies, RUS asserts", ("RUS",), ("POL",)),
    ("NATO condemns, RUS denies", (), ()),
    ("", (), ()),
]


@pytest.mark.parametrize(("claims", "saying", "denying"), EXAMPLES)
def test_sides(claims, saying, denying):
    """One party asserts or attributes, another denies; a party does not contradict itself."""
    rows = [dict(zip(("party", "stance"), claim.split(), strict=True)) for claim in claims.split(", ") if claim]
    assert sides(rows) == (saying, denying)


def test_the_table_agrees_with_the_rows(seeds):
    """All at once gives the same events as one by one."""
    one_by_one = {each for each in seeds.events["event_id"] if sides(seeds.claims_of(each))[0]}
    assert contradictions(seeds.claims) == one_by_one
    assert "2025-09-19-ee-mig31-vaindloo" in one_by_one
