"""Where on the paper text, map and credits of a picture have room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.press.blocks import Block, Paragraph, total_height
from dashboard.press.content import Content
from dashboard.press.qr import CREDIT_QR, draw_qr
from dashboard.press.sheet import Box, Sheet

SMALLEST_MAP = 0.42
"""Share of the height for the map where text is above and below."""


@dataclass
class Measures:
    """The measures of one picture, in pixels.

    Attributes
    ----------
    sheet : Sheet
        The paper.
    content : Content
        The words.
    """

    sheet: Sheet
    content: Content

    @cached_property
    def _credit(self) -> Paragraph:
        return Paragraph(self.content.credits, 12.8 * self.sheet.unit, colour="muted", most=9)

    @property
    def _margin(self) -> float:
        return self.content.picture.size.margin

    @property
    def _qr(self) -> float:
        return CREDIT_QR * self.sheet.unit if self.content.picture.qr else 0.0

    @property
    def _credit_width(self) -> float:
        return self.sheet.width - 2 * self._margin - (self._qr + self._margin * 0.6 if self._qr else 0)

    @cached_property
    def foot(self) -> float:
        """Where map and text end and the credits begin."""
        return self.sheet.height - max(self._credit.height(self._credit_width), self._qr) - self._margin * 0.9

    @property
    def width(self) -> float:
        """Width of the text."""
        side = self.content.picture.size.side
        return self.sheet.width * side - 1.7 * self._margin if side else self.sheet.width - 2 * self._margin

    def frame(self, head: list[Block]) -> Box:
        """Return the frame of the map: its column, or the smallest one below a heading."""
        sheet, side = self.sheet, self.content.picture.size.side
        if side:
            return sheet.width * side, 0.0, sheet.width, self.foot
        top = self._margin * 1.1 + total_height(head, self.width)
        return 0.0, top, sheet.width, top + sheet.height * SMALLEST_MAP

    def room(self, head: list[Block]) -> float:
        """Return the height that is left for text when a heading stands."""
        if self.content.picture.size.side:
            return self.foot - self._margin * 1.05 - total_height(head, self.width)
        return self.foot - self._margin * 1.1 - self.frame(head)[3]

    def draw_foot(self) -> None:
        """Draw the credits, and the permalink as a QR code where the picture has one."""
        sheet, margin, qr = self.sheet, self._margin, self._qr
        self._credit.draw(sheet, margin, self.foot + margin * 0.35, self._credit_width)
        if qr:
            draw_qr(sheet, self.content.link, (sheet.width - margin - qr, self.foot + margin * 0.3), qr)
