"""What is asked for by many at once is made once, and a fault of one is not the fault of all."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.kept import Kept


def test_made_once_for_all_who_wait():
    """The second waits for the first."""
    kept, began, go_on, made = Kept(2), threading.Event(), threading.Event(), []

    def make():
        began.set()
        go_on.wait(10)
        made.append(1)
        return "thing"

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(kept.get, "key", make)
        assert began.wait(10)
        second = threads.submit(kept.get, "key", make)
        go_on.set()
        assert first.result() == second.result() == "thing"
    assert made == [1]


def test_a_fault_stays_with_who_made_it():
    """Who waited makes it by himself; nothing is kept of the fault."""
    kept, began, go_on = Kept(2), threading.Event(), threading.Event()

    def fail():
        began.set()
        go_on.wait(10)
        raise ZeroDivisionError

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(kept.get, "key", fail)
        assert began.wait(10)
        second = threads.submit(kept.get, "key", lambda: "thing")
        go_on.set()
        with pytest.raises(ZeroDivisionError):
            first.result()
        assert second.result() == "thing"
    assert kept.get("key", pytest.fail) == "thing"
    assert not kept._making
