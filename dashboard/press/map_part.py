"""The map of a picture: everything inside its frame."""

from __future__ import annotations

import pandas as pd

from dashboard.language import tr
from dashboard.press.base import draw_airspace, draw_land
from dashboard.press.content import Content
from dashboard.press.events import DENSITY_FROM, DOTS_FROM, Drawn, draw_events, draw_highlight, draw_others, outline_of
from dashboard.press.furniture import draw_locator, draw_scale, locator_box, scale_box
from dashboard.press.names import Names
from dashboard.press.sheet import Box, Sheet
from dashboard.press.view import NARROWEST, View, view_of

CARD_SPAN = 4.5
"""Radii of uncertainty from the highlighted event to the edge of the map."""
WIDEST_CARD = 3e6
"""Metres that the shorter side of a card's map shows at most."""


def _row(content: Content) -> pd.DataFrame:
    return content.package.events.iloc[[content.package.place_of(content.event["event_id"])]]


def view_for(content: Content, sheet: Sheet, frame: Box) -> View:
    """Return the view that fits the events, or the highlighted one with its surroundings."""
    if not content.event:
        return view_of(content.events, frame, pad=34 * sheet.unit)
    row = _row(content)
    span = max(NARROWEST, 2 * CARD_SPAN * float(row["coordinate_uncertainty_m"].iloc[0]))
    return view_of(row, frame, pad=34 * sheet.unit, narrowest=min(span, WIDEST_CARD))


def trial_of(view: View, content: Content) -> Drawn:
    """Return what would come onto the map, without drawing: enough to measure the legend."""
    events = content.events
    places = view.place(events["longitude"].to_numpy(float), events["latitude"].to_numpy(float))
    n = len(events)
    return Drawn(events[view.holds(places)], places, n < DENSITY_FROM, None, n < DOTS_FROM)


def draw_map(sheet: Sheet, view: View, content: Content) -> tuple[Drawn, set[str]]:
    """Draw the map and return what came onto it, and which lines and areas are in view."""
    draw_land(sheet, view)
    areas = draw_airspace(sheet, view)
    events, row = content.events, None
    if content.event:
        row = _row(content)
        others = events["event_id"] != content.event["event_id"]
        events = events[others] if content.view.is_active else events.iloc[:0]
    shown = events if row is None else pd.concat([events, row])
    places = view.place(shown["longitude"].to_numpy(float), shown["latitude"].to_numpy(float))
    box, scale = locator_box(sheet, view, places), scale_box(sheet, view)
    dense = row is None and len(events) >= DENSITY_FROM
    if not dense:
        outline = outline_of(view, content.event) if content.event else None
        Names(sheet, view, places, [box, scale], outline).draw()
    if row is None:
        drawn = draw_events(sheet, view, events)
        if dense:  # hexagons cover whole countries: their names stand on top
            Names(sheet, view, places[:0], [box, scale]).draw()
    else:
        draw_others(sheet, view, places[:-1])
        draw_highlight(sheet, view, content.event)
        drawn = Drawn(row, places, True, None, True)
    draw_locator(sheet, view, box)
    draw_scale(sheet, view)
    sheet.box(view.frame, line=sheet.colours["line"], width=1.0 * sheet.unit)
    if not len(shown):
        _say_empty(sheet, view)
    return drawn, areas


def _say_empty(sheet: Sheet, view: View) -> None:
    left, top, right, bottom = view.frame
    x, y, size = (left + right) / 2, (top + bottom) / 2, 22 * sheet.unit
    colours = sheet.colours
    sheet.box(
        (x - 6.5 * size, y - 1.6 * size, x + 6.5 * size, y + 2.4 * size), fill=colours["panel"], line=colours["line"]
    )
    for k, words in enumerate((tr("No recorded event"), tr("matches this filter"))):
        sheet.text(
            x,
            y + k * 1.2 * size,
            words,
            size,
            face="semibold",
            align="center",
            halo=colours["halo"],
            colour=colours["text"],
            clip=view.frame,
        )
