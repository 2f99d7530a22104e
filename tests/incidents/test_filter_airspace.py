"""The parts of the filter that look at geodata: airspace and border."""

import numpy as np
import pytest

from incidents import Filter, filter_mask, read_package
from incidents.airspace import place_events

PACKAGE = read_package()
PLACES = place_events(PACKAGE.events)


@pytest.mark.parametrize("word", ["inside", "outside", "uncertain"])
def test_airspace(word):
    """A word lets through just the events whose disc lies so."""
    mask = filter_mask(PACKAGE, Filter(airspace=(word,)))
    assert mask.any()
    assert (mask == (PLACES["inside"] == word).to_numpy()).all()


@pytest.mark.parametrize("bounds", [(0, 5), (20, None), (None, 100)])
def test_border(bounds):
    """The distance counts on either side of the border; an event without one is left out."""
    low, high = bounds
    distance = PLACES["border_km"].abs().to_numpy()
    expected = (distance >= (low or 0)) & (distance <= (np.inf if high is None else high))
    assert (filter_mask(PACKAGE, Filter(border=bounds)) == expected).all()


def test_in_the_address():
    """Both parts come back from the address and are said in words."""
    view = Filter(airspace=("uncertain",), border=(0, 20))
    params = {}
    for name, value in view.to_params():
        params.setdefault(name, []).append(value)
    assert Filter.from_params(params) == (view, ())
    assert view.to_words() == "Cannot be told; distance to the border of airspace 0 to 20 km"
    assert Filter.from_params({"airspace": ["nowhere"]})[1]
