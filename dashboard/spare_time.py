"""What is made while no reader waits for anything, so that it is there when asked for."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

REST_S = 0.25
"""Seconds without a message from any reader before something is made, or is gone on with."""
FRESH_S = 20.0
"""Seconds after which a server that was never at rest forgets a wish."""
MOST = 8
"""Readers whose wishes are held at most; the oldest goes first."""
BUSY, BUSY_S = 25, 10.0
"""Messages within so many seconds from which a server has no time to spare; about 25 readers who look at what they see."""
log = logging.getLogger("airspace")


class GaveWayError(Exception):
    """Something else is wanted now: what is made ahead ends, to be made later."""


class Job:
    """Something that is made ahead.

    Attributes
    ----------
    wanted : bool
        A reader waits for it: it is finished without a pause.
    is_in_the_way : bool
        A reader waits for another thing that only the same thread can make.
    """

    wanted = is_in_the_way = False


Makes = Callable[[], Iterable[Callable[[], object]]]
_job: ContextVar[Job | None] = ContextVar("job", default=None)


def current_job() -> Job | None:
    """Return what is made ahead here, None where a reader waits for it."""
    return _job.get()


class SpareTime:
    """Makes what may be asked for next, one thing after the other, the newest wish first.

    Python lets one thread work at a time: what is made beside a reader's own request would slow it. So it begins when all rest, and pauses
    while any reader is served; a server with many readers does not come to it.

    Parameters
    ----------
    rest_s : float
        Seconds without a message before something is made, or is gone on with.
    """

    def __init__(self, rest_s: float = REST_S) -> None:
        self._rest_s, self._last, self._working = rest_s, 0.0, False
        self._messages: deque[float] = deque(maxlen=BUSY)
        self._job: Job | None = None
        self._wishes: dict[Hashable, tuple[float, Makes]] = {}
        self._changed = threading.Condition()

    def disturb(self, *, done: bool = True) -> None:
        """Hear of a request.

        Parameters
        ----------
        done : bool, default True
            A reader has done something; False where the browser fetches what belongs to it.
        """
        self._last = time.monotonic()
        if done:
            self._messages.append(self._last)

    def give_way(self) -> None:
        """Pause what is made ahead here while readers are served; called again and again where work is long.

        Raises
        ------
        GaveWayError
            It is in the way.
        """
        job = _job.get()
        if job is None or job.wanted or self._rest() <= 0:
            return
        with self._changed:
            while not job.wanted and (rest := self._rest()) > 0:
                if job.is_in_the_way:
                    raise GaveWayError
                self._changed.wait(rest)

    def hurry(self, job: Job | None) -> None:
        """Have a job finished at once: a reader waits for it."""
        if job is not None:
            with self._changed:
                job.wanted = True
                self._changed.notify_all()

    def make_room(self) -> None:
        """Have the thread that both need left to who waits for something else than what is made ahead."""
        with self._changed:
            if self._job is not None and _job.get() is None:
                self._job.is_in_the_way = True
                self._changed.notify_all()

    def _rest(self) -> float:
        """Return the seconds until all have rested for long enough."""
        until = self._last + self._rest_s
        if len(self._messages) == BUSY:
            until = max(until, self._messages[0] + BUSY_S)
        return until - time.monotonic()

    def wish(self, who: Hashable, makes: Makes) -> None:
        """Have things made, instead of what the same reader wished for before; nothing where nobody works on wishes.

        Parameters
        ----------
        who : hashable
            The reader.
        makes : callable
            Returns what makes each thing, the likeliest first: it calls `give_way` where it takes long, and makes nothing twice.
        """
        with self._changed:
            if not self._working:
                return
            self._wishes.pop(who, None)
            self._wishes[who] = (time.monotonic(), makes)
            while len(self._wishes) > MOST:
                self._wishes.pop(next(iter(self._wishes)))
            self._changed.notify_all()

    def work(self, stop: threading.Event) -> None:
        """Make what is wished for until `stop` is set."""
        self._working = True
        while not stop.is_set():
            with self._changed:
                if not self._changed.wait_for(lambda: self._wishes, timeout=1.0):
                    continue
                if (rest := self._rest()) > 0:
                    self._changed.wait(rest)
                    continue
                who, (since, makes) = self._wishes.popitem()
            if time.monotonic() - since < FRESH_S and not self._made(who, makes):
                with self._changed:
                    self._wishes.setdefault(who, (since, makes))
        self._working = False
        self._wishes.clear()

    def _made(self, who: Hashable, makes: Makes) -> bool:
        """Make things until the same reader wishes for others, and tell whether that is over."""
        try:
            for make in makes():
                if who in self._wishes:
                    break
                with self._working_on(Job()):
                    make()
        except GaveWayError:
            return False
        except Exception:  # whoever asks for it is told; the server goes on
            log.debug("made ahead", exc_info=True)
        return True

    @contextmanager
    def _working_on(self, job: Job) -> Iterator[None]:
        self._job, token = job, _job.set(job)
        try:
            yield
        finally:
            _job.reset(token)
            self._job = None


spare_time = SpareTime()
