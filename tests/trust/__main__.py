"""Measure the figures of trust and print them: `make trust`, or `python -m tests.trust [PART …] [--write] [--kept]`."""

from __future__ import annotations

import argparse
import sys
import time

from tests.benchmarks.figure import Figure
from tests.benchmarks.machine import description
from tests.server import ROOT
from tests.trust import document
from tests.trust.plan import LONGEST_MIN, parts, run_all
from tests.trust.result import Result, read, table

KEPT = ROOT / ".cache" / "trust"


def main(argv: list[str] | None = None) -> int:
    """Measure all parts, or those that are named; 0 once measured, because the table says what was not reached."""
    found = parts()
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description="Measure the figures of trust.")
    parser.add_argument("part", nargs="*", metavar="PART", help=f"one of {', '.join(found)}; default: all")
    parser.add_argument("--write", action="store_true", help="write the tables of docs/TRUST.md from what was measured")
    parser.add_argument("--kept", action="store_true", help="measure nothing: print what was measured last")
    args = parser.parse_args(argv)
    if strange := sorted(set(args.part) - set(found)):
        parser.error(f"{', '.join(strange)}: no such part; there are {', '.join(found)}")
    wanted = [part for name, part in found.items() if not args.part or name in args.part]
    started = time.monotonic()
    if args.kept:
        results = [result for part in wanted if (result := read(KEPT, part.name))]
    else:
        results = run_all(wanted, KEPT)
        minutes = (time.monotonic() - started) / 60
        whole = Figure("all of this took", minutes, "min", None if args.part else LONGEST_MIN)
        if not args.part:
            Result("whole", (whole,), seconds=60 * minutes, at=results[0].at, machine=description("")).write(KEPT)
        results.append(Result("", (whole,)))
    print(f"{description('')}\n\n{table(results)}", flush=True)
    if args.write:
        kept = [result for part in wanted if (result := read(KEPT, part.name))]
        whole = read(KEPT, "whole")
        text = document.TRUST.read_text(encoding="utf-8")
        text = document.written(text, [*kept, *([whole] if whole and not args.part else [])])
        document.TRUST.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
