"""What a picture of the supply lines says and which lines it shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from dashboard import language
from dashboard.filter_speech import period_words
from dashboard.flow_record import capital, flow_rows, period, quantity, status
from dashboard.flow_shapes import flow_shapes
from dashboard.language import mark, tr
from dashboard.layers.text import SUPPLY_TEXT
from dashboard.press.content import Content
from dashboard.press.permalink import shown_link
from dashboard.press.picture import Picture
from incidents import Filter, Package
from incidents.flows import flow_mask

GEODESIC = SUPPLY_TEXT["geodesic"]
TITLE = mark("Supply lines to Russia and to its war")
BOUNDARIES = mark(
    "Land: Natural Earth. Borders in Europe: derived from © OpenStreetMap contributors, ODbL. Crimea shown as Ukraine (UN GA 68/262)."
)


@dataclass(frozen=True, eq=False)
class FlowPicture:
    """The words and lines of one picture.

    Attributes
    ----------
    package : Package
        Where the lines come from.
    picture : Picture
        What is wanted: of its filter the period, size, theme, format, own title and subtitle, address.
    """

    package: Package
    picture: Picture

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The lines that the period touches."""
        mask = flow_mask(self.package.flows, self.picture.filter.period)
        return [row for row, on in zip(flow_rows(self.package), mask, strict=True) if on]

    @cached_property
    def shapes(self) -> dict[int, dict[str, Any]]:
        """How they are drawn, by number."""
        numbers = {row["number"] for row in self.rows}
        return {number: shape for number, shape in enumerate(flow_shapes(self.package), 1) if number in numbers}

    @property
    def count(self) -> str:
        """``n of N recorded supply lines``."""
        total = len(self.package.flows)
        return tr("{n} of {total} recorded supply lines").format(n=len(self.rows), total=total)

    @property
    def title(self) -> str:
        """Own title, or that of the screen."""
        return self.picture.title or tr(TITLE)

    @property
    def subtitle(self) -> str:
        """Own subtitle, or the period."""
        return self.picture.subtitle or capital(period_words(self.picture.filter.period))

    @property
    def link(self) -> str:
        """Address of the view."""
        query = urlencode([*Filter(period=self.picture.filter.period).to_params(), *language.params().items()])
        return f"{self.picture.url}/supply-lines" + (f"?{query}" if query else "")

    @property
    def credits(self) -> str:
        """Data, licence, how to read, boundaries and permalink."""
        note = tr("Figures are what sources report, each in its own unit and period, not to be added.")
        view = tr("View: {link}").format(link=shown_link(self.link))
        source = Content(self.package, self.picture).source
        return " ".join((source, note, tr(GEODESIC), tr(BOUNDARIES), view))

    @property
    def alt_text(self) -> str:
        """A description for those who do not see the picture."""
        lines = "; ".join(f"{row['number']}: {line_words(row)}" for row in self.rows)
        if not lines:
            return tr("Map with {count}: none covers any of these days.").format(count=self.count)
        return tr("Map with {count}. {lines}.").format(count=self.count, lines=lines)

    @property
    def caption(self) -> str:
        """A caption to print under the picture."""
        when = period_words(self.picture.filter.period) or tr("All dates").lower()
        return f"{self.title.rstrip('.')}. {self.count}; {when}. {self.credits}"


def line_words(row: dict[str, Any]) -> str:
    """Return one supply line in one sentence without a full stop."""
    return ", ".join(bit for bit in (capital(row["commodity"]), quantity(row), period(row), status(row).lower()) if bit)


def short_words(row: dict[str, Any]) -> str:
    """Return what a supply line carries and how sure that is: what must stand beside its number."""
    return f"{capital(row['commodity'])}, {status(row).lower()}"
