"""One import in a thread of its own, so that the page can show how far it is and end it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from threading import BoundedSemaphore, Event, Thread
from typing import Any
from uuid import uuid4

from incidents import PackageError
from incidents.errors import Problem
from incidents.imports import Imported, Limits, Raw, read_any
from incidents.message import message

FIRST_ROWS = 5
LIMITS = Limits(bytes=95 << 20, rows=500_000)
"""What an upload may cost, `server.maxUploadSize` included; the command line takes more."""
AT_ONCE = 2
_turns = BoundedSemaphore(AT_ONCE)
log = logging.getLogger("airspace")


class _EndedError(Exception):
    """The person, or the end of the session, has ended the import."""


class ImportJob:
    """Reads a file with some options.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        Its name.
    options : mapping
        Keywords of `incidents.imports.read_any`.
    file_id : str
        Tells one upload from another.

    Attributes
    ----------
    done : float
        Share that is done, 0 to 1.
    waiting : bool
        Whether other imports have the turn.
    header : tuple of str
        Columns of the file, empty until it has been read.
    first : list of tuple of str
        Its first rows.
    facts : dict of str to str
        Format, encoding, delimiter, sheet.
    given : int
        Records in the file.
    imported : Imported or None
        What came of it.
    trouble : str
        Why nothing came of it, in words, "" when something did.
    problems : tuple of Problem
        The same as problems with file, row, column, value and way out.
    """

    def __init__(self, content: bytes, name: str, options: Mapping[str, Any], *, file_id: str = "") -> None:
        self._content, self.name, self.options, self.file_id = content, name, dict(options), file_id
        self.key = uuid4().hex
        self._ask_end, self._over = Event(), Event()
        self.done, self.waiting = 0.0, False
        self.header: tuple[str, ...] = ()
        self.first: list[tuple[str, ...]] = []
        self.facts: dict[str, str] = {}
        self.given = 0
        self.imported: Imported | None = None
        self.trouble = ""
        self.problems: tuple[Problem, ...] = ()

    def look_like(self, before: ImportJob) -> None:
        """Take over what an import of the same file has seen of it, until this one has read it."""
        self.header, self.first, self.facts, self.given = before.header, before.first, before.facts, before.given

    def begin(self) -> None:
        """Start."""
        Thread(target=self._run, name="import", daemon=True).start()

    def end(self) -> None:
        """Ask the import to stop; it does within moments, and lets go of the file."""
        self._ask_end.set()

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; return whether it is over."""
        return self._over.wait(seconds)

    @property
    def over(self) -> bool:
        """Whether it has come to an end, of whatever kind."""
        return self._over.is_set()

    @property
    def ended(self) -> bool:
        """Whether it was ended before it had an outcome."""
        return self.over and self.imported is None and not self.trouble

    def _run(self) -> None:
        try:
            self.waiting = True
            while not _turns.acquire(timeout=0.2):
                self._tell(0.0)
            self.waiting = False
            try:
                self.imported = read_any(
                    self._content, name=self.name, limits=LIMITS, progress=self._tell, seen=self._see, **self.options
                )
            finally:
                _turns.release()
        except _EndedError:
            pass
        except PackageError as error:
            self.trouble, self.problems = error.message, error.problems
        except ValueError as error:
            self.trouble = error.args[0] if error.args else str(error)
        except MemoryError:
            self.trouble = message("{name}: takes more memory than there is; split the file", name=self.name)
        except Exception:  # the thread is the edge: a fault of ours must not leave the page waiting
            log.exception("import")
            self.trouble = message(
                "{name}: could not be read, by a fault of this program; the server's log says more", name=self.name
            )
        finally:
            self._content = b""
            self._over.set()

    def _tell(self, done: float) -> None:
        if self._ask_end.is_set():
            raise _EndedError
        self.done = done

    def _see(self, raw: Raw) -> None:
        self.facts, self.given = dict(raw.facts), raw.given
        rows = raw.frame.head(FIRST_ROWS)
        self.first = [tuple("" if cell != cell else str(cell) for cell in row) for row in rows.itertuples(index=False)]
        self.header = tuple(map(str, raw.frame))
