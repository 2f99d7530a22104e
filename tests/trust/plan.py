"""Which part is measured when: two lanes at the same time for what is counted, one after the other for what is timed."""

from __future__ import annotations

import importlib
import os
import pkgutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import tests.trust
from tests.server import ROOT
from tests.trust.result import Result, read

LONGEST_MIN = 30
LANES = ("browser", "server")
"""Parts with figures that a busy machine does not change: two are measured at the same time, one of them mostly in a browser, the other mostly in a server."""
ALONE = "alone"
LAST_WORDS_S = 30
"""Seconds for a part that was told to stop, to end its servers."""


@dataclass(frozen=True)
class Part:
    """One part.

    Attributes
    ----------
    name : str
        Name of its module.
    lane : str
        ``browser`` or ``server``, or ``alone`` when nothing else may run.
    budget_s : float
        Seconds that it may take; what it had until then is kept.
    """

    name: str
    lane: str
    budget_s: float


def parts() -> dict[str, Part]:
    """Return the modules of this package that have a function `measure`, with their LANE and BUDGET_S."""
    names = [each.name for each in pkgutil.iter_modules(tests.trust.__path__)]
    names = [name for name in sorted(names) if name != "__main__" and not name.startswith("test_")]
    modules = {name: importlib.import_module(f"tests.trust.{name}") for name in names}
    return {
        name: Part(name, module.LANE, module.BUDGET_S)
        for name, module in modules.items()
        if callable(getattr(module, "measure", None))
    }


def longest_min(found: Iterable[Part]) -> float:
    """Return the minutes that parts take when each of them uses up its time."""
    found = list(found)
    beside = max(sum(part.budget_s for part in found if part.lane == lane) for lane in LANES)
    return (beside + sum(part.budget_s for part in found if part.lane == ALONE)) / 60


def run(part: Part, folder: Path, *, budget_s: float | None = None) -> Result:
    """Measure a part in a process of its own and return what it kept; beyond its time it is told to stop, then killed."""
    (folder / f"{part.name}.json").unlink(missing_ok=True)
    started = time.monotonic()
    command = [sys.executable, "-m", "tests.trust.one", part.name, str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    try:
        process.wait(part.budget_s if budget_s is None else budget_s)
    except subprocess.TimeoutExpired:
        process.terminate()
        try:
            process.wait(LAST_WORDS_S)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    result = read(folder, part.name) or Result(part.name)
    if process.returncode and not result.failed:
        result = replace(
            result,
            failed=f"its process ended with status {process.returncode}",
            seconds=time.monotonic() - started,
        )
        result.write(folder)
    verdict = "reached" if result.reached else result.failed or "not all reached"
    print(f"{part.name}: {result.seconds:.0f} s, {verdict}", file=sys.stderr, flush=True)
    return result


def run_all(found: Iterable[Part], folder: Path) -> list[Result]:
    """Measure parts: the lanes at the same time, then those that must be alone; in the order of their names."""
    found = list(found)

    def lane(name: str) -> list[Result]:
        return [run(part, folder) for part in found if part.lane == name]

    with ThreadPoolExecutor(len(LANES)) as threads:
        results = [result for lot in threads.map(lane, LANES) for result in lot]
    results += lane(ALONE)
    return sorted(results, key=lambda result: result.part)
