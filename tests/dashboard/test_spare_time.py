"""What is made ahead waits for rest, pauses for readers, and is finished at once for the one who wants it."""

import threading
import time

import pytest

from dashboard.kept import Kept
from dashboard.language import using
from dashboard.press.drawing import drawn_in_turn
from dashboard.screens import made_once as module
from dashboard.screens.made_once import made_once, soon
from dashboard.spare_time import BUSY, BUSY_S, FRESH_S, MOST, SpareTime, spare_time
from tests.dashboard.test_own_store import made as own_store

SOON_S = 10.0


@pytest.fixture
def at_work():
    """Return a function that lets somebody work on wishes until the test ends."""
    stops = []

    def begin(spare):
        stop = threading.Event()
        thread = threading.Thread(target=spare.work, args=(stop,), daemon=True)
        stops.append((stop, thread))
        thread.start()
        wait_until(lambda: spare._working)
        return spare

    yield begin
    for stop, thread in stops:
        stop.set()
        thread.join(SOON_S)


def wait_until(is_so):
    """Wait for what another thread does."""
    end = time.monotonic() + SOON_S
    while not is_so():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


def test_nobody_works_nothing_is_kept():
    """Where no server runs, a wish holds no data."""
    spare = SpareTime()
    spare.wish("reader", lambda: [pytest.fail])
    assert not spare._wishes


def test_it_begins_at_rest(at_work):
    """Not while messages come, and then by itself."""
    spare, done = at_work(SpareTime(rest_s=0.2)), threading.Event()
    spare.disturb()
    spare.wish("reader", lambda: [done.set])
    for _ in range(8):
        spare.disturb()
        assert not done.wait(0.05)
    assert done.wait(SOON_S)


def test_a_busy_server_has_no_time_to_spare(at_work, monkeypatch):
    """Many messages within ten seconds leave none, however long all rest between two of them; what browsers fetch does not count."""
    spare, done = at_work(SpareTime(rest_s=0)), threading.Event()
    for _ in range(BUSY - 1):
        spare.disturb()
    for _ in range(BUSY):
        spare.disturb(done=False)
    spare.wish("reader", lambda: [done.set])
    assert done.wait(SOON_S)
    done.clear()
    spare.disturb()
    spare.wish("reader", lambda: [done.set])
    assert not done.wait(0.2)
    now = time.monotonic
    monkeypatch.setattr("dashboard.spare_time.time.monotonic", lambda: now() + BUSY_S)
    spare.wish("another", list)
    assert done.wait(SOON_S)


def test_the_last_wish_of_a_reader_counts(at_work):
    """What was wished for before is not made, and not gone on with; a fault ends nothing."""
    spare, made, in_first = at_work(SpareTime(rest_s=0)), [], threading.Event()
    go_on = threading.Event()

    def first():
        made.append("first")
        in_first.set()
        go_on.wait(SOON_S)

    spare.wish("reader", lambda: [first, lambda: made.append("never")])
    assert in_first.wait(SOON_S)
    spare.wish("reader", lambda: [lambda: made.append("never")])
    spare.wish("reader", lambda: [lambda: 1 / 0])
    spare.wish("other", lambda: [lambda: made.append("other")])
    go_on.set()
    wait_until(lambda: not spare._wishes)
    spare.wish("reader", lambda: [lambda: made.append("last")])
    wait_until(lambda: "last" in made)
    assert made == ["first", "other", "last"]


def test_wishes_are_few_and_end(at_work, monkeypatch):
    """A server that is never at rest holds the data of a few wishes, and makes none that is old."""
    spare, made = at_work(SpareTime(rest_s=0.3)), []
    spare.disturb()
    for n in range(MOST + 3):
        spare.wish(n, lambda n=n: [lambda: made.append(n)])
    assert len(spare._wishes) == MOST
    now = time.monotonic()
    monkeypatch.setattr("dashboard.spare_time.time.monotonic", lambda: now + FRESH_S + 1)
    wait_until(lambda: not spare._wishes)
    assert not made


def paused_job(at_work, monkeypatch, kept, key):
    """Begin to make something ahead, and return once it pauses for a reader: for longer than any test."""
    monkeypatch.setattr(spare_time, "_rest_s", 0.1)
    spare_time._last = 0.0
    spare, began, disturbed, steps = at_work(spare_time), threading.Event(), threading.Event(), []

    @drawn_in_turn
    def draw():
        began.set()
        disturbed.wait(SOON_S)
        steps.append("begun")
        spare.give_way()
        steps.append("gone on")
        return "ahead"

    spare.wish("reader", lambda: [lambda: kept.get(key, draw)])
    assert began.wait(SOON_S)
    monkeypatch.setattr(spare, "_rest_s", 1000.0)
    spare.disturb()
    disturbed.set()
    wait_until(lambda: steps)
    assert steps == ["begun"]
    return spare, steps


def test_who_wants_it_gets_it_at_once(at_work, monkeypatch):
    """It is not begun anew for the reader, nor does it wait for rest."""
    kept = Kept(2)
    _, steps = paused_job(at_work, monkeypatch, kept, "picture")
    assert kept.get("picture", pytest.fail) == "ahead"
    assert steps == ["begun", "gone on"]


def test_it_leaves_the_thread_to_who_needs_it(at_work, monkeypatch):
    """A reader who waits for another picture does not wait for this one, which is made later."""
    kept = Kept(2)
    spare, steps = paused_job(at_work, monkeypatch, kept, "picture")
    assert drawn_in_turn(lambda: "another")() == "another"
    assert steps == ["begun"]
    monkeypatch.setattr(spare, "_rest_s", 0.1)
    spare.wish("another reader", list)
    wait_until(lambda: "picture" in kept._things)
    assert steps == ["begun", "begun", "gone on"]


def test_soon_is_found_by_made_once(served, at_work, monkeypatch):
    """In the same language only; of data of a session, and of very many events, nothing is made ahead."""
    monkeypatch.setattr(module.st, "session_state", {})
    monkeypatch.setattr(spare_time, "_rest_s", 0.0)
    at_work(spare_time)
    with using("pl"):
        soon(served, lambda: [("made in spare time", lambda: "ahead")])
    wait_until(lambda: any("made in spare time" in map(str, key) for key in module._served["files"]._things))
    with using("pl"):
        assert made_once(served, "made in spare time", pytest.fail) == "ahead"
    assert made_once(served, "made in spare time", lambda: "now") == "now"
    for store in (own_store(), served):
        soon(store, pytest.fail)
        assert not spare_time._wishes
        monkeypatch.setattr(module, "AHEAD", len(served.package.events) - 1)
