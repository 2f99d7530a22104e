"""Measure one part in a process of its own: `python -m tests.trust.one PART FOLDER`. Each figure is kept as soon as it is there."""

from __future__ import annotations

import importlib
import logging
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType, ModuleType

from tests.benchmarks.machine import description
from tests.trust.overdue import OverdueError
from tests.trust.result import Result
from tests.trust.room import Room


def _overdue(_signal: int, _frame: FrameType | None) -> None:
    raise OverdueError("not finished in the time that it may take")


def _unraisable(what: sys.UnraisableHookArgs) -> None:
    """Say it once more when it was said where Python lets nothing through, such as in a finaliser."""
    if isinstance(what.exc_value, OverdueError):
        signal.alarm(1)
    else:
        sys.__unraisablehook__(what)


def measured(name: str, part: ModuleType, folder: Path) -> Result:
    """Measure a part, and keep each figure in a folder; a part that breaks off keeps what it had, with the reason."""
    started = time.monotonic()
    result = Result(name, at=datetime.now(UTC).isoformat(timespec="seconds"), machine=description(""))
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, Room(Path(place)) as room:
            for figure in part.measure(room):
                result = replace(result.with_figure(figure), seconds=time.monotonic() - started)
                result.write(folder)
    except (Exception, OverdueError, KeyboardInterrupt) as error:
        traceback.print_exc()
        result = replace(result, failed=f"{type(error).__name__}: {error}")
    result = replace(result, seconds=time.monotonic() - started)
    result.write(folder)
    return result


def main(name: str, folder: str) -> int:
    """Measure; 0 when the part came to its end, whatever the figures are."""
    signal.signal(signal.SIGTERM, _overdue)
    signal.signal(signal.SIGALRM, _overdue)
    sys.unraisablehook = _unraisable
    logging.disable(logging.WARNING)
    return int(bool(measured(name, importlib.import_module(f"tests.trust.{name}"), Path(folder)).failed))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
