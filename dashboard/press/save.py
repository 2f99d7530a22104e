"""A finished sheet as PNG, SVG or PDF: the same drawing, the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

import matplotlib
import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from dashboard.press.direction import RIGHT
from dashboard.press.embed_fonts import font_faces
from dashboard.press.sheet import Sheet

SETTINGS = {
    "svg.fonttype": "none",  # real text
    "svg.hashsalt": "airspace",
    "pdf.fonttype": 42,  # TrueType, embedded
    "pdf.compression": 6,
    "path.simplify": False,
    "text.hinting": "none",  # advances as measured, the same at every size
}

_RIGHT_TO_LEFT = re.compile(rf"text-anchor: start(?=[^<>]*>{RIGHT})")
"""Where a line that runs from right to left says which end of it stands at its place: browsers take its direction from there too, not from
the text, and its left end, where matplotlib puts it, is then its end."""


def pixels(sheet: Sheet) -> np.ndarray:
    """Return the drawing as an array of RGBA, shape (height, width, 4)."""
    with matplotlib.rc_context(SETTINGS):
        sheet.figure.canvas.draw()
    return np.asarray(sheet.figure.canvas.buffer_rgba())


def png(
    drawing: np.ndarray | Image.Image, *, dpi: float | None = None, words: Mapping[str, str] | None = None
) -> bytes:
    """Return a drawing as PNG without transparency.

    Parameters
    ----------
    drawing : ndarray of uint8, shape (height, width, 4), or Image
        The drawing.
    dpi : float, optional
        Pixels an inch.
    words : mapping of str, optional
        Text chunks by their keyword.
    """
    drawing = drawing if isinstance(drawing, Image.Image) else Image.fromarray(drawing)
    chunks, out = PngInfo(), io.BytesIO()
    for keyword, text in (words or {}).items():
        chunks.add_text(keyword, text)
    # Of such drawings level 3 makes files as small as level 6 does, in two thirds of the time; transparency would be a tenth of both.
    drawing.convert("RGB").save(out, "png", compress_level=3, pnginfo=chunks, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()


def save(sheet: Sheet, form: str, *, title: str, description: str, credits: str, source: str) -> bytes:
    """Return the file.

    Parameters
    ----------
    sheet : Sheet
        The drawing.
    form : str
        "png", "svg" or "pdf".
    title, description, credits, source : str
        Stored in the file: PNG text chunks, SVG title and desc, PDF document information.
    """
    if form == "png":
        words = {"Title": title, "Description": description, "Copyright": credits, "Source": source}
        return png(pixels(sheet), dpi=sheet.dpi, words=words)
    out = io.BytesIO()
    facecolor = sheet.colours["panel"]
    with matplotlib.rc_context(SETTINGS):
        if form == "pdf":
            info = {
                "Title": title,
                "Subject": description,
                "Keywords": source,
                "CreationDate": None,
                "Creator": None,
                "Producer": None,
            }
            sheet.figure.savefig(out, format="pdf", facecolor=facecolor, metadata=info)
            return out.getvalue()
        info = {"Date": None, "Creator": None, "Title": title, "Source": source, "Rights": credits}
        sheet.figure.savefig(out, format="svg", facecolor=facecolor, metadata=info)
    described = f"</title>\n <desc>{escape(description)}</desc>\n <style>{font_faces(sheet.used_letters)}</style>"
    text = _RIGHT_TO_LEFT.sub("text-anchor: end; direction: rtl", out.getvalue().decode())
    text = text.replace("</title>", described, 1)
    return text.replace("<svg ", '<svg role="img" ', 1).encode()
