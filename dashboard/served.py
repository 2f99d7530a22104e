"""The package that this process serves: read once, and read anew when the files of its folder have changed."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Lock
from typing import TYPE_CHECKING

from incidents import Package, PackageError, read_package
from incidents.fingerprint import Fingerprint, fingerprint

if TYPE_CHECKING:
    from dashboard.store import Store

EVERY_S = 2.0
"""Seconds between two looks at the folder. Files are read when two looks in a row have found them the same: a writer may be at work."""
KEPT_S = 900.0
"""Seconds for which the packed files of the package before are still served: open pages go on until their next run."""
log = logging.getLogger("airspace")


@dataclass(frozen=True)
class Refusal:
    """Why a changed package was not taken.

    Attributes
    ----------
    at : datetime
        When, in UTC.
    reason : str
        Plain text for anyone: it names files of the package, never its folder.
    """

    at: datetime
    reason: str


class Served:
    """One package and what follows it.

    Parameters
    ----------
    make : callable
        Makes the `Store` of a package.

    Attributes
    ----------
    taken : datetime or None
        Since when the package is served, in UTC.
    refusal : Refusal or None
        Why what lies in the folder now is not what is served; None when it is.
    """

    def __init__(self, make: Callable[[Package], Store]) -> None:
        self._make = make
        self._lock = Lock()
        self._looking = Lock()
        self.forget()

    def forget(self) -> None:
        """Begin anew: the next call of `store` reads the folder."""
        self._current: Store | None = None
        self._before: tuple[float, Store] | None = None
        self._read: Fingerprint = ()
        self._resting: Fingerprint | None = None
        self._refused: Fingerprint | None = None
        self.taken: datetime | None = None
        self.refusal: Refusal | None = None

    def store(self) -> Store:
        """Return the data that are served. The first call reads them: bad rows are left out, named in the log and on the Data screen.

        Raises
        ------
        PackageError
            There is no package that could be shown at all. The next call tries again.
        """
        with self._lock:
            if self._current is None:
                seen = fingerprint()
                package = read_package(strict=False)
                for problem in package.problems:
                    words = "left out: %s" if problem.severity == "error" else "%s"
                    log.warning(words, problem)
                self._current, self._read, self.taken = self._make(package), seen, datetime.now(UTC)
            return self._current

    def of_key(self, key: str) -> Store | None:
        """Return the data of a key: those that are served, or for a while those before them.

        Raises
        ------
        PackageError
            There is no package that could be shown at all.
        """
        current = self.store()
        if key == current.key:
            return current
        before = self._before
        return before[1] if before is not None and key == before[1].key else None

    def look(self) -> None:
        """Look at the folder once: take a changed package when it has no faults and its files have come to rest, otherwise keep the old one."""
        with self._looking:
            current, seen = self._current, fingerprint()
            if self._before is not None and time.monotonic() > self._before[0]:
                self._before = None
            if current is None:
                return
            if seen == self._read:
                self._resting = self._refused = self.refusal = None
            elif seen != self._refused and seen != self._resting:
                self._resting = seen
            elif seen != self._refused:
                self._try(current, seen)

    def _try(self, current: Store, seen: Fingerprint) -> None:
        try:
            package = read_package(strict=False)
        except PackageError as error:
            if fingerprint() == seen:
                self._refuse(seen, error.told)
            return
        if fingerprint() != seen:
            self._resting = None
            return
        old = current.package
        if (package.version, package.descriptor, package.problems) == (old.version, old.descriptor, old.problems):
            self._read, self._refused, self.refusal = seen, None, None
            return
        errors = [problem for problem in package.problems if problem.severity == "error"]
        if errors:
            self._refuse(seen, f"problems: {len(errors)}; the first: {errors[0]}")
            return
        new = self._make(package)
        new.prepare()
        with self._lock:
            self._before = (time.monotonic() + KEPT_S, current)
            self._current, self._read, self.taken = new, seen, datetime.now(UTC)
            self._refused = self.refusal = None
        log.warning("the package has changed: version %s is served now, %s before", package.version, old.version)

    def _refuse(self, seen: Fingerprint, reason: str) -> None:
        self._refused, self.refusal = seen, Refusal(datetime.now(UTC), reason)
        log.warning("a changed package is refused, the one before is kept: %s", reason)

    def follow(self, stop: Event) -> None:
        """Look again and again until told to stop; for a thread of its own."""
        while not stop.wait(EVERY_S):
            try:
                self.look()
            except Exception:  # the thread is the edge: what is served goes on to be served
                log.exception("looking at the package")
