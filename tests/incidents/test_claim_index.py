"""Claims as integers say what a look at each claim says."""

import numpy as np
import pytest

from incidents import read_package
from incidents.claim_index import ClaimIndex

PACKAGE = read_package()
CLAIMS = PACKAGE.claims.to_dict("records")
WANTED = [
    {},
    {"party": ("RUS",)},
    {"stance": ("denies",)},
    {"party": ("RUS", "BLR"), "stance": ("denies",)},
    {"party": ("nobody",)},
]


def matching(wanted):
    """Return the claims that hold one of the wanted words in each column."""
    return [claim for claim in CLAIMS if all(claim[column] in words for column, words in wanted.items())]


@pytest.mark.parametrize("wanted", WANTED, ids=str)
def test_said(wanted):
    """An event is in just when one claim about it matches, also where a row stands twice."""
    ids = {claim["event_id"] for claim in matching(wanted)}
    events = PACKAGE.events.iloc[[*range(len(PACKAGE.events)), 5, 5]]
    assert ClaimIndex(events, PACKAGE.claims).said(wanted).tolist() == [each in ids for each in events["event_id"]]


@pytest.mark.parametrize("wanted", WANTED, ids=str)
def test_counts(wanted):
    """Events, not claims, are counted, and only those of the mask."""
    mask = np.arange(len(PACKAGE.events)) % 3 > 0
    shown = set(PACKAGE.events["event_id"][mask])
    pairs = {(claim["party"], claim["event_id"]) for claim in matching(wanted) if claim["event_id"] in shown}
    counts = ClaimIndex(PACKAGE.events, PACKAGE.claims).counts("party", wanted, mask)
    assert set(counts) == set(PACKAGE.claims["party"])
    assert counts == {party: sum(one == party for one, _ in pairs) for party in counts}


def test_nothing_said():
    """Without claims, or without events, nothing matches and nothing is counted."""
    none = PACKAGE.claims.iloc[:0]
    assert not ClaimIndex(PACKAGE.events, none).said({"party": ("RUS",)}).any()
    assert ClaimIndex(PACKAGE.events, none).counts("party", {}, np.ones(len(PACKAGE.events), bool)) == {}
    empty = PACKAGE.events.iloc[:0]
    assert ClaimIndex(empty, PACKAGE.claims).said({}).tolist() == []
    assert set(ClaimIndex(empty, PACKAGE.claims).counts("party", {}, np.zeros(0, bool)).values()) == {0}
