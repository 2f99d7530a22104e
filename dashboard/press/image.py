"""A picture of a view, from data to bytes."""

from __future__ import annotations

from dashboard.press.compose import Composition
from dashboard.press.content import Content
from dashboard.press.drawing import drawn_in_turn
from dashboard.press.picture import Picture
from dashboard.press.save import save
from dashboard.press.sheet import Sheet
from incidents import Package


@drawn_in_turn
def image(package: Package, picture: Picture) -> bytes:
    """Return a picture as PNG, SVG or PDF, in the current language; the same package and picture give the same bytes.

    Parameters
    ----------
    package : Package
        The data.
    picture : Picture
        What is wanted.

    Raises
    ------
    PressError
        The event to highlight does not exist.
    """
    picture.check_event(package)
    content, size = Content(package, picture), picture.size
    sheet = Sheet(size.width, size.height, dpi=size.dpi, unit=size.unit, theme=picture.theme)
    Composition(sheet, content).draw()
    return save(
        sheet,
        picture.format,
        title=content.title,
        description=content.alt_text,
        credits=content.credits,
        source=content.link,
    )
