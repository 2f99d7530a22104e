"""The about screen says how to read the map."""

import pytest

from incidents import VOCABULARIES
from tests.dashboard.screen import ABOUT, run, text

MUST_SAY = ["Natural Earth", "68/262", "CC BY 4.0", "attribute", "uncertainty", "never of all", "UTC"]


@pytest.fixture(scope="module")
def shown():
    """The whole text of the screen."""
    app = run(ABOUT)
    assert not app.exception
    return text(app)


@pytest.mark.parametrize("words", MUST_SAY)
def test_it_says(shown, words):
    """Method, boundaries, counting and licence are there."""
    assert words in shown


@pytest.mark.parametrize("status", VOCABULARIES["status"])
def test_it_explains_each_status(shown, status):
    """Each status stands there with its definition."""
    assert VOCABULARIES["status"][status].description in shown
