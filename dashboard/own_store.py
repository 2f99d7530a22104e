"""The data of one session: what a person has loaded, seen by nobody else."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Lock

from dashboard.store import Store
from incidents.imports import Report
from incidents.join_packages import Clash

_open: dict[str, OwnStore] = {}
_lock = Lock()


@dataclass(frozen=True, eq=False)
class OwnStore(Store):
    """A package that lives as long as its session; the map fetches its packed files under a key that cannot be guessed.

    Attributes
    ----------
    name : str
        Name of the file, as the person's computer gave it: hostile text.
    report : Report
        What became of its rows.
    beside : bool
        Whether the rows stand beside the served ones.
    own : frozenset of str
        Ids of the events that came from the file.
    clashes : tuple of Clash
        Ids that the served data use as well.
    left_out : int
        Faulty event records that are not shown, those of the served data included when it is.
    """

    name: str
    report: Report
    beside: bool = False
    own: frozenset[str] = frozenset()
    clashes: tuple[Clash, ...] = ()
    left_out: int = 0
    key: str = field(default_factory=lambda: secrets.token_hex(16))

    def begin(self) -> None:
        """Let the map fetch the packed files."""
        with _lock:
            _open[self.key] = self

    def end(self) -> None:
        """Let nobody fetch them any more, and forget them here."""
        with _lock:
            _open.pop(self.key, None)


def own_store(key: str) -> OwnStore | None:
    """Return the open store of a key, None when there is none."""
    with _lock:
        return _open.get(key)
