"""The last few things that were made, by what they are called: never the data from which they were made."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any


class Kept:
    """Keeps what was made last.

    Parameters
    ----------
    most : int
        How many things at most; the one that was asked for longest ago goes first.
    """

    def __init__(self, most: int) -> None:
        self._most, self._things, self._lock = most, {}, Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what was made under this key, or make it now.

        Parameters
        ----------
        key : hashable
            Names data by their version: a package in a key would live as long as the key.
        make : callable
            Two callers at once may both make it.
        """
        with self._lock:
            found = key in self._things
            thing = self._things.pop(key, None)
            if found:
                self._things[key] = thing
        if found:
            return thing
        thing = make()
        with self._lock:
            self._things[key] = thing
            while len(self._things) > self._most:
                self._things.pop(next(iter(self._things)))
        return thing
