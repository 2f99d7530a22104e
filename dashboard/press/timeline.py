"""The strip of time: all recorded events that match, the period in full colour."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from matplotlib.path import Path

from dashboard.language import tr, trn
from dashboard.layers.palette import CATEGORIES
from dashboard.press import fonts
from dashboard.press.sheet import Sheet
from incidents import Filter, Package, filter_events
from incidents.filter import day_bounds

HEIGHT = 74.0
"""In units."""
THINNEST = 2.6
"""Units a bar is wide at least."""
TYPE, LINE = 12.5, 14.5
"""Height of the type and of a line of it, in units."""


@dataclass
class Timeline:
    """Bars a month or longer, stacked by category, with years below.

    Attributes
    ----------
    package : Package
        All recorded events.
    view : Filter
        The filter with its period.
    unit : float
        Pixels a unit.
    """

    package: Package
    view: Filter
    unit: float

    def height(self, width: float) -> float:  # noqa: ARG002 - a block
        """Return the height in pixels."""
        return HEIGHT * self.unit if len(self.package.events) else 0.0

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        bounds = day_bounds(self.package.events)
        if bounds is None:
            return
        unit, axis = self.unit, y + (HEIGHT - 18) * self.unit
        first, last = bounds[0].replace(day=1), bounds[1]
        days = (last - first).days + 1
        at = lambda day: x + width * (day - first).days / days  # noqa: E731 - one line, one use
        edges = _edges(first, last, max(1, int(np.ceil(THINNEST * unit * days / 30.4 / width))))
        rows = filter_events(self.package, self.view.replace(period=(None, None), event=""))
        chosen = filter_events(self.package, self.view.replace(event=""))
        counts = _counts(rows, edges)
        most = max(1, int(counts.sum(axis=0).max()))
        lines = fonts.wrap(_words(edges, most if len(rows) else 0), TYPE * unit, width)
        # A language with longer words takes a second line, from the bars.
        tall = axis - y - (13 + LINE * (len(lines) - 1)) * unit
        inside = _counts(chosen, edges)
        colours = sheet.colours
        for table, palette in ((counts, [colours["line"]] * len(CATEGORIES)), (inside, colours["categories"])):
            base = np.full(len(edges) - 1, axis)
            for row, colour in zip(table, palette, strict=True):
                bars = []
                for k in np.flatnonzero(row):
                    left, right = at(edges[k]) + 0.3 * unit, at(min(edges[k + 1], last + timedelta(1))) - 0.3 * unit
                    top = base[k] - tall * row[k] / most
                    bars.append(Path([(left, base[k]), (left, top), (right, top), (right, base[k]), (left, base[k])]))
                    base[k] = top
                if bars:
                    sheet.paths(bars, fill=colour)
        sheet.rule(x, axis, x + width, axis, colour=colours["muted"], width=0.8)
        self._years(sheet, x, axis, width, first, last, at)
        self._period(sheet, axis, first, last, at)
        for k, words in enumerate(lines):
            sheet.text(x, y + (9 + LINE * k) * unit, words, TYPE * unit, colour=colours["muted"])

    def _years(self, sheet, x, axis, width, first, last, at) -> None:
        unit = self.unit
        step = max(1, math.ceil(34 * unit * (last - first).days / 365.25 / width))
        for year in range(first.year, last.year + 1):
            left = at(max(first, date(year, 1, 1)))
            sheet.rule(left, axis, left, axis + 4 * unit, colour=sheet.colours["muted"], width=0.8)
            # The last year has little room to its right: its number ends where the strip does.
            start = min(left, x + width - 26 * unit)
            if (year - first.year) % step == 0 and left - start < 16 * unit:
                sheet.text(start, axis + 15 * unit, str(year), TYPE * unit, colour=sheet.colours["muted"])

    def _period(self, sheet, axis, first, last, at) -> None:
        if not self.view.has_period:
            return
        start, end = self.view.period
        left = at(max(first, min(start or first, last)))
        right = max(left + 2 * self.unit, at(max(first, min((end or last), last)) + timedelta(1)))
        unit, accent = self.unit, sheet.colours["accent"]
        sheet.box((left, axis, right, axis + 3.5 * unit), fill=accent)


def _words(edges: list[date], most: int) -> str:
    """Return what the strip shows, and how many events its highest bar holds (0: there are none)."""
    if not most:
        return tr("No recorded event matches, at any time")
    months = (edges[1].year - edges[0].year) * 12 + edges[1].month - edges[0].month
    return trn(
        "Recorded per month, incidents orange; highest bar {most}",
        "Recorded per {n} months, incidents orange; highest bar {most}",
        months,
    ).format(n=months, most=most)


def _edges(first: date, last: date, months: int) -> list[date]:
    edges, k = [], 0
    while not edges or edges[-1] <= last:
        month = first.month - 1 + k
        edges.append(date(first.year + month // 12, month % 12 + 1, 1))
        k += months
    return edges


def _counts(events: pd.DataFrame, edges: list[date]) -> np.ndarray:
    """Return the number of events that begin between edges, shape (categories, bins)."""
    bins = np.array(edges, dtype="datetime64[s]")
    times = events["earliest"].dt.tz_localize(None).to_numpy().astype("datetime64[s]")
    which = np.clip(np.searchsorted(bins, times, side="right") - 1, 0, len(edges) - 2)
    rows = [
        np.bincount(which[(events["category"] == name).to_numpy()], minlength=len(edges) - 1) for name in CATEGORIES
    ]
    return np.array(rows)
