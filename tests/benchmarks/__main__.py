"""Print the figures: `python -m tests.benchmarks` (or `make bench`)."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import logging
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks import answers, first_view, peers, sizes
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.machine import description
from tests.benchmarks.slider import slider
from tests.benchmarks.synthesise import synthesise
from tests.browser.install import chromium_or_exit
from tests.browser.opened import ARGUMENTS
from tests.server import Server

GEODATA = "tests.benchmarks.geodata_speed"


def geodata() -> list[Figure]:
    """Return the figures of geodata, when they are there."""
    if importlib.util.find_spec(GEODATA) is None:
        return []
    rows = importlib.import_module(GEODATA).figures()
    return [row if isinstance(row, Figure) else Figure(*row) for row in rows]


def main(argv: list[str] | None = None) -> int:
    """Measure everything and print it; always 0 once measured, because a busy machine is no fault of the code."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure speed and size.")
    parser.add_argument("--events", metavar="N", type=int, help="measure the slider with N synthetic events as well")
    parser.add_argument("--no-peers", action="store_true", help="leave out the short comparison with other maps")
    parser.add_argument("--million", action="store_true", help="the comparison has a million events for this layer too")
    args = parser.parse_args(argv)
    logging.disable(logging.WARNING)
    path = chromium_or_exit("tests.benchmarks")
    figures: list[Figure] = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        machine = description(browser.version)
        figures += first_view.from_the_command(browser)
        server = Server(log=Path(folder) / "log.txt").start()
        try:
            figures += first_view.over_a_bare_page(browser, server)
            figures += slider(browser, server)
            figures += answers.filter_change(browser, server)
            figures += answers.click_to_panel(browser, server)
            figures += sizes.first_load(browser, server)
        finally:
            server.stop()
        if args.events:
            data = synthesise(args.events, Path(folder) / "package")
            server = Server(log=Path(folder) / "log2.txt", data=data).start()
            try:
                server.wait("/api/healthz")
                figures += slider(browser, server, name=f"{args.events:,} events: ".replace(",", " "), binding=False)
            finally:
                server.stop()
        browser.close()
    figures += sizes.sizes()
    figures += geodata()
    print(f"{machine}\n\n{table(figures)}", flush=True)
    if not args.no_peers:
        ours, found, machine, bounds = peers.run(quick=True, million=args.million)
        print(f"\n{machine}\n\n{peers.comparison(ours, found)}\n\n{bounds}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
