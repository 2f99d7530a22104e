"""The layer of this project beside its peers, in the same browser: `python -m tests.benchmarks.peers`.

The peers' files come from npm, into a cache that git ignores; a peer whose files cannot be had is named as not measured.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks import layer, rivals
from tests.benchmarks.figure import short, table
from tests.benchmarks.layer import MILLION, SEEDS, Ours
from tests.benchmarks.machine import description
from tests.benchmarks.rivals import Found
from tests.benchmarks.steps import STEPS, launched
from tests.browser.install import chromium_or_exit

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
SIZES = (SEEDS, 10_000, 100_000)
SHORT_STEPS, SHORT_RERUNS = 20, 2
HEAD = "| map | events | step JS median / p95 | main thread a step | frames/s | rerun | heap over an empty page | page, gzipped |"
LAST = " JS, times ours | time to the next picture, times ours |"
HOW = """Each map shows the same synthetic events (this layer at 385: the seeds) and moves a window of half the record to its end.
*step JS*: the call and the callbacks of the frame after it. *main thread*: with layout and painting, mean. *rerun*: from the click
to the other window on the screen, over Streamlit (mean of both ways); for this layer, a change of filter. *Time to the next picture*: from frame to
frame, or the rerun where a map needs one to show another window. A ratio compares with this layer at the nearest number of events that is
not smaller, so it favours the peer. Leaflet's peers draw on a canvas (`prefer_canvas`), deck.gl filters on the graphics side, plotly's
frames are made beforehand; all draw without tiles. WebGL is emulated here (no GPU): with a GPU, deck.gl and plotly are faster."""


def nearest(ours: list[Ours], n: int) -> Ours:
    """Return our figures at the smallest number of events that is not below n; the largest when there is none."""
    return next((one for one in sorted(ours, key=lambda one: one.n) if one.n >= n), max(ours, key=lambda one: one.n))


def ratio(theirs: float | None, ours: float) -> str:
    """Return how many times ours theirs is, or "" where nothing is known."""
    return "" if theirs is None or ours <= 0 else f"{short(theirs / ours)} ×"


def _cell(value: float | None, unit: str) -> str:
    return "" if value is None else f"{short(value)} {unit}"


def _line(name: str, n: int, found: Found | Ours, size: float | None) -> str:
    steps = found.walk
    cells = [name, f"{n:,}".replace(",", " ")]
    cells += [f"{short(steps.median)} / {short(steps.p95)} ms", f"{short(steps.main)} ms"] if steps else ["", ""]
    cells += [short(steps.per_second)] if steps else [""]
    cells += [_cell(found.rerun, "ms"), _cell(found.heap, "MB"), _cell(size, "bytes an event")]
    return f"| {' | '.join(cells)} |"


def comparison(ours: list[Ours], found: list[Found]) -> str:
    """Return the Markdown table of all maps, with ratios."""
    lines = [HEAD + LAST, "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
    lines += [_line("**this layer**", one.n, one, one.size) + " 1 | 1 |" for one in ours]
    for peer in found:
        if peer.why_not:
            continue
        base = nearest(ours, peer.n)
        step = ratio(peer.walk.median if peer.walk else None, base.walk.median)
        picture = ratio(peer.walk.frame if peer.walk else peer.rerun, base.walk.frame)
        lines.append(_line(peer.name, peer.n, peer, peer.size) + f" {step} | {picture} |")
    missing = [f"- {peer.name}, {peer.n:,} events: not measured: {peer.why_not}" for peer in found if peer.why_not]
    return "\n".join(lines + (["", *missing] if missing else []))


def plot(ours: list[Ours], found: list[Found], path: Path) -> None:
    """Draw time to the next picture over the number of events."""
    from matplotlib.figure import Figure as Picture

    series: dict[str, list[tuple[int, float]]] = {"this layer": [(one.n, one.walk.frame) for one in ours]}
    for peer in found:
        if not peer.why_not:
            series.setdefault(peer.name, []).append((peer.n, peer.walk.frame if peer.walk else peer.rerun))
    picture = Picture(figsize=(8, 4.2), dpi=110, layout="constrained")
    axes = picture.subplots()
    for (name, values), marker in zip(series.items(), "os^vDP*X", strict=False):
        ink = {"color": "#111111", "linewidth": 2.5, "zorder": 3} if name == "this layer" else {"linewidth": 1.2}
        axes.plot(*zip(*values, strict=True), marker=marker, label=name, **ink)
    axes.set(xscale="log", yscale="log", xlabel="events", ylabel="ms to the next picture (lower is better)")
    axes.axhline(1000 / 60, color="#888888", linewidth=0.8, linestyle=":")
    axes.annotate(
        "60 frames/s",
        (axes.get_xlim()[1], 1000 / 60),
        (-4, -11),
        textcoords="offset points",
        ha="right",
        color="#666666",
    )
    axes.grid(visible=True, which="major", linewidth=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    picture.legend(loc="outside right upper", frameon=False, fontsize=8)
    picture.savefig(path)


def document(machine: str, figures: str, compared: str, *, options: str = "") -> str:
    """Return docs/BENCHMARKS.md; ``options`` are those of the call."""
    return f"""# Benchmarks

Measured with `python -m tests.benchmarks.peers{options} --write`. {machine}

## This layer beside its peers
{HOW}

{compared}

![Time to the next picture over the number of events](benchmarks.png)

## This layer against its targets
{figures}
"""


def run(*, million: bool = False, quick: bool = False) -> tuple[list[Ours], list[Found], str, str]:
    """Measure, and return ours, the peers', the description of the machine, and the table of ours with targets."""
    logging.disable(logging.WARNING)
    steps = SHORT_STEPS if quick else STEPS
    before = os.getloadavg() if hasattr(os, "getloadavg") else ()
    with sync_playwright() as playwright:
        with launched(playwright, layer.LIMIT_S) as browser:
            machine = description(browser.version)
        ours = [layer.measure(playwright, n, steps=steps) for n in (*SIZES, *((MILLION,) if million else ()))]
        figures = [figure for one in ours for figure in one.figures] + layer.discs(playwright)
        found = rivals.measure(playwright, steps=steps, reruns=SHORT_RERUNS if quick else rivals.RERUNS, short=quick)
    if before:
        machine += (
            f" Load average {before[0]:.1f} before and {os.getloadavg()[0]:.1f} after: other work slows the figures."
        )
    return ours, found, machine, table(figures)


def main(argv: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.peers", description="Compare with other maps.")
    parser.add_argument("--million", action="store_true", help="this layer with 1 000 000 events too; takes minutes")
    parser.add_argument(
        "--short", action="store_true", help="fewer steps, peers at their largest number of events only"
    )
    parser.add_argument("--write", action="store_true", help="write docs/BENCHMARKS.md and docs/benchmarks.png")
    args = parser.parse_args(argv)
    chromium_or_exit("tests.benchmarks.peers")
    ours, found, machine, figures = run(million=args.million, quick=args.short)
    compared = comparison(ours, found)
    print(f"{machine}\n\n{compared}\n\n{figures}")
    if args.write:
        options = "".join(f" --{name}" for name in ("million", "short") if getattr(args, name))
        (DOCS / "BENCHMARKS.md").write_text(document(machine, figures, compared, options=options), encoding="utf-8")
        plot(ours, found, DOCS / "benchmarks.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
