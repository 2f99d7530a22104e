"""The legend: only what the picture shows, with counts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.path import Path

from dashboard.language import mark, tr
from dashboard.layers.glyphs import STATUSES, TYPES
from dashboard.layers.packing import COARSE
from dashboard.press import fonts
from dashboard.press.events import Drawn
from dashboard.press.glyph_paths import Glyphs, circle, moved
from dashboard.press.sheet import Sheet
from dashboard.words import distance, label

SHORT = {
    "gnss_interference": mark("GNSS interference"),
    "article_4": mark("Article 4"),
    "rules_of_engagement": mark("Rules of engagement"),
}
STATUS_WORDS = {
    "confirmed": mark("Confirmed by state"),
    "reported": mark("Reported only"),
    "disputed": mark("Disputed"),
    "retracted": mark("Retracted"),
}
SAMPLE = "aircraft_violation"
ROW = 1.42
"""Height of a row in heights of type."""


@dataclass(frozen=True)
class Entry:
    """One line of the legend: a mark that draws itself around a pixel, words, and a count or ""."""

    mark: Callable[[Sheet, float, float], None]
    words: str
    count: str = ""


def _glyph(kind: str, status: str, coarse: bool) -> Callable[[Sheet, float, float], None]:
    def mark(sheet: Sheet, x: float, y: float) -> None:
        glyphs = Glyphs(sheet)
        glyphs.add(x, y, kind, status, coarse=coarse, radius=5.4)
        glyphs.draw()

    return mark


def _dot(kind: str) -> Callable[[Sheet, float, float], None]:
    def mark(sheet: Sheet, x: float, y: float) -> None:
        glyphs = Glyphs(sheet)
        glyphs.dot(x, y, kind, 3.6)
        glyphs.draw()

    return mark


def _disc(sheet: Sheet, x: float, y: float) -> None:
    sheet.paths([moved(circle(7.5 * sheet.unit), x, y)], line=sheet.colours["muted"], width=1.0 * sheet.unit)


def _line(dash: tuple[float, ...] | None) -> Callable[[Sheet, float, float], None]:
    def mark(sheet: Sheet, x: float, y: float) -> None:
        reach = 8 * sheet.unit
        colour = sheet.colours["airspace"]
        sheet.paths([Path([(x - reach, y), (x + reach, y)])], line=colour, width=1.3 * sheet.unit, dash=dash)

    return mark


def _hatched(sheet: Sheet, x: float, y: float) -> None:
    a, b = 8 * sheet.unit, 5.5 * sheet.unit
    strokes = []
    for k in (-1, 0, 1):
        middle = x + k * 5.2 * sheet.unit
        strokes.append(Path([(max(x - a, middle - b), y + b), (min(x + a, middle + b), y - b)]))
    sheet.paths(strokes, line=sheet.colours["hatch"], width=1.0 * sheet.unit)
    sheet.box((x - a, y - b, x + a, y + b), line=sheet.colours["airspace"], width=1.0 * sheet.unit)


def _shade(colour: tuple[float, ...]) -> Callable[[Sheet, float, float], None]:
    def mark(sheet: Sheet, x: float, y: float) -> None:
        a = 6 * sheet.unit
        sheet.box((x - a, y - a, x + a, y + a), fill=colour)

    return mark


def entries(drawn: Drawn, areas: set[str]) -> tuple[list[Entry], list[Entry]]:
    """Return the entries for types (or classes of density) and for marks and lines."""
    inside = drawn.inside
    marks = []
    if drawn.density:
        bounds = drawn.density.bounds
        ranges = [
            f"{a}" if b - 1 == a else tr("{low} to {high}").format(low=a, high=b - 1) for a, b in pairwise(bounds)
        ]
        ranges.append(tr("{n} and more").format(n=bounds[-1]))
        across = distance(drawn.density.kilometres * 1000)
        first = [Entry(_shade(shade), words) for shade, words in zip(drawn.density.colours, ranges, strict=True)]
        first[0] = Entry(
            first[0].mark, tr("{n} events in a hexagon of {across}").format(n=first[0].words, across=across)
        )
    else:
        counts = inside["event_type"].value_counts()
        make = (lambda kind: _glyph(kind, "confirmed", False)) if drawn.glyphs else _dot
        first = [
            Entry(make(kind), tr(SHORT[kind]) if kind in SHORT else label("event_type", kind), f"{counts[kind]}")
            for kind in TYPES
            if kind in counts
        ]
    if drawn.glyphs:
        present = set(inside["status"])
        if len(present) > 1 or present - {"confirmed"}:
            marks += [Entry(_glyph(SAMPLE, s, False), tr(STATUS_WORDS[s])) for s in STATUSES if s in present]
        if inside["georeference_basis"].isin(COARSE).any():
            marks.append(Entry(_glyph(SAMPLE, "confirmed", True), tr("Region or country only")))
    if drawn.discs:
        marks.append(Entry(_disc, tr("Uncertainty, to scale")))
    if "limit" in areas:
        marks.append(Entry(_line(None), tr("12-nautical-mile limit")))
    if "occupied" in areas:
        marks.append(Entry(_hatched, tr("Annexed by Russia in 2014")))
    if "uncertain" in areas:
        marks.append(Entry(_line((3.4, 2.8)), tr("Line not agreed")))
    return first, marks


def card_entries(drawn: Drawn, areas: set[str], event: dict) -> tuple[list[Entry], list[Entry]]:
    """Return the entries of a card: the one event as it is drawn, and the lines on the map."""
    coarse = event["georeference_basis"] in COARSE
    words = f"{label('event_type', event['event_type'])}, {event['status_label'].lower()}"
    own = Entry(
        _glyph(event["event_type"], event["status"], coarse),
        tr("{what}, known to an area").format(what=words) if coarse else words,
    )
    lines = entries(Drawn(drawn.inside.iloc[:0], drawn.places, True, None, False), areas)[1]
    return [own, *lines], []


@dataclass
class Key:
    """The legend as a block: two groups, each in as many columns as there is room for.

    Attributes
    ----------
    groups : tuple of list of Entry
        Types; marks and lines.
    size : float
        Height of type in pixels.
    columns : int
        Columns at most.
    """

    groups: tuple[list[Entry], ...]
    size: float
    columns: int

    def _grid(self, group: list[Entry], width: float) -> tuple[int, int]:
        widest = max(fonts.width(f"{e.words}  {e.count}", self.size) for e in group) + 2.4 * self.size
        columns = max(1, min(self.columns, int(width // widest)))
        rows = math.ceil(len(group) / columns)
        return math.ceil(len(group) / rows), rows

    def height(self, width: float) -> float:
        """Return the height in pixels for a width in pixels."""
        rows = sum(self._grid(group, width)[1] for group in self.groups if group)
        gaps = 0.45 * self.size * max(0, sum(bool(group) for group in self.groups) - 1)
        return rows * ROW * self.size + gaps

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        for group in self.groups:
            if not group:
                continue
            columns, rows = self._grid(group, width)
            step = width / columns
            for k, entry in enumerate(group):
                left, middle = x + (k // rows) * step, y + (k % rows + 0.5) * ROW * self.size
                entry.mark(sheet, left + 0.72 * self.size, middle)
                start = left + 1.75 * self.size
                room = step - 2.1 * self.size - fonts.width(f"  {entry.count}", self.size)
                words = fonts.fit(entry.words, self.size, room)
                baseline = middle + 0.34 * self.size
                sheet.text(start, baseline, words, self.size)
                if entry.count:
                    at = start + fonts.width(words, self.size) + 0.4 * self.size
                    sheet.text(at, baseline, entry.count, self.size, colour=sheet.colours["muted"])
            y += rows * ROW * self.size + 0.45 * self.size
