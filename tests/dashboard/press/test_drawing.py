"""Pictures are drawn in one thread, in the language of who asked."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.language import current, using
from dashboard.press.drawing import drawn_in_turn
from dashboard.press.errors import PressError


@drawn_in_turn
def told(word):
    """Return where and in which language this runs."""
    if not word:
        raise PressError("nothing to draw")
    return threading.current_thread().name, current(), word


def test_one_thread_for_all():
    """Callers in threads that come and go wait for the same one, each in its own language."""

    def ask(language):
        with using(language):
            return told(language)

    found = []
    for language in ("pl", "en", "pl"):
        with ThreadPoolExecutor(1) as thread:
            found.append(thread.submit(ask, language).result())
    assert {name for name, _, _ in found} == {told("x")[0]} != {threading.current_thread().name}
    assert [(spoken, word) for _, spoken, word in found] == [("pl", "pl"), ("en", "en"), ("pl", "pl")]


def test_a_fault_reaches_who_asked():
    """And the thread goes on."""
    with pytest.raises(PressError, match="nothing to draw"):
        told("")
    assert told("x")[2] == "x"
