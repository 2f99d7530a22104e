"""A picture of the supply lines, from data to bytes."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.path import Path

from dashboard.language import tr
from dashboard.layers.flow_style import CLASSES, DASHES, group_of
from dashboard.layers.text import SUPPLY_TEXT
from dashboard.press.base import draw_land
from dashboard.press.blocks import Block, Gap, Paragraph, draw_blocks, total_height
from dashboard.press.drawing import drawn_in_turn
from dashboard.press.flow_lines import FlowLines, dashes
from dashboard.press.flow_picture import FlowPicture, line_words, short_words
from dashboard.press.furniture import draw_scale, scale_box
from dashboard.press.key import Entry, Key
from dashboard.press.names import Names
from dashboard.press.picture import Picture
from dashboard.press.save import save
from dashboard.press.sheet import Box, Sheet
from dashboard.press.view import View, projection, transformer
from dashboard.words import label
from incidents import Package

GROUPS, WIDTHS = SUPPLY_TEXT["groups"], SUPPLY_TEXT["widths"]
NEAREST = 2.0e6
"""Metres that the shorter side shows at least."""
SHARE = 0.5
"""Of the height for the map where text is above and below."""


def _view(shapes: dict[int, dict[str, Any]], frame: Box, pad: float) -> View:
    arcs = [np.array(shape["arc"]) for shape in shapes.values()] or [
        np.array([(25.0, 35.0), (140.0, 45.0), (80.0, 62.0)])
    ]
    points = np.vstack(arcs)
    ends = np.vstack([arc[[0, -1]] for arc in arcs])
    crs = projection(ends[:, 0], ends[:, 1])
    x, y = transformer(crs).transform(np.mod(points[:, 0] + 180, 360) - 180, points[:, 1])
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    scale = max(np.ptp(x) / (width - 2 * pad), np.ptp(y) / (height - 2 * pad), NEAREST / min(width, height))
    left = (x.min() + x.max()) / 2 - width * scale / 2
    return View(crs, left, (y.min() + y.max()) / 2 + height * scale / 2, scale, frame)


def _draw_map(sheet: Sheet, picture: FlowPicture, frame: Box) -> None:
    view = _view(picture.shapes, frame, 84 * sheet.unit)
    draw_land(sheet, view)
    lines = FlowLines(sheet, view, [scale_box(sheet, view)])
    points = lines.draw(picture.shapes)
    Names(sheet, view, points, lines.taken).draw()
    draw_scale(sheet, view)
    sheet.box(frame, line=sheet.colours["line"], width=sheet.unit)


def _sample(colour: str, width: float, dash: tuple[float, ...]) -> Any:
    def mark(sheet: Sheet, x: float, y: float) -> None:
        reach, unit = 10 * sheet.unit, sheet.unit
        line = sheet.colours["flows"].get(colour) or sheet.colours[colour]
        sheet.paths(
            [Path([(x - reach, y), (x + reach, y)])],
            line=line,
            width=width * unit,
            dash=dashes(tuple(d * 0.5 for d in dash), width * unit),
        )

    return mark


def _legend(picture: FlowPicture) -> tuple[list[Entry], list[Entry]]:
    groups = dict.fromkeys(group_of(row["category"]) for row in picture.rows)
    statuses = {row["status"] for row in picture.rows}
    kinds = [Entry(_sample(name, 3.2, ()), tr(GROUPS[name])) for name in GROUPS if name in groups]
    marks = [Entry(_sample("muted", 2.4, DASHES[s]), label("flow_status", s)) for s in DASHES if s in statuses]
    sizes = sorted({shape["size"] for shape in picture.shapes.values()})
    marks += [
        Entry(_sample("muted", CLASSES[k][1], ()), tr("Figure {range}").format(range=tr(WIDTHS[k]))) for k in sizes
    ]
    return kinds, marks


def _text(sheet: Sheet, picture: FlowPicture, width: float, room: float) -> list[Block]:
    """Return the blocks of the text: the list in smaller type, then in fewer words, then as many lines of it as there is room for, the first ones first."""
    unit = sheet.unit
    blocks: list[Block] = [Paragraph(picture.title, 30 * unit, face="semibold", leading=1.1), Gap(6 * unit)]
    if picture.subtitle:
        blocks += [Paragraph(picture.subtitle, 16.5 * unit, colour="muted", most=4), Gap(5 * unit)]
    blocks += [Paragraph(picture.count, 17 * unit, face="semibold"), Gap(6 * unit)]
    blocks += [Key(_legend(picture), 13 * unit, 2), Gap(8 * unit)]
    for told, size in ((told, size) for told in (line_words, short_words) for size in (14, 13, 12, 11, 10.5)):
        lines = [Paragraph(f"{row['number']}  {told(row)}", size * unit, most=3) for row in picture.rows]
        listed = [block for line in lines for block in (line, Gap(2 * unit))]
        if total_height([*blocks, *listed], width) <= room:
            return [*blocks, *listed]
    shortened = blocks
    for kept in range(len(lines) - 1, -1, -1):
        first, last = picture.rows[kept]["number"], picture.rows[-1]["number"]
        rest = tr("Lines {first} to {last}: at the address of this view, below.").format(first=first, last=last)
        shortened = [*blocks, *listed[: 2 * kept], Paragraph(rest, 12 * unit, colour="muted")]
        if total_height(shortened, width) <= room:
            break
    return shortened


@drawn_in_turn
def flow_image(package: Package, picture: Picture) -> bytes:
    """Return a picture of the supply lines as PNG, SVG or PDF, in the current language; the same package and picture give the same bytes.

    Parameters
    ----------
    package : Package
        The data.
    picture : Picture
        What is wanted; of its filter only the period is looked at.
    """
    words, size = FlowPicture(package, picture), picture.size
    sheet = Sheet(size.width, size.height, dpi=size.dpi, unit=size.unit, theme=picture.theme)
    margin = size.margin
    credit = Paragraph(words.credits, 12 * sheet.unit, colour="muted", most=9)
    foot = sheet.height - credit.height(sheet.width - 2 * margin) - margin * 0.9
    if size.side:
        column = sheet.width * size.side
        _draw_map(sheet, words, (column, 0.0, sheet.width, foot))
        width, top, room = column - 1.7 * margin, margin * 0.85, foot - margin
    else:
        top, width = sheet.height * SHARE + margin * 0.6, sheet.width - 2 * margin
        _draw_map(sheet, words, (0.0, 0.0, sheet.width, sheet.height * SHARE))
        room = foot - top
    draw_blocks(_text(sheet, words, width, room), sheet, margin, top, width)
    credit.draw(sheet, margin, foot + margin * 0.35, sheet.width - 2 * margin)
    return save(
        sheet, picture.format, title=words.title, description=words.alt_text, credits=words.credits, source=words.link
    )  # fmt: skip
