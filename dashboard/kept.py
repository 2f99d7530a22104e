"""The last few things that were made, by what they are called: never the data from which they were made."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Any

from dashboard.spare_time import Job, current_job, spare_time


class Kept:
    """Keeps what was made last.

    Parameters
    ----------
    most : int
        How many things at most; the one that was asked for longest ago goes first.
    """

    def __init__(self, most: int) -> None:
        self._most, self._things, self._lock = most, {}, Lock()
        self._making: dict[Hashable, tuple[Future[Any], Job | None]] = {}

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what was made under this key, or make it now.

        Parameters
        ----------
        key : hashable
            Names data by their version: a package in a key would live as long as the key.
        make : callable
            Makes it, for all who ask meanwhile.
        """
        with self._lock:
            if key in self._things:
                self._things[key] = self._things.pop(key)
                return self._things[key]
            making = self._making.get(key)
            if making is None:
                made = Future()
                self._making[key] = made, current_job()
        if making is not None:
            made, job = making
            spare_time.hurry(job)
            # What ended the other's work, a fault or a pause, is not what ends this.
            return made.result() if made.exception() is None else self.get(key, make)
        # Who waits is told last: by then the key is free, or the thing is there.
        try:
            thing = make()
        except BaseException as error:
            with self._lock:
                del self._making[key]
            made.set_exception(error)
            raise
        with self._lock:
            del self._making[key]
            self._things[key] = thing
            while len(self._things) > self._most:
                self._things.pop(next(iter(self._things)))
        made.set_result(thing)
        return thing
