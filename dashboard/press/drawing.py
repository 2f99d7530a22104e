"""The one thread in which pictures are drawn, one after the other.

matplotlib's settings are shared by all threads of a process, and it loads its fonts anew in each: in threads that come and go, as those of
Streamlit's scripts do, this took 45 of 200 ms.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import wraps
from typing import ParamSpec, TypeVar

from dashboard.language import current, using
from dashboard.spare_time import spare_time

Given, Made = ParamSpec("Given"), TypeVar("Made")
_thread = ThreadPoolExecutor(1, thread_name_prefix="drawing")


def _spoken(language: str, draw: Callable[[], Made]) -> Made:
    with using(language):
        return draw()


def drawn_in_turn(draw: Callable[Given, Made]) -> Callable[Given, Made]:
    """Decorate what draws with matplotlib: it runs in the thread for drawing, in the language of the caller, who waits.

    What is drawn in spare time leaves it to a reader who waits for something else.

    A function of this kind must not call another of them.
    """

    @wraps(draw)
    def wait(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        spare_time.make_room()
        return _thread.submit(copy_context().run, _spoken, current(), lambda: draw(*args, **kwargs)).result()

    return wait
