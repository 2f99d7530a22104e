"""What is made of the served data is made once for all; what is made of a session's own data stays in that session."""

import pytest

from dashboard.language import using
from dashboard.screens import made_once as module
from dashboard.screens.made_once import CHARTS, MOST, made_once
from tests.dashboard.test_own_store import made as own_store


@pytest.fixture
def session(monkeypatch):
    """Return the state of one session after another."""

    def another():
        state = {}
        monkeypatch.setattr(module.st, "session_state", state)
        return state

    another()
    return another


def test_served_data_once_for_all(served, session):
    """Two sessions get one and the same thing; another language, thing or kind is another."""
    made = []
    make = lambda: made.append(1) or len(made)  # noqa: E731
    first = made_once(served, "a test of made_once", make)
    session()
    assert made_once(served, "a test of made_once", make) == first
    with using("pl"):
        assert made_once(served, "a test of made_once", make) != first
    assert made_once(served, "another test of made_once", make) != first
    assert made_once(served, "a test of made_once", make, kind=CHARTS) != first
    assert len(made) == 4


def test_own_data_stay_in_their_session(session):
    """Nothing of them is kept for others, and the next session makes its own."""
    store, made = own_store(), []
    make = lambda: made.append(1) or len(made)  # noqa: E731
    assert made_once(store, "mine", make) == made_once(store, "mine", make) == 1
    assert not any(store.key in str(key) for kept in module._served.values() for key in kept._things)
    session()
    assert made_once(store, "mine", make) == 2


@pytest.mark.parametrize("kind", MOST)
def test_not_everything_is_kept(served, session, kind):
    """The one that was asked for longest ago goes."""
    made = []
    for n in range(MOST[kind] + 1):
        made_once(served, ("many", n), lambda n=n: made.append(n), kind=kind)
    made_once(served, ("many", 0), lambda: made.append(0), kind=kind)
    assert made == [*range(MOST[kind] + 1), 0]
