"""The card of one event: when, where, how sure, and who says what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.language import mark, tr, trn
from dashboard.press import fonts
from dashboard.press.blocks import LEADING
from dashboard.press.sheet import Sheet

STANCE_ORDER = ("asserts", "denies", "attributes", "clarifies", "announces", "condemns", "threatens")
WORTH = 3
"""Lines of one claim at most."""


def facts(event: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the facts that a card shows: when, where, attributed to, status."""
    found = dict(event["facts"])
    rows = []
    for term in map(tr, (mark("When"), mark("Where"), mark("Attributed to"), mark("Actor"), mark("Platform"))):
        if term in found:
            lines = found[term][:2] if term == tr("Where") else found[term][:1]
            rows.append((term, ". ".join(line.rstrip(".") for line in lines)))
    rows.append(
        (
            tr("Status"),
            f"{event['status_label']}: {event['status_text'][:1].lower()}{event['status_text'][1:].rstrip('.')}",
        )
    )
    return rows


@dataclass
class Facts:
    """Facts as a block: terms in a column of their own.

    Attributes
    ----------
    rows : list of (term, words)
        What to show.
    size : float
        Height of type in pixels.
    """

    rows: list[tuple[str, str]]
    size: float

    @property
    def _indent(self) -> float:
        return max(fonts.width(term, self.size) for term, _ in self.rows) + 0.8 * self.size

    def _lines(self, width: float) -> list[tuple[str, list[str]]]:
        return [(term, fonts.wrap(words, self.size, width - self._indent)) for term, words in self.rows]

    def height(self, width: float) -> float:
        """Return the height in pixels for a width in pixels."""
        return sum(len(lines) * LEADING + 0.22 for _, lines in self._lines(width)) * self.size

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        for term, lines in self._lines(width):
            sheet.text(x, y + 0.95 * self.size, term, self.size, colour=sheet.colours["muted"])
            for k, line in enumerate(lines):
                sheet.text(x + self._indent, y + (0.95 + k * LEADING) * self.size, line, self.size)
            y += (len(lines) * LEADING + 0.22) * self.size


@dataclass
class Claims:
    """Claims as a block, as many as fit a height: both sides first.

    Attributes
    ----------
    claims : list of dict
        As `dashboard.record.record` gives them.
    size : float
        Height of type in pixels.
    room : float
        Pixels that may be used.
    columns : int
        Columns.
    """

    claims: list[dict[str, Any]]
    size: float
    room: float
    columns: int = 1

    def _ordered(self) -> list[dict[str, Any]]:
        order = {stance: k for k, stance in enumerate(STANCE_ORDER)}
        first: dict[str, dict[str, Any]] = {}
        for claim in sorted(self.claims, key=lambda claim: order.get(claim["stance"], 9)):
            first.setdefault(claim["stance"], claim)
        leading = [first[stance] for stance in ("asserts", "denies") if stance in first]
        ids = {claim["claim_id"] for claim in leading}
        return leading + [claim for claim in self.claims if claim["claim_id"] not in ids]

    def _item(self, claim: dict[str, Any], width: float) -> tuple[str, list[str]]:
        head = f"{claim['party']} {claim['stance_label']}"
        lines = fonts.wrap(claim["text"], self.size, width)
        if len(lines) > WORTH:
            lines = [*lines[: WORTH - 1], fonts.fit(" ".join(lines[WORTH - 1 :]), self.size, width)]
        return head, lines

    def _layout(self, width: float) -> tuple[list[list[tuple[str, list[str]]]], int]:
        """Return the columns with their items, and how many claims were left out."""
        step = width / self.columns - (1.2 * self.size if self.columns > 1 else 0)
        tail = 1.5 * self.size
        columns: list[list[tuple[str, list[str]]]] = [[]]
        used = 1.7 * self.size
        shown = 0
        for claim in self._ordered():
            item = self._item(claim, step)
            tall = (LEADING * (1 + len(item[1])) + 0.4) * self.size
            if used + tall > self.room - tail and columns[-1]:
                if len(columns) == self.columns:
                    break
                columns.append([])
                used = 1.7 * self.size
            if used + tall > self.room:
                break
            columns[-1].append(item)
            used += tall
            shown += 1
        return columns, len(self.claims) - shown

    def height(self, width: float) -> float:
        """Return the height in pixels for a width in pixels."""
        columns, left = self._layout(width)
        tall = max(sum(LEADING * (1 + len(lines)) + 0.4 for _, lines in column) for column in columns)
        return (1.7 + tall + (1.5 if left or not self.claims else 0)) * self.size

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        columns, left = self._layout(width)
        size, muted = self.size, sheet.colours["muted"]
        sheet.text(x, y + 1.15 * size, tr("Who says what"), size, face="semibold")
        end = y + 1.7 * size
        for k, column in enumerate(columns):
            start, at = x + k * width / self.columns, y + 1.7 * size
            for head, lines in column:
                party, _, stance = head.rpartition(" ")
                sheet.text(start, at + 0.95 * size, party, size, face="semibold")
                after = start + fonts.width(party, size, "semibold") + 0.3 * size
                sheet.text(after, at + 0.95 * size, stance, size, colour=sheet.colours["accent"])
                for row, line in enumerate(lines):
                    sheet.text(start, at + (0.95 + (row + 1) * LEADING) * size, line, size)
                at += (LEADING * (1 + len(lines)) + 0.4) * size
            end = max(end, at)
        if not self.claims:
            sheet.text(x, end + size, tr("No claims are recorded for this event."), size, colour=muted)
        elif left:
            more = trn("{n} more claim in the record.", "{n} more claims in the record.", left).format(n=left)
            sheet.text(x, end + size, more, size, colour=muted)
