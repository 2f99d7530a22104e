"""Classes of a measure."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import Filter, filter_events
from incidents.analysis import distribution

EDGES = (0, 1, 5, 20)


@given(st.lists(st.one_of(st.floats(0, 1e6), st.sampled_from([0.0, 1.0, 5.0, 20.0, float("nan")]))))
def test_each_value_is_in_its_class(values):
    """Counted one by one it is the same, and smallest and largest enclose exactly the values of the class."""
    found = distribution(np.array(values), EDGES)
    known = [value for value in values if value == value]
    assert (found.n, found.n_known) == (len(values), len(known))
    for row in found.counts.itertuples():
        inside = [v for v in known if v >= row.low and not v >= row.high]
        assert row.n == len(inside)
        if inside:
            assert (row.smallest, row.largest) == (min(inside), max(inside))
            assert sum(row.smallest <= v <= row.largest for v in known) == row.n


def test_groups():
    """Groups keep their order and add up."""
    values, groups = np.array([0.5, 0.7, 3, np.nan, 30]), np.array(["a", "b", "b", "a", "b"])
    found = distribution(values, EDGES, groups=groups, order=("b", "a")).counts
    assert found["group"].tolist() == ["b"] * 4 + ["a"] * 4
    assert found["n"].tolist() == [1, 1, 0, 1, 1, 0, 0, 0]


def test_as_a_filter(seeds):
    """Smallest and largest of a class, as a range of the filter, let exactly its events through."""
    view = Filter(category=("incident",))
    values = filter_events(seeds, view)["duration_min"].to_numpy()
    found = distribution(values, EDGES)
    assert found.n_known == np.isfinite(values).sum() > 10
    for row in found.counts[found.counts["n"] > 0].itertuples():
        assert len(filter_events(seeds, view.replace(duration=(row.smallest, row.largest)))) == row.n


def test_below_the_first_class():
    """Nothing is put into a class to which it does not belong."""
    with pytest.raises(ValueError, match="-2 lies below the first class"):
        distribution(np.array([-2.0, 1]), EDGES)


def test_nothing():
    """Without values there is no median, and all classes are empty."""
    found = distribution(np.array([np.nan]), EDGES)
    assert np.isnan(found.median)
    assert found.counts["n"].sum() == 0
