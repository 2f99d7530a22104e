"""Measure the figures of trust and print them: `make trust`, or `python -m tests.trust [PART …]`."""

from __future__ import annotations

import argparse
import importlib
import logging
import pkgutil
import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import ModuleType

import tests.trust
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.machine import description
from tests.trust.room import Room

LONGEST_MIN = 30


def parts() -> dict[str, ModuleType]:
    """Return the modules of this package that have a function `measure`, by their names."""
    names = [each.name for each in pkgutil.iter_modules(tests.trust.__path__)]
    names = [name for name in sorted(names) if name != "__main__" and not name.startswith("test_")]
    modules = {name: importlib.import_module(f"tests.trust.{name}") for name in names}
    return {name: module for name, module in modules.items() if callable(getattr(module, "measure", None))}


def measured(name: str, part: ModuleType) -> list[Figure]:
    """Return the figures of one part; a part that breaks off is a figure that is not reached, with the reason on standard error."""
    started = time.monotonic()
    print(f"{name} …", end="", file=sys.stderr, flush=True)
    try:
        with tempfile.TemporaryDirectory() as folder, Room(Path(folder)) as room:
            figures = part.measure(room)
    except Exception:
        traceback.print_exc()
        figures = [Figure(f"{name}: broke off before it was measured", 1, "times", 0)]
    print(f" {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return figures


def main(argv: list[str] | None = None) -> int:
    """Measure all parts, or those that are named; 0 once measured, because the table says what was not reached."""
    found = parts()
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description="Measure the figures of trust.")
    parser.add_argument("part", nargs="*", metavar="PART", help=f"one of {', '.join(found)}; default: all")
    args = parser.parse_args(argv)
    if strange := sorted(set(args.part) - set(found)):
        parser.error(f"{', '.join(strange)}: no such part; there are {', '.join(found)}")
    logging.disable(logging.WARNING)
    started = time.monotonic()
    figures = [
        figure for name, part in found.items() if not args.part or name in args.part for figure in measured(name, part)
    ]
    minutes = (time.monotonic() - started) / 60
    figures.append(Figure("all of this took", minutes, "min", None if args.part else LONGEST_MIN))
    print(f"{description('')}\n\n{table(figures)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
