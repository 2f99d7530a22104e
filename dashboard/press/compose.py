"""Puts heading, map, legend, timeline and credits together; type shrinks a little where there is much to say."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.language import tr
from dashboard.press.blocks import Block, Gap, Paragraph, draw_blocks, total_height
from dashboard.press.claims import Claims, Facts, facts
from dashboard.press.content import HOW_TO_READ, Content
from dashboard.press.events import Drawn
from dashboard.press.key import Key, card_entries, entries
from dashboard.press.map_part import draw_map, trial_of, view_for
from dashboard.press.numbered import Numbered, draw_numbers
from dashboard.press.qr import CREDIT_QR, draw_qr
from dashboard.press.sheet import Box, Sheet
from dashboard.press.timeline import Timeline
from dashboard.press.view import View

SMALLEST_MAP = 0.42
"""Share of the height for the map where text is above and below."""
SHRINK = (1.0, 0.95, 0.9, 0.85, 0.8)
AREAS = frozenset({"limit", "occupied", "uncertain"})
"""What the legend may have to explain, before the map is drawn."""


@dataclass
class Composition:
    """One picture in the making.

    Attributes
    ----------
    sheet : Sheet
        The paper.
    content : Content
        The words.
    """

    sheet: Sheet
    content: Content

    def draw(self) -> None:
        """Draw everything."""
        size, sheet = self.content.picture.size, self.sheet
        margin = size.margin
        credit = Paragraph(self.content.credits, 12.8 * sheet.unit, colour="muted", most=9)
        qr = CREDIT_QR * sheet.unit if self.content.picture.qr else 0.0
        room = sheet.width - 2 * margin - (qr + margin * 0.6 if qr else 0)
        strip = max(credit.height(room), qr) + margin * 0.9
        foot = sheet.height - strip
        if size.side:
            column = sheet.width * size.side
            frame = (column, 0.0, sheet.width, foot)
            self._beside(frame, (margin, margin * 0.85, column - margin * 0.7, foot - margin * 0.2))
        else:
            self._stacked(foot)
        credit.draw(sheet, margin, foot + margin * 0.35, room)
        if qr:
            draw_qr(sheet, self.content.link, (sheet.width - margin - qr, foot + margin * 0.3), qr)

    # ---- text ------------------------------------------------------------------------------------------------------
    def _heading(self, factor: float) -> list[Block]:
        content, unit = self.content, self.sheet.unit
        long = len(content.title)
        title = (33 if long <= 45 else 28 if long <= 80 else 24 if long <= 120 else 21) * unit * (0.5 + factor / 2)
        blocks: list[Block] = []
        if content.event and not content.picture.title:
            kicker = f"{content.event['type_label']} · {content.event['category_label']}"
            blocks = [Paragraph(kicker, 15 * unit, colour="accent"), Gap(2 * unit)]
        blocks += [Paragraph(content.title, title, face="semibold", leading=1.1, balanced=True), Gap(7 * unit * factor)]
        if content.subtitle:
            blocks += [
                Paragraph(content.subtitle, 16.5 * unit * factor, colour="muted", most=8),
                Gap(5 * unit * factor),
            ]
        return blocks

    def _counts(self, factor: float, drawn: Drawn) -> list[Block]:
        content, unit = self.content, self.sheet.unit
        outside = content.n - len(drawn.inside)
        blocks: list[Block] = [Paragraph(content.count, 18 * unit * factor, face="semibold")]
        words = [tr("Filter: {filter}.").format(filter=content.filter_words)] if content.view.is_active else []
        words += [f"{content.categories}."] if content.n else []
        beyond = tr("{n} of them outside this map.")
        words += [beyond.format(n=outside)] if outside else []
        return [
            *blocks,
            Paragraph(" ".join(words), 14.5 * unit * factor, colour="muted", most=6),
            Gap(8 * unit * factor),
        ]

    def _below(self, factor: float, drawn: Drawn, areas: set[str], room: float) -> list[Block]:
        """Return what stands under the heading, or under the map, for a height in pixels."""
        content, unit = self.content, self.sheet.unit
        if content.event:
            return self._card(factor, drawn, areas, room)
        size = 14 * unit * factor
        blocks = [*self._counts(factor, drawn), Key(entries(drawn, areas), size, 3)]
        tail: list[Block] = [Gap(10 * unit * factor), Timeline(content.package, content.view, unit)]
        if content.picture.numbered and len(drawn.inside) and drawn.glyphs:
            left = room - total_height([*blocks, *tail], self._width) - 8 * unit * factor
            blocks += [Gap(8 * unit * factor), Numbered(drawn.inside, size, left)]
        elif drawn.glyphs and len(drawn.inside):
            blocks += [Gap(6 * unit * factor), Paragraph(tr(HOW_TO_READ), 13 * unit * factor, colour="muted")]
        return [*blocks, *tail]

    def _card(self, factor: float, drawn: Drawn, areas: set[str], room: float) -> list[Block]:
        content, unit = self.content, self.sheet.unit
        gap = Gap(8 * unit * factor)
        legend = Key(card_entries(drawn, areas, content.event), 14 * unit * factor, 3)
        fixed: list[Block] = [Facts(facts(content.event), 15 * unit * factor), gap]
        tail: list[Block] = [gap, legend, gap, Paragraph(self._context, 14 * unit * factor, colour="muted", most=4)]
        left = room - total_height([*fixed, *tail], self._width)
        return [*fixed, Claims(content.event["claims"], 15 * unit * factor, left), *tail]

    @property
    def _context(self) -> str:
        """What else is on the map of a card."""
        content = self.content
        if not content.view.is_active:
            return tr("One of {total} recorded events.").format(total=content.total)
        return tr("Dots: other events of the view, {count}. Filter: {filter}.").format(
            count=content.count, filter=content.filter_words
        )

    # ---- arrangements ----------------------------------------------------------------------------------------------
    def _beside(self, frame: Box, column: Box) -> None:
        x, y, right, bottom = column
        self._width = right - x
        view = view_for(self.content, self.sheet, frame)
        drawn, areas = draw_map(self.sheet, view, self.content)
        for factor in SHRINK[3:] if self.content.picture.numbered else SHRINK:
            head = self._heading(factor)
            room = bottom - y - total_height(head, self._width)
            body = self._below(factor, drawn, areas, room)
            if total_height(body, self._width) <= room:
                break
        end = draw_blocks(head, self.sheet, x, y, self._width)
        timeline = body[-1] if isinstance(body[-1], Timeline) else None
        if timeline is not None:
            timeline.draw(self.sheet, x, bottom - timeline.height(self._width), self._width)
            body = body[:-1]
        draw_blocks(body, self.sheet, x, end, self._width)
        self._numbers(view, body)

    def _stacked(self, foot: float) -> None:
        size, sheet = self.content.picture.size, self.sheet
        margin = size.margin
        self._width = sheet.width - 2 * margin
        for factor in SHRINK:
            head = self._heading(factor)
            top = margin * 0.9 + total_height(head, self._width) + margin * 0.2
            room = foot - top - sheet.height * SMALLEST_MAP - margin * 1.1
            trial = view_for(self.content, self.sheet, (0.0, top, sheet.width, top + sheet.height * SMALLEST_MAP))
            drawn = trial_of(trial, self.content)
            body = self._below(factor, drawn, AREAS, room)
            if total_height(body, self._width) <= room:
                break
        tall = total_height(body, self._width)
        frame = (0.0, top, sheet.width, foot - tall - margin * 0.9)
        view = view_for(self.content, self.sheet, frame)
        drawn, areas = draw_map(self.sheet, view, self.content)
        body = self._below(factor, drawn, areas, tall)
        draw_blocks(head, sheet, margin, margin * 0.9, self._width)
        draw_blocks(body, sheet, margin, frame[3] + margin * 0.6, self._width)
        self._numbers(view, body)

    # ---- map ---------------------------------------------------------------------------------------------------------
    def _numbers(self, view: View, body: list[Block]) -> None:
        for block in body:
            if isinstance(block, Numbered):
                draw_numbers(self.sheet, view, block.rows(self._width))
