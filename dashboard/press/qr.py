"""The permalink as a QR code, by segno."""

from __future__ import annotations

from matplotlib.path import Path

from dashboard.press.errors import PressError
from dashboard.press.sheet import Sheet

CREDIT_QR = 84.0
"""Side in units, quiet zone included."""
QUIET = 3


def draw_qr(sheet: Sheet, link: str, corner: tuple[float, float], side: float) -> None:
    """Draw the code with its upper left corner at `corner`: always dark on light, so that every reader takes it."""
    try:
        import segno
    except ModuleNotFoundError as err:
        raise PressError("qr: the package segno is missing; pip install -r requirements.txt") from err
    rows = [list(row) for row in segno.make(link, error="m", micro=False).matrix]
    module = side / (len(rows) + 2 * QUIET)
    x, y = corner
    sheet.box((x, y, x + side, y + side), fill="#ffffff")
    squares = []
    for j, row in enumerate(rows):
        for i, dark in enumerate(row):
            if dark:
                a, b = x + (i + QUIET) * module, y + (j + QUIET) * module
                squares.append(Path([(a, b), (a + module, b), (a + module, b + module), (a, b + module), (a, b)]))
    made = Path.make_compound_path(*squares)
    sheet.paths([made], fill="#000000")
