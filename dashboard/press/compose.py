"""Puts heading, map, legend, timeline and credits together; type shrinks a little where there is much to say."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.language import tr
from dashboard.press.blocks import Block, Gap, Paragraph, draw_blocks, total_height
from dashboard.press.claims import Claims, Facts, facts
from dashboard.press.content import HOW_TO_READ
from dashboard.press.events import Drawn
from dashboard.press.key import Key, card_entries, entries
from dashboard.press.map_part import draw_map, trial_of, view_for
from dashboard.press.measures import Measures
from dashboard.press.numbered import Numbered, draw_numbers
from dashboard.press.sheet import Box
from dashboard.press.timeline import Timeline
from dashboard.press.view import View

SHRINK = (1.0, 0.95, 0.9, 0.85, 0.8)
AREAS = frozenset({"limit", "occupied", "uncertain"})
"""What the legend may have to explain, before the map is drawn."""


class Composition(Measures):
    """One picture in the making."""

    def draw(self) -> None:
        """Draw everything."""
        if self.content.picture.size.side:
            self._beside()
        else:
            self._stacked()
        self.draw_foot()

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
            left = room - total_height([*blocks, *tail], self.width) - 8 * unit * factor
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
        left = room - total_height([*fixed, *tail], self.width)
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
    @property
    def _shrink(self) -> tuple[float, ...]:
        picture = self.content.picture
        return SHRINK[3:] if picture.size.side and picture.numbered else SHRINK

    def fitted(self, drawn_for: Callable[[Box], Drawn], areas: set[str]) -> tuple[float, list[Block], list[Block]]:
        """Return by how much type shrinks, the heading and what stands below it, so that all has room.

        Parameters
        ----------
        drawn_for : callable
            Returns what comes onto the map of a frame.
        areas : set of str
            Lines and areas that the legend explains.
        """
        for factor in self._shrink:
            head = self._heading(factor)
            room = self.room(head)
            body = self._below(factor, drawn_for(self.frame(head)), areas, room)
            whole = all(block.both_sides(self.width) for block in body if isinstance(block, Claims))
            if whole and total_height(body, self.width) <= room:
                break
        return factor, head, body

    def trial(self) -> tuple[float, list[Block], list[Block]]:
        """Return the same before the map is drawn, with all that its legend may have to explain."""
        return self.fitted(lambda frame: trial_of(view_for(self.content, self.sheet, frame), self.content), AREAS)

    def _beside(self) -> None:
        margin, frame = self.content.picture.size.margin, self.frame([])
        view = view_for(self.content, self.sheet, frame)
        drawn, areas = draw_map(self.sheet, view, self.content)
        _, head, body = self.fitted(lambda _: drawn, areas)
        end = draw_blocks(head, self.sheet, margin, margin * 0.85, self.width)
        timeline = body[-1] if isinstance(body[-1], Timeline) else None
        if timeline is not None:
            bottom = self.foot - margin * 0.2
            timeline.draw(self.sheet, margin, bottom - timeline.height(self.width), self.width)
            body = body[:-1]
        draw_blocks(body, self.sheet, margin, end, self.width)
        self._numbers(view, body)

    def _stacked(self) -> None:
        sheet, margin = self.sheet, self.content.picture.size.margin
        factor, head, body = self.trial()
        tall = total_height(body, self.width)
        frame = (0.0, self.frame(head)[1], sheet.width, self.foot - tall - margin * 0.9)
        view = view_for(self.content, sheet, frame)
        drawn, areas = draw_map(sheet, view, self.content)
        body = self._below(factor, drawn, areas, tall)
        draw_blocks(head, sheet, margin, margin * 0.9, self.width)
        draw_blocks(body, sheet, margin, frame[3] + margin * 0.6, self.width)
        self._numbers(view, body)

    # ---- map ---------------------------------------------------------------------------------------------------------
    def _numbers(self, view: View, body: list[Block]) -> None:
        for block in body:
            if isinstance(block, Numbered):
                draw_numbers(self.sheet, view, block.rows(self.width))
