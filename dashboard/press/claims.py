"""The card of one event: when, where, how sure, and who says what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.language import mark, tr, trn
from dashboard.press import fonts
from dashboard.press.blocks import LEADING
from dashboard.press.direction import joined
from dashboard.press.sheet import Sheet
from incidents.story import sides
from incidents.story.contradictions import ASSERTING, DENYING

WORTH = 3
"""Lines of one claim at most."""
HEADING, MORE = 1.7, 1.5
"""Heights of the heading and of the line about further claims, in heights of type."""


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


@dataclass(frozen=True)
class Item:
    """One claim as it is set: who, how they speak, the lines of what they say."""

    party: str
    stance: str
    lines: list[str]

    @property
    def tall(self) -> float:
        """Its height in heights of type."""
        return LEADING * (bool(self.party) + len(self.lines)) + 0.4


@dataclass
class Claims:
    """Claims as a block, as many as fit a height: both sides first, and both whatever the height.

    Where room is short their words are cut to fewer lines, in the end to who says so and who denies it.

    Attributes
    ----------
    claims : list of dict
        As `dashboard.record.record` gives them.
    size : float
        Height of type in pixels.
    room : float
        Pixels that may be used.
    """

    claims: list[dict[str, Any]]
    size: float
    room: float

    @cached_property
    def _leading(self) -> list[dict[str, Any]]:
        """The first claim of those who say so and of those who deny it, from two parties where the record has two."""
        saying, denying = sides({"party": claim["code"], "stance": claim["stance"]} for claim in self.claims)
        denials = [claim for claim in self.claims if claim["stance"] == DENYING]
        said = [claim for claim in self.claims if claim["stance"] in ASSERTING]
        said = [claim for claim in said if not denying or claim["code"] in saying]
        said.sort(key=lambda claim: ASSERTING.index(claim["stance"]))
        return said[:1] + denials[:1]

    @cached_property
    def _ordered(self) -> list[dict[str, Any]]:
        ids = {claim["claim_id"] for claim in self._leading}
        return self._leading + [claim for claim in self.claims if claim["claim_id"] not in ids]

    def _item(self, claim: dict[str, Any], width: float, most: int) -> Item:
        if not most:
            denies = trn("{who} denies it or part of it", "{who} deny it or part of it", 1)
            words = denies if claim["stance"] == DENYING else trn("{who} says so", "{who} say so", 1)
            return Item("", "", [fonts.fit(words.format(who=claim["party"]) + ".", self.size, width)])
        lines = fonts.wrap(claim["text"], self.size, width)
        if len(lines) > most:
            lines = [*lines[: most - 1], fonts.fit(joined(lines[most - 1 :]), self.size, width)]
        return Item(claim["party"], claim["stance_label"], lines)

    def _filled(self, width: float, most: int) -> list[Item]:
        """Return the items that have room when each may have some lines; none: only the sides, in short."""
        items: list[Item] = []
        used = HEADING
        for claim in self._ordered if most else self._leading:
            item = self._item(claim, width, most)
            tail = MORE if len(items) + 1 < len(self.claims) else 0
            if used + item.tall + tail > self.room / self.size:
                break
            items.append(item)
            used += item.tall
        return items

    def both_sides(self, width: float, most: int = WORTH) -> bool:
        """Tell whether both sides have room in a width of pixels, each with so many lines."""
        return len(self._filled(width, most)) >= len(self._leading)

    def items(self, width: float) -> list[Item]:
        """Return what is set in a width of pixels."""
        most = next((most for most in range(WORTH, 0, -1) if self.both_sides(width, most)), 0)
        return self._filled(width, most) if most else [self._item(claim, width, 0) for claim in self._leading]

    def height(self, width: float) -> float:
        """Return the height in pixels for a width in pixels."""
        items = self.items(width)
        return (
            HEADING + sum(item.tall for item in items) + (MORE if len(items) < len(self.claims) or not items else 0)
        ) * self.size

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draw with the upper left corner at (x, y)."""
        size, muted, items = self.size, sheet.colours["muted"], self.items(width)
        sheet.text(x, y + 1.15 * size, tr("Who says what"), size, face="semibold")
        y += HEADING * size
        for item in items:
            if item.party:
                sheet.text(x, y + 0.95 * size, item.party, size, face="semibold")
                after = x + fonts.width(item.party, size, "semibold") + 0.3 * size
                sheet.text(after, y + 0.95 * size, item.stance, size, colour=sheet.colours["accent"])
            for row, line in enumerate(item.lines, bool(item.party)):
                sheet.text(x, y + (0.95 + row * LEADING) * size, line, size)
            y += item.tall * size
        left = len(self.claims) - len(items)
        if not self.claims:
            sheet.text(x, y + size, tr("No claims are recorded for this event."), size, colour=muted)
        elif left:
            more = trn("{n} more claim in the record.", "{n} more claims in the record.", left).format(n=left)
            sheet.text(x, y + size, more, size, colour=muted)
